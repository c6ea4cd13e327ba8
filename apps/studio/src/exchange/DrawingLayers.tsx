import {
  DXF_UNITS,
  type DxfDrawing,
  type DxfOptions,
  type DxfUnit,
  LAYER_ROLES,
  type LayerRole,
} from '@daoyin/venue';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useStudio } from '../store/studio';
import { boundsOfDrawing, paintDrawing, ROLE_COLOURS } from './drawing-picture';
import { roleKey, useExchangeWords } from './words';
import './exchange.css';

/** What somebody says of a drawing: how to read it, and whether it is one storey of the present plan or a plan of its own. */
export interface DrawingChoice {
  readonly options: DxfOptions;
  readonly into: 'whole' | 'storey';
}

const PICTURE = { width: 720, height: 480 }; // canvas pixels; CSS makes it as wide as the dialog
const UNITS = Object.keys(DXF_UNITS) as readonly DxfUnit[];

/** A drawing by its layers: seen, switched, named; then read. */
export function DrawingLayers({
  drawing,
  isBusy,
  onRead,
}: {
  readonly drawing: DxfDrawing;
  readonly isBusy: boolean;
  readonly onRead: (choice: DrawingChoice) => void;
}) {
  const word = useExchangeWords();
  const present = useStudio(({ level }) => level);
  const [roles, setRoles] = useState<Readonly<Record<string, LayerRole | 'none'>>>(() =>
    Object.fromEntries(drawing.layers.map(({ name, role }) => [name, role ?? 'none'])),
  );
  const [off, setOff] = useState<ReadonlySet<string>>(new Set());
  const [shown, setShown] = useState<string | undefined>(undefined);
  const [units, setUnits] = useState<DxfUnit | undefined>(undefined);
  const [level, setLevel] = useState(present === '' ? '1F' : present);
  const [into, setInto] = useState<DrawingChoice['into']>('whole');
  const roleOf = (name: string): LayerRole => {
    const role = roles[name] ?? 'none';
    return off.has(name) || role === 'none' ? 'ignore' : role;
  };
  const read = () => {
    const layers = Object.fromEntries(
      drawing.layers.map(({ name }) => [name.replaceAll('*', '?'), roleOf(name)]),
    );
    onRead({ into, options: { layers, level: level.trim() || '1F', ...(units && { units }) } });
  };
  return (
    <section className="drawing" aria-label={word('drawing.title')}>
      <Picture
        drawing={drawing}
        shown={shown}
        colourOf={(name) => (off.has(name) ? undefined : ROLE_COLOURS[roles[name] ?? 'none'])}
      />
      <p>{word('drawing.hint')}</p>
      <ul className="drawing-layers">
        {drawing.layers.map(({ name, paths, texts }) => (
          <li
            key={name}
            onPointerEnter={() => setShown(name)}
            onPointerLeave={() => setShown(undefined)}
            onFocus={() => setShown(name)}
            onBlur={() => setShown(undefined)}
          >
            <label>
              <input
                type="checkbox"
                aria-label={word('drawing.layer', { layer: name })}
                checked={!off.has(name)}
                onChange={() => setOff(toggled(off, name))}
              />
              <span className="swatch" style={{ background: ROLE_COLOURS[roles[name] ?? 'none'] }} />
              <span className="layer-name">{name}</span>
            </label>
            <small>{word('drawing.count', { paths, texts })}</small>
            <select
              aria-label={word('drawing.role', { layer: name })}
              value={roles[name]}
              onChange={({ target }) => setRoles({ ...roles, [name]: target.value as LayerRole })}
            >
              {(['none', ...LAYER_ROLES] as const).map((role) => (
                <option key={role} value={role}>
                  {word(roleKey(role))}
                </option>
              ))}
            </select>
          </li>
        ))}
      </ul>
      <div className="field-pair">
        <label className="field">
          <span>{word('drawing.units')}</span>
          <select
            value={units ?? ''}
            onChange={({ target }) => setUnits(target.value === '' ? undefined : (target.value as DxfUnit))}
          >
            <option value="">
              {drawing.unit ? word('drawing.auto', { unit: drawing.unit }) : word('drawing.auto-none')}
            </option>
            {UNITS.map((unit) => (
              <option key={unit} value={unit}>
                {unit}
              </option>
            ))}
          </select>
        </label>
        <label className="field">
          <span>{word('drawing.level')}</span>
          <input value={level} maxLength={20} onChange={({ target }) => setLevel(target.value)} />
        </label>
      </div>
      <Size drawing={drawing} unit={units ?? drawing.unit} />
      <fieldset className="drawing-into">
        <legend>{word('drawing.into')}</legend>
        {(['whole', 'storey'] as const).map((one) => (
          <label key={one}>
            <input type="radio" name="drawing-into" checked={into === one} onChange={() => setInto(one)} />
            {word(`drawing.${one}`)}
          </label>
        ))}
      </fieldset>
      <button type="button" className="button" disabled={isBusy} onClick={read}>
        {word('drawing.read')}
      </button>
    </section>
  );
}

function Picture({
  drawing,
  shown,
  colourOf,
}: {
  readonly drawing: DxfDrawing;
  readonly shown: string | undefined;
  readonly colourOf: (layer: string) => string | undefined;
}) {
  const word = useExchangeWords();
  const canvas = useRef<HTMLCanvasElement>(null);
  const bounds = useMemo(() => boundsOfDrawing(drawing), [drawing]);
  useEffect(() => paintDrawing(canvas.current!, drawing, { bounds, colourOf, shown }));
  return (
    <canvas
      ref={canvas}
      className="drawing-picture"
      role="img"
      aria-label={word('drawing.picture', { count: drawing.layers.length })}
      {...PICTURE}
    />
  );
}

function Size({ drawing, unit }: { readonly drawing: DxfDrawing; readonly unit: DxfUnit | undefined }) {
  const word = useExchangeWords();
  const { minX, minY, maxX, maxY } = useMemo(() => boundsOfDrawing(drawing), [drawing]);
  if (!unit) return <p role="alert">{word('drawing.no-size')}</p>;
  const metres = (units: number) => (units * DXF_UNITS[unit]).toFixed(1);
  return (
    <p role="status">{word('drawing.size', { width: metres(maxX - minX), height: metres(maxY - minY) })}</p>
  );
}

function toggled(set: ReadonlySet<string>, name: string): ReadonlySet<string> {
  const next = new Set(set);
  if (!next.delete(name)) next.add(name);
  return next;
}
