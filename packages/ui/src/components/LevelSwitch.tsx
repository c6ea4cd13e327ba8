import type { Level } from '@daoyin/venue';
import { useSay } from '../language';

/**
 * The storeys, highest on top as in the building; says which one is shown, where the walker is and where the goal is. `shown` is undefined
 * while all of them are; `onAll` is given where that can be.
 */
export function LevelSwitch({
  levels,
  shown,
  here,
  goal,
  onChange,
  onAll,
}: {
  readonly levels: readonly Level[];
  readonly shown: string | undefined;
  readonly here?: string | undefined;
  readonly goal?: string | undefined;
  readonly onChange: (level: string) => void;
  readonly onAll?: (() => void) | undefined;
}) {
  const { say } = useSay();
  const note = (level: string) =>
    [level === here ? say('map.you') : '', level === goal ? say('map.goal') : ''].filter(Boolean).join(' ');
  return (
    <fieldset className="levels" data-on-map aria-label={say('map.level')}>
      {onAll === undefined ? null : (
        <button
          type="button"
          className="level-key level-all"
          aria-pressed={shown === undefined}
          onClick={onAll}
        >
          {say('map.all-levels')}
        </button>
      )}
      {levels.toReversed().map(({ shortName }) => (
        <button
          type="button"
          key={shortName}
          className="level-key"
          aria-pressed={shortName === shown}
          aria-label={[say('map.show-level', { level: shortName }), note(shortName)]
            .filter(Boolean)
            .join(' ')}
          onClick={() => onChange(shortName)}
        >
          {shortName}
          {shortName === here ? <span className="level-here" /> : null}
          {shortName === goal ? <span className="level-goal" /> : null}
        </button>
      ))}
    </fieldset>
  );
}
