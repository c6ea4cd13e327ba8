import { boundsOfAreas, type Point } from '@daoyin/geometry';
import type { Issue, Level, Opening } from '@daoyin/venue';
import { areaOf, difference, offsetSharp, type Region } from './clip';
import { middleOf } from './doorways';
import { regionContains, type UnitFloor } from './level-parts';

/** The floor that nobody drew as a unit, and what was assumed about it. */
export interface Undrawn {
  readonly floor?: UnitFloor;
  readonly issues: readonly Issue[];
}

/** Less of an outline than this is walls and rounding. */
const LEAST_SHARE = 0.05;
/** Units that cover less of a level than this are rooms on a floor that was left out. */
const FEW_UNITS = 0.5;
/** Half of the thickest wall that is a mere gap between units, and as far as a door's sides are looked at (in metres). */
const WALL = 0.3;

/**
 * What no unit of a level covers is solid where its plan draws what is walked on. It is floor where the plan leaves that out: there are no
 * units, or a few rooms and nothing between them, or more doors lead into it than from unit to unit. The floor goes by the level's id.
 */
export function undrawnFloor(
  level: Level,
  outline: Region,
  floors: readonly UnitFloor[],
  openings: readonly Opening[],
): Undrawn {
  const whole = areaOf(outline);
  const drawn = floors.reduce((sum, { region }) => sum + areaOf(region), 0);
  if (whole === 0 || whole - drawn < LEAST_SHARE * whole) return { issues: [] };
  const left = difference(
    outline,
    floors.flatMap(({ region }) => region),
  );
  const wide = offsetSharp(offsetSharp(left, -WALL), WALL);
  const size = areaOf(wide);
  if (size < LEAST_SHARE * whole) return { issues: [] };
  const hasWays = floors.some(({ kind }) => kind === 'open' || kind === 'steps');
  const isFloor = (!hasWays && drawn < FEW_UNITS * whole) || mostDoorsLeadInto(wide, floors, openings);
  const percent = Math.round((100 * size) / whole);
  const message = `No unit covers ${Math.round(size)} m² (${percent} %) of level ${level.shortName}: that was taken as ${isFloor ? 'floor to walk on' : 'solid'}.`;
  const issues: Issue[] = [{ severity: 'assumption', kind: 'undrawn-floor', message, featureId: level.id }];
  return isFloor ? { floor: floorOf(level, left), issues } : { issues };
}

function floorOf(level: Level, region: Region): UnitFloor {
  const { id, name, shortName, outline: area } = level;
  const unit = { id, name, level: shortName, category: 'unenclosedarea', accessibility: [], area };
  return { unit, kind: 'open', region, bounds: boundsOfAreas(area) };
}

function mostDoorsLeadInto(
  undrawn: Region,
  floors: readonly UnitFloor[],
  openings: readonly Opening[],
): boolean {
  let [into, between] = [0, 0];
  for (const { line } of openings) {
    const { middle, normal } = middleOf(line);
    const [left, right] = [WALL, -WALL].map(
      (d): Point => ({
        x: middle.x + d * normal.x,
        y: middle.y + d * normal.y,
      }),
    ) as [Point, Point];
    const isDrawn = (point: Point) => floors.some(({ region }) => regionContains(region, point));
    if (regionContains(undrawn, left) || regionContains(undrawn, right)) into++;
    else if (isDrawn(left) && isDrawn(right)) between++;
  }
  return into > between;
}
