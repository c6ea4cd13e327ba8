import type { Holiday, Services } from '@daoyin/services';
import { perform, useStudio } from '../store/studio';
import { setCatalogue } from './edit';
import { HoursField, LabelFields } from './fields';
import { useCatalogueWords } from './words';

const HOURS = ['regular', 'extended', 'selfService', 'stations'] as const;

/** When the hall is open. */
export function HoursForm({ catalogue }: { readonly catalogue: Services }) {
  const word = useCatalogueWords();
  return (
    <>
      <p className="soft">{word('hours.help')}</p>
      {HOURS.map((field) => (
        <HoursField
          key={field}
          label={`hours.${field}`}
          value={catalogue.hours[field]}
          onTake={(text) =>
            perform(setCatalogue({ hours: { ...catalogue.hours, [field]: text } }), 'catalogue.set')
          }
        />
      ))}
    </>
  );
}

/** Days on which nothing but the self-service opens. */
export function HolidaysForm({ catalogue: { holidays } }: { readonly catalogue: Services }) {
  const word = useCatalogueWords();
  const readOnly = useStudio((state) => state.readOnly);
  const put = (next: readonly Holiday[]) => perform(setCatalogue({ holidays: next }), 'catalogue.set');
  return (
    <>
      {holidays.map((holiday, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a holiday is its place in the list
        <fieldset key={i} className="catalogue-step">
          <LabelFields
            of="name"
            value={holiday.name}
            onTake={(name) => put(holidays.with(i, { ...holiday, name }))}
          />
          <div className="field-pair">
            {(['from', 'to'] as const).map((edge) => (
              <label key={edge} className="field">
                <span>{word(edge)}</span>
                <input
                  type="date"
                  value={holiday[edge]}
                  disabled={readOnly}
                  aria-invalid={holiday.from > holiday.to}
                  onChange={(event) =>
                    event.target.value !== '' &&
                    put(holidays.with(i, { ...holiday, [edge]: event.target.value }))
                  }
                />
              </label>
            ))}
          </div>
          <button
            type="button"
            className="operation"
            disabled={readOnly}
            onClick={() => put(holidays.toSpliced(i, 1))}
          >
            {word('remove')}
          </button>
        </fieldset>
      ))}
      <button
        type="button"
        className="operation"
        disabled={readOnly}
        onClick={() => {
          const day = holidays.at(-1)?.to ?? new Date().toISOString().slice(0, 10);
          put([...holidays, { name: {}, from: day, to: day }]);
        }}
      >
        {word('add')}
      </button>
    </>
  );
}
