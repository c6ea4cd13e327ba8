import { useSay } from '@daoyin/ui';
import { Choice } from '../parts/Choice';
import { NumberField } from '../parts/NumberField';
import { useDocument, useStudio } from '../store/studio';
import { type ToolOptions, useToolOptions } from '../tools/options';
import { useStudioWords } from '../words';
import { categoriesOf, categoryName } from '../words/categories';

const SHAFTS = ['elevator', 'stairs', 'escalator', 'ramp'] as const;

/** How the next thing is drawn with the tool that is chosen; nothing for a tool without choices. */
export function ToolOptionsForm() {
  const word = useStudioWords();
  const tool = useStudio((state) => state.tool);
  const options = useToolOptions();
  const { venue } = useDocument();
  const { language } = useSay();
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
          of={categoriesOf('units')}
          nameOf={(category) => categoryName('units', category, language)}
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
          of={categoriesOf('amenities')}
          nameOf={(category) => categoryName('amenities', category, language)}
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
            nameOf={(kind) => categoryName('units', kind, language)}
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
