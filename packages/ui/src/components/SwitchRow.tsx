import type { ReactElement } from 'react';
import { useSay } from '../language';
import { Icon, type IconName } from './Icon';

/** A setting that says in words whether it is on. */
export function SwitchRow({
  icon,
  name,
  hint,
  on,
  onChange,
}: {
  readonly icon: IconName | ReactElement;
  readonly name: string;
  readonly hint?: string;
  readonly on: boolean;
  readonly onChange: (on: boolean) => void;
}) {
  const { say } = useSay();
  return (
    <button type="button" role="switch" aria-checked={on} className="switch" onClick={() => onChange(!on)}>
      {typeof icon === 'string' ? <Icon name={icon} /> : icon}
      <span className="switch-text">
        <span className="switch-name">{name}</span>
        {hint === undefined ? null : <span className="switch-hint">{hint}</span>}
      </span>
      <span className="switch-state" aria-hidden="true">
        {say(on ? 'guide.on' : 'guide.off')}
      </span>
      <span className="switch-track" aria-hidden="true" />
    </button>
  );
}
