import { type Beacon, editBeacons, putBeacons, setBeacons } from '@daoyin/venue';
import { BeaconHealthNote } from '../health/BeaconHealthNote';
import { operations } from '../operations/registry';
import { Choice } from '../parts/Choice';
import { NumberField } from '../parts/NumberField';
import { OperationButtons } from '../parts/OperationButtons';
import { TextField } from '../parts/TextField';
import { ShapeFields } from '../shape/ShapeFields';
import { perform, selectedBeacons, useShownDocument, useStudio } from '../store/studio';
import { useStudioWords } from '../words';
import { ClosureFields } from './ClosureFields';
import { FeatureFields } from './FeatureFields';
import { ToolOptionsForm } from './ToolOptionsForm';

const ofBeacons = operations.filter(({ group }) => group === 'beacons');
const ofFeatures = operations.filter(({ group, id }) => group === 'features' || id === 'delete');

/** How the next thing is drawn, and what is selected with every number of it to type. */
export function InspectPanel() {
  const word = useStudioWords();
  const selection = useStudio((state) => state.selection);
  const beacons = selectedBeacons(selection);
  const [only] = selection;
  return (
    <div className="panel-body">
      <ToolOptionsForm />
      {selection.length === 0 ? (
        <div className="panel-empty">
          <p>{word('inspect.none')}</p>
          <p>{word('inspect.hint')}</p>
        </div>
      ) : null}
      {selection.length > 1 ? <h2>{word('inspect.many', { count: selection.length })}</h2> : null}
      {beacons.length > 0 ? <BeaconFields ids={beacons} /> : null}
      {selection.length === 1 && only?.collection === 'closures' ? <ClosureFields id={only.key} /> : null}
      {selection.length === 1 && only && only.collection !== 'beacons' && only.collection !== 'closures' ? (
        <FeatureFields collection={only.collection} id={only.key} />
      ) : null}
      <ShapeFields />
      {selection.length > 0 ? <OperationButtons of={beacons.length > 0 ? ofBeacons : ofFeatures} /> : null}
    </div>
  );
}

function BeaconFields({ ids }: { readonly ids: readonly string[] }) {
  const word = useStudioWords();
  const document = useShownDocument();
  const readOnly = useStudio((state) => state.readOnly);
  const chosen = new Set(ids);
  const beacons = document.register.beacons.filter(({ id }) => chosen.has(id));
  const [first] = beacons;
  if (!first) return null;
  const isOne = beacons.length === 1;
  const put = (change: Partial<NonNullable<Beacon['at']>>) =>
    perform(
      putBeacons(new Map(beacons.flatMap(({ id, at }) => (at ? [[id, { ...at, ...change }] as const] : [])))),
      'beacon.move',
    );
  const common = <T,>(of: (beacon: Beacon) => T): T | undefined =>
    beacons.every((beacon) => of(beacon) === of(first)) ? of(first) : undefined;
  return (
    <>
      {isOne ? <h2>{first.id}</h2> : null}
      {isOne ? <BeaconHealthNote beacon={first} /> : null}
      <div className="field-pair">
        <NumberField
          label={word('beacon.x')}
          value={common(({ at }) => at?.x)}
          disabled={readOnly}
          onTake={(x) => put({ x })}
        />
        <NumberField
          label={word('beacon.y')}
          value={common(({ at }) => at?.y)}
          disabled={readOnly}
          onTake={(y) => put({ y })}
        />
      </div>
      <div className="field-pair">
        <Choice
          label={word('beacon.level')}
          value={common(({ at }) => at?.level)}
          of={document.venue.levels.map(({ shortName }) => shortName)}
          disabled={readOnly}
          onTake={(level) => put({ level })}
        />
        <NumberField
          label={word('beacon.height')}
          value={common(({ height }) => height)}
          disabled={readOnly}
          onTake={(height) => perform(setBeacons(ids, { height }), 'beacon.height')}
        />
      </div>
      <div className="field-pair">
        <NumberField
          label={word('beacon.power')}
          value={common(({ measuredPowerDbm }) => measuredPowerDbm)}
          disabled={readOnly}
          onTake={(measuredPowerDbm) => perform(setBeacons(ids, { measuredPowerDbm }), 'beacon.set')}
        />
        <NumberField
          label={word('beacon.interval')}
          value={common(({ intervalMs }) => intervalMs)}
          disabled={readOnly}
          onTake={(intervalMs) => perform(setBeacons(ids, { intervalMs }), 'beacon.set')}
        />
      </div>
      {isOne ? <IdentityFields beacon={first} disabled={readOnly} /> : null}
      <TextField
        label={word('beacon.note')}
        value={common(({ note }) => note ?? '') ?? ''}
        disabled={readOnly}
        onTake={(note) => perform(setBeacons(ids, { note: note === '' ? undefined : note }), 'beacon.set')}
      />
    </>
  );
}

const UUID = /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/;

function IdentityFields({ beacon, disabled }: { readonly beacon: Beacon; readonly disabled: boolean }) {
  const { id } = beacon;
  const set = (change: Partial<Beacon>) =>
    perform(
      editBeacons([id], (one) => ({ ...one, ...change })),
      'beacon.identity',
    );
  return (
    <>
      <TextField
        label="UUID"
        value={beacon.uuid ?? ''}
        disabled={disabled}
        isGood={(text) => UUID.test(text.trim().toLowerCase())}
        onTake={(text) => set({ uuid: text.trim().toLowerCase() })}
      />
      <div className="field-pair">
        <NumberField
          label="Major"
          value={beacon.major}
          disabled={disabled}
          onTake={(n) => set({ major: uint16(n) })}
        />
        <NumberField
          label="Minor"
          value={beacon.minor}
          disabled={disabled}
          onTake={(n) => set({ minor: uint16(n) })}
        />
      </div>
    </>
  );
}

const uint16 = (value: number): number => Math.min(65_535, Math.max(0, Math.round(value)));
