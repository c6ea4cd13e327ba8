import type { Venue } from '@daoyin/venue';
import { memo, useMemo } from 'react';
import type { AreaPaint } from './areas';
import { planPaths } from './plan-paths';

/** What of a level never moves; drawn once, in metres. */
export const PlanStatic = memo(function PlanStatic({
  venue,
  level,
  paint,
}: {
  readonly venue: Venue;
  readonly level: string;
  readonly paint: AreaPaint;
}) {
  const paths = useMemo(() => planPaths(venue, level, paint), [venue, level, paint]);
  return (
    <g className="plan-static">
      {paths.map(({ id, className, d, colour }) => (
        <path
          key={id}
          className={className}
          d={d}
          fillRule="evenodd"
          {...(colour === undefined ? {} : { style: { fill: colour } })}
        />
      ))}
      {windowMarks(venue, level, paint)}
    </g>
  );
});

/** The counter of a window in its zone's colour. */
function windowMarks(venue: Venue, level: string, paint: AreaPaint) {
  const fixtures = new Map(venue.fixtures.map((fixture) => [fixture.id, fixture]));
  return venue.windows
    .filter((window) => window.at.level === level)
    .map(({ number, fixtureId }) => {
      const desk = fixtureId === undefined ? undefined : fixtures.get(fixtureId)?.area[0]?.outer;
      if (desk === undefined) return null;
      const points = desk.map(({ x, y }) => `${x.toFixed(2)},${(-y).toFixed(2)}`).join(' ');
      const colour = paint.windows.get(number);
      return (
        <polygon
          key={number}
          className="plan-window"
          points={points}
          {...(colour === undefined ? {} : { style: { fill: colour } })}
        />
      );
    });
}
