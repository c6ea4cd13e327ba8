import { boundsOf, type MultiPolygon } from '@daoyin/geometry';
import type { RecordedWalk } from '@daoyin/protocol';
import { useSay } from '@daoyin/ui';
import type { BeaconRegister } from '@daoyin/venue';
import { useMemo } from 'react';
import type { Moment } from './track';

const TRAIL = 40;

/** The hall of a recording in metres: where one can stand, walls, beacons, the dot with its ring, and the truth. */
export function Picture({
  walk,
  register,
  moments,
}: {
  readonly walk: RecordedWalk;
  readonly register: BeaconRegister;
  readonly moments: readonly Moment[];
}) {
  const { say } = useSay();
  const now = moments.at(-1);
  const level = now?.truth?.level ?? now?.position?.level;
  const beacons = register.beacons.flatMap(({ id, at }) => (at?.level === level ? [{ id, at: at! }] : []));
  const box = useMemo(() => {
    const points = register.beacons.flatMap(({ at }) => (at === undefined ? [] : [at]));
    return boundsOf([...points, ...walk.truth]);
  }, [walk, register]);
  const floor = walk.venue?.levels.find(({ shortName }) => shortName === level)?.outline;
  const width = box.maxX - box.minX + 4;
  const trail = (of: 'position' | 'truth') =>
    moments
      .slice(-TRAIL)
      .flatMap((moment) => moment[of] ?? [])
      .map(({ x, y }) => `${x.toFixed(2)},${(-y).toFixed(2)}`)
      .join(' ');
  const dot = width / 70;
  return (
    <figure className="replay-picture">
      <svg
        viewBox={`${box.minX - 2} ${-box.maxY - 2} ${width} ${box.maxY - box.minY + 4}`}
        role="img"
        aria-label={say('replay.title')}
      >
        {floor === undefined ? null : <path className="replay-floor" d={outline(floor)} />}
        <Cells walk={walk} />
        {beacons.map(({ id, at }) => (
          <rect
            key={id}
            className="replay-beacon"
            x={at.x - dot / 2}
            y={-at.y - dot / 2}
            width={dot}
            height={dot}
          />
        ))}
        <polyline className="replay-truth-trail" points={trail('truth')} />
        <polyline className="replay-trail" points={trail('position')} />
        {now?.position === undefined ? null : (
          <g data-testid="estimate">
            <circle
              className="replay-ring"
              cx={now.position.x}
              cy={-now.position.y}
              r={now.position.accuracy95}
            />
            <circle className="replay-dot" cx={now.position.x} cy={-now.position.y} r={dot} />
          </g>
        )}
        {now?.truth === undefined ? null : (
          <path
            className="replay-truth"
            data-testid="truth"
            d={`M0 ${-dot}L${dot} 0 0 ${dot} ${-dot} 0Z`}
            transform={`translate(${now.truth.x} ${-now.truth.y})`}
          />
        )}
      </svg>
      <figcaption>
        ● {say('replay.estimate')} · ◆ {say('replay.truth')} · ■ {say('replay.beacon')}
      </figcaption>
    </figure>
  );
}

function Cells({ walk: { occupancy } }: { readonly walk: RecordedWalk }) {
  const d = useMemo(() => {
    if (occupancy === null) return '';
    const { cell, points } = occupancy;
    return points.map(([x, y]) => `M${x - cell / 2} ${-y - cell / 2}h${cell}v${cell}h${-cell}z`).join('');
  }, [occupancy]);
  return d === '' ? null : <path className="replay-cells" d={d} />;
}

const outline = (areas: MultiPolygon): string =>
  areas
    .flatMap(({ outer, holes }) => [outer, ...holes])
    .map((ring) => `M${ring.map(({ x, y }) => `${x} ${-y}`).join('L')}Z`)
    .join('');
