import { useState } from 'react';

/** A text, taken by Enter or when the field is left; one that is not good stays typed and says so. */
export function TextField({
  label,
  value,
  disabled = false,
  isGood = () => true,
  fault,
  onTake,
}: {
  readonly label: string;
  readonly value: string;
  readonly disabled?: boolean;
  readonly isGood?: (text: string) => boolean;
  /** What is wrong with a text that is not good. */
  readonly fault?: string;
  readonly onTake: (text: string) => void;
}) {
  const [typed, setTyped] = useState<string | undefined>(undefined);
  const isWrong = typed !== undefined && !isGood(typed);
  const take = () => {
    if (typed === undefined || isWrong) return;
    setTyped(undefined);
    if (typed !== value) onTake(typed);
  };
  return (
    <label className="field">
      <span>{label}</span>
      <input
        value={typed ?? value}
        disabled={disabled}
        aria-invalid={isWrong}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={take}
        onKeyDown={(event) => {
          if (event.key === 'Enter') take();
          if (event.key === 'Escape') setTyped(undefined);
        }}
      />
      {isWrong && fault !== undefined ? (
        <span role="status" className="fault">
          {fault}
        </span>
      ) : null}
    </label>
  );
}
