import { useSay } from '../language';
import { Icon } from './Icon';

const DIGITS = ['1', '2', '3', '4', '5', '6', '7', '8', '9'] as const;
const LONGEST = 6;

/** Digits and the letters of the ticket series, large; `onChange` gets the whole text. */
export function NumberPad({
  value,
  letters,
  longest = LONGEST,
  onChange,
}: {
  readonly value: string;
  readonly letters: readonly string[];
  /** How many signs are taken. */
  readonly longest?: number;
  readonly onChange: (value: string) => void;
}) {
  const { say } = useSay();
  const press = (key: string) => onChange((value + key).slice(0, longest));
  return (
    <div className="number-pad" data-letters={letters.length > 0}>
      {letters.length === 0 ? null : (
        <fieldset className="pad-letters" aria-label={say('kiosk.letters')}>
          {letters.map((letter) => (
            <Key key={letter} label={letter} onPress={() => onChange(letter + value.replace(/\D/g, ''))} />
          ))}
        </fieldset>
      )}
      <fieldset className="pad" aria-label={say('kiosk.digits')}>
        {DIGITS.map((digit) => (
          <Key key={digit} label={digit} onPress={() => press(digit)} />
        ))}
        <button type="button" className="button pad-key pad-word" onClick={() => onChange('')}>
          {say('find.clear')}
        </button>
        <Key label="0" onPress={() => press('0')} />
        <button
          type="button"
          className="button pad-key"
          aria-label={say('kiosk.delete')}
          onClick={() => onChange(value.slice(0, -1))}
        >
          <Icon name="delete" />
        </button>
      </fieldset>
    </div>
  );
}

function Key({ label, onPress }: { readonly label: string; readonly onPress: () => void }) {
  return (
    <button type="button" className="button pad-key" onClick={onPress}>
      {label}
    </button>
  );
}
