import { useSay } from '../language';
import { Icon } from './Icon';

const ROWS = ['QWERTYUIOP', 'ASDFGHJKL', 'ZXCVBNM'] as const;
const LAST = ROWS.length - 1;

/** Letters for a screen without a keyboard: pinyin, initials and English are typed with it. */
export function LetterKeyboard({
  value,
  onChange,
}: {
  readonly value: string;
  readonly onChange: (value: string) => void;
}) {
  const { say } = useSay();
  return (
    <fieldset className="keyboard" aria-label={say('kiosk.letters')}>
      {ROWS.map((row, at) => (
        <div className="keyboard-row" key={row}>
          {at === LAST ? (
            <button type="button" className="button keyboard-key keyboard-wide" onClick={() => onChange('')}>
              {say('find.clear')}
            </button>
          ) : null}
          {[...row].map((sign) => (
            <button
              type="button"
              key={sign}
              className="button keyboard-key"
              onClick={() => onChange(value + sign.toLowerCase())}
            >
              {sign}
            </button>
          ))}
          {at === LAST ? (
            <button
              type="button"
              className="button keyboard-key keyboard-wide"
              aria-label={say('kiosk.delete')}
              onClick={() => onChange(value.slice(0, -1))}
            >
              <Icon name="delete" />
            </button>
          ) : null}
        </div>
      ))}
    </fieldset>
  );
}
