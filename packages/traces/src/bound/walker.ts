import { visitorsWalk } from '@daoyin/positioning';
import { CHANNEL, type Effects } from '../simulate/channel';
import type { InformationWindow, Row } from './information-window';
import { isMoving, type Knot, turned } from './track';

/** Columns of a knot: velocity in m/s, body heading, error of the pedometer's heading, place. */
export const PART = { vx: 0, vy: 1, heading: 2, headingError: 3, x: 4, y: 5 } as const;
export const PARTS = 6;
/** Columns that all knots share: phone gain, its six pattern coefficients, the pedometer's scale and drift. */
export const SHARED = { gain: 0, pattern: 1, scale: 7, drift: 8 } as const;
export const SHARED_COUNT = 9;

/** Ours: how fast a body may turn unforeseen, and how well it points along the way. */
const TURNING_SD = 1;
const ALONG_THE_WAY_SD = 0.1;
const ANYWHERE_M = 1000;
/** Ours: what a pedometer's way misses beside scale and heading, in metres a second. */
const WAY_SD = 0.03;
const STEP_M = 0.65;
const STEP_HEADING_SD = 0.02;

/** What is known before anything is heard. */
export function priorRows(window: InformationWindow, { steps, body }: Effects): readonly Row[] {
  const { gainSdDb } = CHANNEL.receiver;
  const { personScaleSd, misalignmentSd, driftSd } = steps;
  const patternSd = body.phonePatternDb / Math.sqrt(3);
  const at = (part: number): number => window.column(0, part);
  return [
    [[SHARED.gain, 1 / gainSdDb]],
    ...[0, 1, 2, 3, 4, 5].map((i): Row => [[SHARED.pattern + i, 1 / patternSd]]),
    [[SHARED.scale, 1 / personScaleSd]],
    [[SHARED.drift, 1 / driftSd]],
    [[at(PART.vx), 1 / visitorsWalk.velocitySd]],
    [[at(PART.vy), 1 / visitorsWalk.velocitySd]],
    [[at(PART.heading), 1 / Math.PI]],
    [[at(PART.headingError), 1 / misalignmentSd]],
    [[at(PART.x), 1 / ANYWHERE_M]],
    [[at(PART.y), 1 / ANYWHERE_M]],
  ];
}

/** How a walker moves in the second until knot `k`, whether or not they carry a pedometer. */
export function motionRows(window: InformationWindow, k: number, before: Knot, now: Knot): readonly Row[] {
  const at = (part: number): number => window.column(k, part);
  const was = (part: number): number => window.column(k - 1, part);
  const rows: Row[] = [];
  const { keep, reach, velocityVariance, together, placeVariance } = visitorsWalk.second;
  const velocitySd = Math.sqrt(velocityVariance);
  const placeByVelocity = together / velocityVariance;
  const placeSd = Math.sqrt(placeVariance - together * placeByVelocity);
  for (const [x, v] of [
    [PART.x, PART.vx],
    [PART.y, PART.vy],
  ] as const) {
    const velocity: Row = [
      [at(v), 1 / velocitySd],
      [was(v), -keep / velocitySd],
    ];
    rows.push(velocity, [
      [at(x), 1 / placeSd],
      [was(x), -1 / placeSd],
      [was(v), (placeByVelocity * keep - reach) / placeSd],
      [at(v), -placeByVelocity / placeSd],
    ]);
  }
  rows.push([
    [at(PART.heading), 1 / TURNING_SD],
    [was(PART.heading), -1 / TURNING_SD],
  ]);
  if (isMoving(now)) rows.push(alongTheWay(window, k, before, now));
  return rows;
}

/** What the pedometer tells of the second until knot `k`: the way with unknown scale, the heading with its error. */
export function stepRows(
  window: InformationWindow,
  k: number,
  before: Knot,
  now: Knot,
  { randomWalk, stepScaleSd, missedShare, falsePerSecond }: Effects['steps'],
): readonly Row[] {
  const at = (part: number): number => window.column(k, part);
  const was = (part: number): number => window.column(k - 1, part);
  const [dx, dy] = [now.x - before.x, now.y - before.y];
  const steps = now.moved / STEP_M;
  const missed = STEP_M ** 2 * (steps * missedShare + (isMoving(now) ? 0 : falsePerSecond));
  const alongSd = Math.sqrt(WAY_SD ** 2 + steps * (stepScaleSd * STEP_M) ** 2 + missed);
  const [cos, sin] = [Math.cos(now.heading), Math.sin(now.heading)];
  const way = (ux: number, uy: number, sd: number, scale: number, turn: number): Row => [
    [at(PART.x), ux / sd],
    [was(PART.x), -ux / sd],
    [at(PART.y), uy / sd],
    [was(PART.y), -uy / sd],
    [SHARED.scale, scale / sd],
    [at(PART.headingError), turn / sd],
  ];
  return [
    [
      [at(PART.headingError), 1 / randomWalk],
      [was(PART.headingError), -1 / randomWalk],
      [SHARED.drift, -1 / randomWalk],
    ],
    // Measured length = scale × true length; measured heading = true heading + error.
    way(cos, sin, alongSd, dx * cos + dy * sin, 0),
    way(-sin, cos, isMoving(now) ? WAY_SD : alongSd, 0, dx * cos + dy * sin),
    [
      [at(PART.heading), 1 / STEP_HEADING_SD],
      [at(PART.headingError), 1 / STEP_HEADING_SD],
    ],
  ];
}

/** Without a pedometer its heading has no error to learn: the column needs something to stand on. */
export function noStepRows(window: InformationWindow, k: number): readonly Row[] {
  return [[[window.column(k, PART.headingError), 1]]];
}

function alongTheWay(window: InformationWindow, k: number, before: Knot, now: Knot): Row {
  const { moved, heading } = now;
  const sd = Math.hypot(ALONG_THE_WAY_SD, turned(before, now) / 2);
  return [
    [window.column(k, PART.heading), 1 / sd],
    [window.column(k, PART.vx), Math.sin(heading) / moved / sd],
    [window.column(k, PART.vy), -Math.cos(heading) / moved / sd],
  ];
}
