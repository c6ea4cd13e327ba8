import { moveVertex, setEdgeLength } from '@daoyin/venue';
import { NumberField } from '../parts/NumberField';
import { perform, useShownDocument, useStudio } from '../store/studio';
import { beginShape } from './begin';
import { chooseCorner, chosenCorner, outlineOf, subjectOf, useShape } from './store';
import { addCornerAfter, removeCorner } from './tool';
import { useShapeWords } from './words';

/** Every corner of what is selected as numbers to type: what the tool does by dragging. */
export function ShapeFields() {
  const word = useShapeWords();
  const document = useShownDocument();
  const { selection, tool, readOnly } = useStudio();
  const state = useShape();
  const ref = subjectOf(selection);
  const outline = ref && outlineOf(document, ref);
  if (!ref || !outline) return null;
  if (tool !== 'shape') {
    return (
      <button type="button" className="operation" disabled={readOnly} onClick={() => beginShape(ref)}>
        {word('begin')}
      </button>
    );
  }
  const corners = outline.rings.flatMap((points, ring) => points.map((_, vertex) => ({ ring, vertex })));
  const chosen = chosenCorner(document, ref.key, state);
  const number = corners.findIndex(
    ({ ring, vertex }) => ring === state.corner?.ring && vertex === state.corner.vertex,
  );
  return (
    <section className="operations" aria-label={word('title')}>
      <label className="field">
        <span>{word('corner')}</span>
        <select
          value={chosen ? number : ''}
          onChange={({ target }) => chooseCorner(corners[Number(target.value)])}
        >
          {chosen ? null : <option value="">{word('none')}</option>}
          {corners.map((_, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a corner is its place in the outline
            <option key={i} value={i}>
              {word('numbered', { number: i + 1, count: corners.length })}
            </option>
          ))}
        </select>
      </label>
      {chosen ? <CornerFields chosen={chosen} readOnly={readOnly} /> : null}
    </section>
  );
}

type Chosen = NonNullable<ReturnType<typeof chosenCorner>>;

function CornerFields({ chosen, readOnly }: { readonly chosen: Chosen; readonly readOnly: boolean }) {
  const word = useShapeWords();
  const { at, point, points, isRing } = chosen;
  const next = points[at.vertex + 1] ?? (isRing ? points[0] : undefined);
  return (
    <>
      <div className="field-pair">
        <NumberField
          label={word('x')}
          value={point.x}
          disabled={readOnly}
          onTake={(x) => perform(moveVertex(at, { ...point, x }), 'shape.move')}
        />
        <NumberField
          label={word('y')}
          value={point.y}
          disabled={readOnly}
          onTake={(y) => perform(moveVertex(at, { ...point, y }), 'shape.move')}
        />
      </div>
      {next ? (
        <>
          <NumberField
            label={word('length')}
            value={Math.hypot(next.x - point.x, next.y - point.y)}
            disabled={readOnly}
            onTake={(metres) => perform(setEdgeLength(at, metres), 'shape.length')}
          />
          <button
            type="button"
            className="operation"
            disabled={readOnly}
            onClick={() => addCornerAfter(at, chosen)}
          >
            {word('add')}
          </button>
        </>
      ) : null}
      <button type="button" className="operation" disabled={readOnly} onClick={() => removeCorner(at)}>
        {word('delete')}
      </button>
    </>
  );
}
