import {
  boundsOfAreas,
  type MultiPolygon,
  multiPolygonContains,
  type Point,
  type VenuePoint,
} from '@daoyin/geometry';
import type { LevelDrawing, RouteResult } from '@daoyin/routing';
import { useSay } from '@daoyin/ui';
import type { FeatureId, Venue } from '@daoyin/venue';
import { type PointerEvent, useMemo } from 'react';

/** What can be drawn over the plan, from below. */
export const LAYERS = ['floor', 'mesh', 'graph', 'doors', 'views', 'reached'] as const;
export type Layer = (typeof LAYERS)[number];

/** One storey in metres: units and fixtures, over them what the search works on and what it did. */
export function Plan({
  venue,
  drawing,
  layers,
  closed,
  ends,
  route,
  onTap,
}: {
  readonly venue: Venue;
  readonly drawing: LevelDrawing;
  readonly layers: ReadonlySet<Layer>;
  readonly closed: readonly FeatureId[];
  readonly ends: readonly VenuePoint[];
  readonly route: RouteResult | undefined;
  readonly onTap: (at: VenuePoint, unit: FeatureId | undefined) => void;
}) {
  const { say } = useSay();
  const { level } = drawing;
  const units = useMemo(() => venue.units.filter((unit) => unit.level === level), [venue, level]);
  const fixtures = useMemo(() => venue.fixtures.filter((one) => one.level === level), [venue, level]);
  const box = useMemo(() => {
    const outline = venue.levels.find(({ shortName }) => shortName === level)?.outline ?? [];
    return boundsOfAreas([...outline, ...units.flatMap(({ area }) => area)]);
  }, [venue, level, units]);
  const [width, height] = [box.maxX - box.minX + 4, box.maxY - box.minY + 4];
  const tap = (event: PointerEvent<SVGSVGElement>) => {
    const matrix = event.currentTarget.getScreenCTM()?.inverse();
    if (matrix === undefined) return;
    const { x, y } = new DOMPoint(event.clientX, event.clientY).matrixTransform(matrix);
    const at = { x, y: -y, level };
    onTap(at, units.findLast(({ area }) => multiPolygonContains(area, at))?.id);
  };
  const dot = width / 250;
  return (
    <svg
      className="routes-plan"
      viewBox={`${box.minX - 2} ${-box.maxY - 2} ${width} ${height}`}
      role="img"
      aria-label={say('routes.title')}
      onPointerUp={tap}
    >
      {units.map(({ id, area, category }) => (
        <path
          key={id}
          className={closed.includes(id) ? 'routes-unit routes-closed' : 'routes-unit'}
          data-category={category}
          d={areasPath(area)}
        />
      ))}
      {fixtures.map(({ id, area }) => (
        <path key={id} className="routes-fixture" d={areasPath(area)} />
      ))}
      <Layers drawing={drawing} layers={layers} dot={dot} />
      {route?.ok
        ? route.legs.map((leg) =>
            leg.kind === 'walk' && leg.level === level ? (
              <path
                key={linePath(leg.path)}
                className="routes-route"
                data-testid="route"
                d={linePath(leg.path)}
              />
            ) : null,
          )
        : null}
      {ends.map((end) =>
        end.level === level ? (
          <circle key={`${end.x}/${end.y}`} className="routes-end" cx={end.x} cy={-end.y} r={2 * dot} />
        ) : null,
      )}
    </svg>
  );
}

function Layers({
  drawing,
  layers,
  dot,
}: {
  readonly drawing: LevelDrawing;
  readonly layers: ReadonlySet<Layer>;
  readonly dot: number;
}) {
  const paths = useMemo(
    () => ({
      floor: areasPath(drawing.free),
      mesh: drawing.triangles.map((corners) => `${linePath(corners)}Z`).join(''),
      graph: drawing.segments.map(linePath).join(''),
      doors: drawing.doorways.map(linePath).join(''),
      views: drawing.views.map(linePath).join(''),
      reached: drawing.reached.map(({ x, y }) => `M${x} ${-y - dot / 2}v${dot}`).join(''),
    }),
    [drawing, dot],
  );
  return LAYERS.filter((layer) => layers.has(layer)).map((layer) => (
    <path key={layer} className={`routes-${layer}`} data-testid={layer} d={paths[layer]} />
  ));
}

const linePath = (line: readonly Point[]): string => `M${line.map(({ x, y }) => `${x} ${-y}`).join('L')}`;

const areasPath = (areas: MultiPolygon): string =>
  areas
    .flatMap(({ outer, holes }) => [outer, ...holes])
    .map((ring) => `${linePath(ring)}Z`)
    .join('');
