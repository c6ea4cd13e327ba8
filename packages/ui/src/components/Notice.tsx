import type { ReactNode } from 'react';
import { Icon, type IconName } from './Icon';

export type NoticeTone = 'info' | 'ok' | 'warn' | 'error';

const icons: Readonly<Record<NoticeTone, IconName>> = {
  info: 'info',
  ok: 'check',
  warn: 'warning',
  error: 'warning',
};

/** A sentence that must be heard: errors at once, the rest when the reader pauses. */
export function Notice({
  tone,
  icon,
  children,
  action,
}: {
  readonly tone: NoticeTone;
  readonly icon?: IconName;
  readonly children: ReactNode;
  readonly action?: ReactNode;
}) {
  return (
    <div className={`notice notice-${tone}`} role={tone === 'error' ? 'alert' : 'status'}>
      <Icon name={icon ?? icons[tone]} />
      <span className="notice-text">{children}</span>
      {action}
    </div>
  );
}
