import { type Closure, deleteClosures, putClosure } from '@daoyin/venue';
import { TextField } from '../parts/TextField';
import { perform, select, useShownDocument, useStudio } from '../store/studio';
import { useStudioWords } from '../words';

/** One closure: from when, until when, within which hours, and why. */
export function ClosureFields({ id }: { readonly id: string }) {
  const word = useStudioWords();
  const { closures } = useShownDocument();
  const readOnly = useStudio((state) => state.readOnly);
  const closure = closures.find((one) => one.id === id);
  if (!closure) return null;
  const put = (change: { readonly [K in keyof Closure]?: Closure[K] | undefined }) => {
    const entries = Object.entries({ ...closure, ...change }).filter(
      ([, value]) => value !== undefined && value !== '',
    );
    perform(putClosure(Object.fromEntries(entries) as unknown as Closure), 'closure.put');
  };
  return (
    <>
      <h2>{word('closure.title')}</h2>
      {(['from', 'until'] as const).map((edge) => (
        <label key={edge} className="field">
          <span>{word(`closure.${edge}`)}</span>
          <input
            type="datetime-local"
            value={closure[edge] ?? ''}
            disabled={readOnly}
            onChange={(event) =>
              put({ [edge]: event.target.value === '' ? undefined : event.target.value.slice(0, 16) })
            }
          />
        </label>
      ))}
      <TextField
        label={word('closure.hours')}
        value={closure.hours ?? ''}
        disabled={readOnly}
        onTake={(hours) => put({ hours: hours.trim() })}
      />
      <TextField
        label={word('closure.reason-zh')}
        value={closure.reason['zh-Hans'] ?? ''}
        disabled={readOnly}
        onTake={(text) => put({ reason: { ...closure.reason, 'zh-Hans': text } })}
      />
      <TextField
        label={word('closure.reason-en')}
        value={closure.reason.en ?? ''}
        disabled={readOnly}
        onTake={(text) => put({ reason: { ...closure.reason, en: text } })}
      />
      <button
        type="button"
        className="operation"
        disabled={readOnly}
        onClick={() => {
          perform(deleteClosures([id]), 'closure.delete');
          select([]);
        }}
      >
        {word('closure.delete')}
      </button>
    </>
  );
}
