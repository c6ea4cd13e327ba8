import { parseChange } from '@daoyin/venue';
import { useState } from 'react';

/** Metres that can be typed with units (`320 cm`), or as a change (`+0.5`); taken by Enter or when the field is left, Escape gives it up. */
export function NumberField({
  label,
  value,
  disabled = false,
  onTake,
}: {
  readonly label: string;
  /** Undefined where several things differ. */
  readonly value: number | undefined;
  readonly disabled?: boolean;
  readonly onTake: (metres: number) => void;
}) {
  const [typed, setTyped] = useState<string | undefined>(undefined);
  const [isWrong, setWrong] = useState(false);
  const take = () => {
    if (typed === undefined) return;
    const metres = parseChange(typed, value ?? 0);
    setWrong(metres === undefined);
    if (metres === undefined) return;
    setTyped(undefined);
    if (metres !== value) onTake(metres);
  };
  return (
    <label className="field">
      <span>{label}</span>
      <input
        inputMode="decimal"
        value={typed ?? (value === undefined ? '' : String(Number(value.toFixed(3))))}
        disabled={disabled}
        aria-invalid={isWrong}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={take}
        onKeyDown={(event) => {
          if (event.key === 'Enter') take();
          if (event.key === 'Escape') {
            setTyped(undefined);
            setWrong(false);
          }
        }}
      />
    </label>
  );
}
