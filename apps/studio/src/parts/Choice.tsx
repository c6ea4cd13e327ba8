/** One of several, by its name in the page's language; a value that is not among them is shown as it is. */
export function Choice<T extends string>({
  label,
  value,
  of,
  nameOf = (one) => one,
  onTake,
  disabled = false,
}: {
  readonly label: string;
  readonly value: T | undefined;
  readonly of: readonly T[];
  readonly nameOf?: (one: T) => string;
  readonly onTake: (value: T) => void;
  readonly disabled?: boolean;
}) {
  const all = value !== undefined && !of.includes(value) ? [value, ...of] : of;
  return (
    <label className="field">
      <span>{label}</span>
      <select value={value ?? ''} disabled={disabled} onChange={(event) => onTake(event.target.value as T)}>
        {value === undefined ? <option value="">–</option> : null}
        {all.map((one) => (
          <option key={one} value={one}>
            {nameOf(one)}
          </option>
        ))}
      </select>
    </label>
  );
}
