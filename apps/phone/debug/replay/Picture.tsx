import { type Bounds, boundsOf, type MultiPolygon } from '@daoyin/geometry';
import type { RecordedWalk } from '@daoyin/protocol';
import { useSay } from '@daoyin/ui';
import { memo, useMemo } from 'react';
import type { Moment } from './moments';
import type { PlayableWalk } from './opened-walk';

const TRAIL = 40;
/** Half the width in metres of the view round the walker. */
const NEAR_M = 10;
/** A residual of so many dB has the full colour. */
const STRONG_DB = 12;

/** The hall in metres: plan, beacons heard with their residuals, particles or knots, the dot with its ring, and the truth. */
export function Picture({
  playable: { walk, register },
  moments,
  near,
}: {
  readonly playable: PlayableWalk;
  readonly moments: readonly Moment[];
  readonly near: boolean;
}) {
  const { say } = useSay();
  const now = moments.at(-1);
  const level = now?.truth?.level ?? now?.position?.level ?? walk.venue?.levels[0]?.shortName;
  const beacons = useMemo(
    () => register.beacons.flatMap(({ id, at }) => (at?.level === level && at ? [{ id, at }] : [])),
    [register, level],
  );
  const whole = useMemo(() => {
    const floor = walk.venue?.levels.find(({ shortName }) => shortName === level)?.outline ?? [];
    return boundsOf([
      ...floor.flatMap(({ outer }) => outer),
      ...beacons.map(({ at }) => at),
      ...walk.truth.filter((one) => one.level === level),
    ]);
  }, [walk, beacons, level]);
  if (!Number.isFinite(whole.minX)) return null;
  const centre = now?.position ?? now?.truth;
  const box = near && centre ? around(centre) : whole;
  const [width, height] = [box.maxX - box.minX + 4, box.maxY - box.minY + 4];
  const dot = Math.max(width, height) / (near ? 55 : 110);
  return (
    <figure className="replay-picture">
      <svg
        viewBox={`${box.minX - 2} ${-box.maxY - 2} ${width} ${height}`}
        role="img"
        aria-label={say('replay.title')}
      >
        <Plan walk={walk} level={level} />
        {now && <Beacons beacons={beacons} now={now} size={dot} />}
        {now && <Points now={now} level={level} size={dot / (near ? 2 : 3)} />}
        <polyline className="replay-truth-trail" points={trail(moments, 'truth', level)} />
        <polyline className="replay-trail" points={trail(moments, 'position', level)} />
        {now && <Walker now={now} size={dot} />}
      </svg>
      <figcaption className="replay-legend">
        <span className="replay-key-dot">{say('replay.estimate')}</span>
        <span className="replay-key-truth">{say('replay.truth')}</span>
        <span className="replay-key-point">{say('replay.samples')}</span>
        <span className="replay-key-strong">{say('replay.too-strong')}</span>
        <span className="replay-key-weak">{say('replay.too-weak')}</span>
      </figcaption>
    </figure>
  );
}

const Plan = memo(function Plan({
  walk: { venue, occupancy },
  level,
}: {
  readonly walk: RecordedWalk;
  readonly level: string | undefined;
}) {
  const floor = venue?.levels.find(({ shortName }) => shortName === level)?.outline;
  const on = (one: { readonly level: string }): boolean => one.level === level;
  const rooms = [...(venue?.units ?? []), ...(venue?.fixtures ?? [])].filter(on).flatMap(({ area }) => area);
  const cells = occupancy?.points
    .map(
      ([x, y]) =>
        `M${x - occupancy.cell / 2} ${-y - occupancy.cell / 2}h${occupancy.cell}v${occupancy.cell}h${-occupancy.cell}z`,
    )
    .join('');
  return (
    <>
      {floor && <path className="replay-floor" d={outline(floor)} />}
      {rooms.length > 0 && <path className="replay-rooms" d={outline(rooms)} />}
      {cells && <path className="replay-cells" d={cells} />}
    </>
  );
});

/** All beacons of the level; those heard lately larger, redder where they are stronger than expected, bluer where weaker. */
function Beacons({
  beacons,
  now,
  size,
}: {
  readonly beacons: readonly {
    readonly id: string;
    readonly at: { readonly x: number; readonly y: number };
  }[];
  readonly now: Moment;
  readonly size: number;
}) {
  const heard = new Set(now.heard.map(({ beaconId }) => beaconId));
  const residuals = new Map(now.debug.residuals.map(({ beaconId, residualDb }) => [beaconId, residualDb]));
  return beacons.map(({ id, at }) => {
    const residual = residuals.get(id);
    const side = heard.has(id) ? size * 1.4 : size * 0.7;
    const share = residual === undefined ? 0 : Math.min(1, Math.abs(residual) / STRONG_DB);
    const colour = (residual ?? 0) > 0 ? 'var(--replay-strong)' : 'var(--replay-weak)';
    return (
      <rect
        key={id}
        className={heard.has(id) ? 'replay-beacon replay-heard' : 'replay-beacon'}
        x={at.x - side / 2}
        y={-at.y - side / 2}
        width={side}
        height={side}
        style={
          share > 0
            ? { fill: `color-mix(in srgb, ${colour} ${Math.round(share * 100)}%, #9aa3b2)` }
            : undefined
        }
      >
        <title>{`${id}${residual === undefined ? '' : ` ${residual.toFixed(1)} dB`}`}</title>
      </rect>
    );
  });
}

function Points({
  now,
  level,
  size,
}: {
  readonly now: Moment;
  readonly level: string | undefined;
  readonly size: number;
}) {
  const points = now.debug.points.filter((point) => point.level === level);
  const heaviest = Math.max(...points.map(({ weight }) => weight));
  return points.map(({ x, y, weight }, i) => (
    <circle
      // Points have no identity: they are drawn anew each moment.
      // biome-ignore lint/suspicious/noArrayIndexKey: see above
      key={i}
      className="replay-point"
      cx={x}
      cy={-y}
      r={size}
      opacity={Math.max(0.15, weight / heaviest)}
    />
  ));
}

function Walker({ now: { position, truth }, size }: { readonly now: Moment; readonly size: number }) {
  return (
    <>
      {position && (
        <g data-testid="estimate">
          <circle className="replay-ring" cx={position.x} cy={-position.y} r={position.accuracy95} />
          <circle className="replay-dot" cx={position.x} cy={-position.y} r={size} />
        </g>
      )}
      {truth && (
        <path
          className="replay-truth"
          data-testid="truth"
          d={`M0 ${-size}L${size} 0 0 ${size} ${-size} 0Z`}
          transform={`translate(${truth.x} ${-truth.y})`}
        />
      )}
    </>
  );
}

function trail(moments: readonly Moment[], of: 'position' | 'truth', level: string | undefined): string {
  return moments
    .slice(-TRAIL)
    .flatMap((moment) => moment[of] ?? [])
    .filter((point) => point.level === level)
    .map(({ x, y }) => `${x.toFixed(2)},${(-y).toFixed(2)}`)
    .join(' ');
}

function around({ x, y }: { readonly x: number; readonly y: number }): Bounds {
  return { minX: x - NEAR_M, maxX: x + NEAR_M, minY: y - NEAR_M, maxY: y + NEAR_M };
}

const outline = (areas: MultiPolygon): string =>
  areas
    .flatMap(({ outer, holes }) => [outer, ...holes])
    .map((ring) => `M${ring.map(({ x, y }) => `${x} ${-y}`).join('L')}Z`)
    .join('');
