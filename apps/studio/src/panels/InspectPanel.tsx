import { putBeacons, setHeight } from '@daoyin/venue';
import { NumberField } from '../parts/NumberField';
import { perform, selectedBeacons, useShownDocument, useStudio } from '../store/studio';
import { useStudioWords } from '../words';

/** What is selected, with every number of it to type. */
export function InspectPanel() {
  const word = useStudioWords();
  const selection = useStudio((state) => state.selection);
  if (selection.length === 0)
    return (
      <div className="panel-empty">
        <p>{word('inspect.none')}</p>
        <p>{word('inspect.hint')}</p>
      </div>
    );
  const beacons = selectedBeacons(selection);
  return (
    <div className="panel-body">
      {selection.length > 1 ? <p>{word('inspect.many', { count: selection.length })}</p> : null}
      {beacons.length === 1 ? <BeaconFields id={beacons[0]!} /> : null}
    </div>
  );
}

function BeaconFields({ id }: { readonly id: string }) {
  const word = useStudioWords();
  const document = useShownDocument();
  const readOnly = useStudio((state) => state.readOnly);
  const beacon = document.register.beacons.find((other) => other.id === id);
  if (!beacon) return null;
  const { at } = beacon;
  const put = (change: { x?: number; y?: number }) =>
    at && perform(putBeacons(new Map([[id, { ...at, ...change }]])), 'beacon.move');
  return (
    <>
      <h2>{id}</h2>
      <p>
        {word('beacon.level')} {at?.level ?? beacon.level ?? '–'} · {word(`status.${beacon.status}`)}
      </p>
      <NumberField label={word('beacon.x')} value={at?.x} disabled={readOnly} onTake={(x) => put({ x })} />
      <NumberField label={word('beacon.y')} value={at?.y} disabled={readOnly} onTake={(y) => put({ y })} />
      <NumberField
        label={word('beacon.height')}
        value={beacon.height}
        disabled={readOnly}
        onTake={(height) => perform(setHeight([id], height), 'beacon.height')}
      />
    </>
  );
}
