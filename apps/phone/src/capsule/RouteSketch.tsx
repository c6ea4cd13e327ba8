import type { Point, VenuePoint } from '@daoyin/geometry';
import type { Route } from '@daoyin/routing';

const WIDTH = 360;
const HEIGHT = 200;
const MARGIN = 28;

/** The way on one storey as a line, north up, without a plan: where the step is, and where the way goes on or ends. */
export function RouteSketch({
  route,
  at,
  label,
}: {
  readonly route: Route;
  readonly at: VenuePoint;
  readonly label: string;
}) {
  const lines = route.legs.flatMap((leg) =>
    leg.kind === 'walk' && leg.level === at.level ? [leg.path] : [],
  );
  const place = placing([...lines.flat(), at]);
  const end = lines.at(-1)?.at(-1) ?? at;
  const isGoal = route.destination.at.level === at.level;
  return (
    <svg className="sketch" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={`${label} ${at.level}`}>
      <text className="sketch-level" x={14} y={30}>
        {at.level}
      </text>
      {lines.map((line, i) => (
        <polyline
          // biome-ignore lint/suspicious/noArrayIndexKey: the lines of a route keep their order.
          key={i}
          className="sketch-way"
          points={line.map((point) => place(point).join()).join(' ')}
        />
      ))}
      <rect
        className={isGoal ? 'sketch-goal' : 'sketch-change'}
        x={place(end)[0] - 9}
        y={place(end)[1] - 9}
        width={18}
        height={18}
        rx={isGoal ? 4 : 9}
      />
      <circle className="sketch-here" cx={place(at)[0]} cy={place(at)[1]} r={10} />
    </svg>
  );
}

/** Where points of the venue go in the picture: all of them in it, as large as may be. */
function placing(points: readonly Point[]) {
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)];
  const [west, south] = [Math.min(...xs), Math.min(...ys)];
  const [wide, high] = [Math.max(...xs) - west, Math.max(...ys) - south];
  const scale = Math.min((WIDTH - 2 * MARGIN) / Math.max(wide, 5), (HEIGHT - 2 * MARGIN) / Math.max(high, 5));
  return ({ x, y }: Point): readonly [number, number] => [
    Math.round(WIDTH / 2 + (x - west - wide / 2) * scale),
    Math.round(HEIGHT / 2 - (y - south - high / 2) * scale),
  ];
}
