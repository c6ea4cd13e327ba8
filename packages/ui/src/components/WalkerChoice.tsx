import { useSay } from '../language';
import { GAITS, type Settings, type SettingsStore } from '../state/settings';
import { SwitchRow } from './SwitchRow';

/** Who walks: without steps or not, and else as others do, slowly, or with a pram. */
export function WalkerChoice({ store }: { readonly store: SettingsStore }) {
  const { say } = useSay();
  const { stepFree, gait } = store();
  const choose = (change: Partial<Settings>) => store.setState(change);
  return (
    <div className="walker">
      <SwitchRow
        icon="wheelchair"
        name={say('guide.step-free')}
        hint={say('guide.step-free-hint')}
        on={stepFree}
        onChange={(on) => choose({ stepFree: on })}
      />
      {stepFree ? null : (
        <div className="gaits" role="radiogroup" aria-label={say('guide.gait')}>
          {GAITS.map((one) => (
            // biome-ignore lint/a11y/useSemanticElements: drawn as buttons, as large as a finger.
            <button
              key={one}
              type="button"
              role="radio"
              aria-checked={gait === one}
              className="gait"
              onClick={() => choose({ gait: one })}
            >
              {say(`guide.gait-${one}`)}
            </button>
          ))}
        </div>
      )}
    </div>
  );
}
