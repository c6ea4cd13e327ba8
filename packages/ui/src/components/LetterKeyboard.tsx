import { useSay } from '../language';
import { Icon } from './Icon';

const ROWS = ['1234567890', 'QWERTYUIOP', 'ASDFGHJKL', 'ZXCVBNM'] as const;

/** Letters and digits for a screen without a keyboard: pinyin, initials and English are typed with it. */
export function LetterKeyboard({
  value,
  onChange,
}: {
  readonly value: string;
  readonly onChange: (value: string) => void;
}) {
  const { say } = useSay();
  const add = (sign: string) => onChange(value + sign);
  return (
    <fieldset className="keyboard" aria-label={say('kiosk.letters')}>
      {ROWS.map((row, at) => (
        <div className="keyboard-row" key={row}>
          {[...row].map((sign) => (
            <button
              type="button"
              key={sign}
              className="button keyboard-key"
              onClick={() => add(sign.toLowerCase())}
            >
              {sign}
            </button>
          ))}
          {at === ROWS.length - 1 ? (
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
      <div className="keyboard-row">
        <button type="button" className="button keyboard-key" onClick={() => onChange('')}>
          {say('find.clear')}
        </button>
        <button type="button" className="button keyboard-key keyboard-wide" onClick={() => add(' ')}>
          {say('kiosk.space')}
        </button>
      </div>
    </fieldset>
  );
}
