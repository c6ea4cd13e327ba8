import type { Point, ScreenPoint } from '@daoyin/geometry';
import { splitRoute } from './route-lines';
import type { HallMapProps } from './types';

interface OverlayProps extends HallMapProps {
  readonly toScreen: (point: Point) => ScreenPoint;
  /** CSS pixels a metre. */
  readonly scale: number;
  /** Clockwise turn of the plan in degrees. */
  readonly turn: number;
}

/** What moves on the plan: route, goal, "you are here", beacons, the dot with its ring, the truth of a recording. */
export function PlanOverlay(props: OverlayProps) {
  const { level, beacons, toScreen } = props;
  const heard = beacons?.beacons.filter(({ at }) => at?.level === level) ?? [];
  return (
    <g className="plan-overlay">
      {heard.map(({ id, at }) => {
        const { left, top } = toScreen(at!);
        return <rect key={id} className="plan-beacon" x={left - 4} y={top - 4} width={8} height={8} rx={2} />;
      })}
      <RouteLine {...props} />
      <GoalPin {...props} />
      <HereMark {...props} />
      <TruthMark {...props} />
      <Dot {...props} />
    </g>
  );
}

function RouteLine({ route, level, travelled = 0, toScreen }: OverlayProps) {
  if (route === undefined) return null;
  const lines = splitRoute(route, level, travelled);
  const draw = (line: readonly Point[]) =>
    line
      .map(toScreen)
      .map(({ left, top }, at) => `${at === 0 ? 'M' : 'L'}${left.toFixed(1)} ${top.toFixed(1)}`)
      .join('');
  return (
    <>
      {lines.walked.map((line) => (
        <path key={`walked-${draw(line)}`} className="plan-route-walked" d={draw(line)} />
      ))}
      {lines.ahead.map((line) => (
        <g key={`ahead-${draw(line)}`}>
          <path className="plan-route-casing" d={draw(line)} />
          <path className="plan-route" d={draw(line)} />
        </g>
      ))}
    </>
  );
}

function GoalPin({ route, level, highlightWindow, toScreen }: OverlayProps) {
  if (route === undefined || route.destination.at.level !== level) return null;
  const { left, top } = toScreen(route.destination.at);
  const text = highlightWindow ?? '';
  const half = Math.max(15, 6 + text.length * 6);
  return (
    <g className="plan-goal" transform={`translate(${left} ${top})`}>
      <path d={`M0 0l-6 -9H${-half}v-27H${half}v27H6z`} />
      <text y={-17}>{text === '' ? '★' : text}</text>
    </g>
  );
}

function HereMark({ here, level, toScreen }: OverlayProps) {
  if (here === undefined || here.level !== level) return null;
  const { left, top } = toScreen(here);
  return (
    <g className="plan-here" transform={`translate(${left} ${top})`}>
      <circle className="plan-here-ring" r={17} />
      <circle className="plan-here-core" r={9} />
    </g>
  );
}

function TruthMark({ truth, level, toScreen }: OverlayProps) {
  if (truth === undefined || truth.level !== level) return null;
  const { left, top } = toScreen(truth);
  return <path className="plan-truth" d="M0-9 9 0 0 9-9 0z" transform={`translate(${left} ${top})`} />;
}

function Dot({ position, heading, stale = false, level, toScreen, scale, turn }: OverlayProps) {
  if (position === undefined || position.level !== level) return null;
  const { left, top } = toScreen(position);
  const degrees = heading === undefined ? undefined : (-heading * 180) / Math.PI + 90 + turn;
  return (
    <g className={stale ? 'plan-dot plan-dot-stale' : 'plan-dot'} transform={`translate(${left} ${top})`}>
      <circle className="plan-dot-ring" r={Math.max(10, position.accuracy95 * scale)} />
      {degrees === undefined ? null : (
        <path className="plan-dot-heading" d="M0-21 9-9Q0-14-9-9z" transform={`rotate(${degrees})`} />
      )}
      <circle className="plan-dot-core" r={10} data-testid="dot" />
    </g>
  );
}
