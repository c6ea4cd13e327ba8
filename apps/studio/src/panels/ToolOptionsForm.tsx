import { NumberField } from '../parts/NumberField';
import { useDocument, useStudio } from '../store/studio';
import { type ToolOptions, useToolOptions } from '../tools/options';
import { useStudioWords } from '../words';

const ROOMS = [
  'room',
  'walkway',
  'office',
  'nonpublic',
  'restroom',
  'waitingroom',
  'conferenceroom',
  'opentobelow',
  'storage',
] as const;
const AMENITIES = [
  'information',
  'ticketing',
  'entry',
  'restroom',
  'restroom.wheelchair',
  'elevator',
  'stairs',
  'seat',
  'atm',
  'copymachine',
  'drinkingfountain',
  'babychanging',
  'firstaid',
] as const;
const SHAFTS = ['elevator', 'stairs', 'escalator', 'ramp'] as const;

/** How the next thing is drawn with the tool that is chosen; nothing for a tool without choices. */
export function ToolOptionsForm() {
  const word = useStudioWords();
  const tool = useStudio((state) => state.tool);
  const options = useToolOptions();
  const { venue } = useDocument();
  const set = (change: Partial<ToolOptions>) => useToolOptions.setState(change);
  switch (tool) {
    case 'select':
      return (
        <label className="confirm">
          <input
            type="checkbox"
            checked={options.isAdding}
            onChange={(event) => set({ isAdding: event.target.checked })}
          />
          {word('option.adding')}
        </label>
      );
    case 'wall':
      return (
        <NumberField
          label={word('option.thickness')}
          value={options.wallThickness}
          onTake={(wallThickness) => set({ wallThickness })}
        />
      );
    case 'room':
      return (
        <Choice
          label={word('option.category')}
          value={options.roomCategory}
          of={ROOMS}
          onTake={(roomCategory) => set({ roomCategory })}
        />
      );
    case 'door':
      return (
        <NumberField
          label={word('option.width')}
          value={options.doorWidth}
          onTake={(doorWidth) => set({ doorWidth })}
        />
      );
    case 'amenity':
      return (
        <Choice
          label={word('option.category')}
          value={options.amenityCategory}
          of={AMENITIES}
          onTake={(amenityCategory) => set({ amenityCategory })}
        />
      );
    case 'counter':
      return (
        <>
          <NumberField
            label={word('option.windows')}
            value={options.windowCount}
            onTake={(n) => set({ windowCount: Math.max(0, Math.round(n)) })}
          />
          <label className="field">
            <span>{word('option.first')}</span>
            <input
              value={options.firstNumber}
              onChange={(event) => set({ firstNumber: event.target.value })}
            />
          </label>
          <NumberField
            label={word('option.depth')}
            value={options.counterDepth}
            onTake={(counterDepth) => set({ counterDepth })}
          />
        </>
      );
    case 'shaft':
      return (
        <>
          <Choice
            label={word('option.category')}
            value={options.shaftKind}
            of={SHAFTS}
            onTake={(shaftKind) => set({ shaftKind })}
          />
          <fieldset className="field">
            <legend>{word('option.levels')}</legend>
            {venue.levels.map(({ shortName }) => {
              const isOn = options.shaftLevels.length === 0 || options.shaftLevels.includes(shortName);
              const all = venue.levels.map((level) => level.shortName);
              return (
                <label key={shortName} className="confirm">
                  <input
                    type="checkbox"
                    checked={isOn}
                    onChange={() => {
                      const now = options.shaftLevels.length === 0 ? all : options.shaftLevels;
                      set({
                        shaftLevels: isOn ? now.filter((level) => level !== shortName) : [...now, shortName],
                      });
                    }}
                  />
                  {shortName}
                </label>
              );
            })}
          </fieldset>
        </>
      );
    default:
      return null;
  }
}

export function Choice<T extends string>({
  label,
  value,
  of,
  onTake,
  disabled = false,
}: {
  readonly label: string;
  readonly value: T | undefined;
  readonly of: readonly T[];
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
            {one}
          </option>
        ))}
      </select>
    </label>
  );
}
