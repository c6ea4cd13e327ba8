import type { BeaconVerdictView } from '@daoyin/protocol';
import { type Hall, useSay } from '@daoyin/ui';
import { Table, timeOf } from '../parts';
import { useList } from '../useList';
import { useStaffWords } from '../words';

const ORDER: readonly BeaconVerdictView['state'][] = ['dead', 'moved', 'weak'];

/** Beacons that visitors' walks say are dead, moved or weak, the surest first: to look after. Positioning trusts them no longer. */
export function Suspicions({ hall }: { readonly hall: Hall }) {
  const { language } = useSay();
  const word = useStaffWords();
  const { rows } = useList<BeaconVerdictView>('/api/beacons/verdicts', 60_000);
  if (rows === undefined) return null;
  const levels = new Map(hall.register.beacons.map(({ id, at }) => [id, at?.level]));
  const sorted = rows.toSorted(
    (a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state) || b.probability - a.probability,
  );
  return (
    <section aria-labelledby="suspicions">
      <h2 id="suspicions">{word('suspicions.title')}</h2>
      <p>{word(rows.length === 0 ? 'suspicions.none' : 'suspicions.why')}</p>
      {rows.length === 0 ? null : (
        <Table
          caption={word('suspicions.title')}
          heads={(['id', 'floor', 'state', 'since', 'sure', 'now'] as const).map((head) =>
            word(`suspicions.${head}`),
          )}
        >
          {sorted.map(({ beaconId, state, probability, sinceMs, place, gainDb }) => (
            <tr key={beaconId}>
              <th scope="row">{beaconId}</th>
              <td>{levels.get(beaconId) ?? '–'}</td>
              <td>{word(`suspicions.${state}`)}</td>
              <td>{sinceMs === undefined ? word('suspicions.always') : timeOf(sinceMs, language)}</td>
              <td>{Math.min(99, Math.floor(100 * probability))} %</td>
              <td>{nowOf(place, state === 'weak' ? gainDb : undefined)}</td>
            </tr>
          ))}
        </Table>
      )}
    </section>
  );

  function nowOf(place: BeaconVerdictView['place'], gainDb: number | undefined): string {
    if (gainDb !== undefined) return word('suspicions.weaker', { db: Math.round(-gainDb) });
    if (place === undefined) return '–';
    const { level, x, y, sd } = place;
    return word('suspicions.place', { level, x: x.toFixed(1), y: y.toFixed(1), within: Math.ceil(2 * sd) });
  }
}
