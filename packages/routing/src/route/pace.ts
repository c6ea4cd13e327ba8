import type { ConnectorKind } from '@daoyin/venue';
import type { ProfileName } from '../types';

/** How a walker moves: speeds in m/s, times in s. */
export interface Pace {
  readonly walking: number;
  /** Along the slope of a stair; undefined where the walker cannot climb. */
  readonly stairsUp: number | undefined;
  readonly stairsDown: number | undefined;
  readonly ramp: number;
  readonly escalator: boolean;
  /** Seconds that a ride costs beyond its duration when ways are compared: what the walker would rather not do. */
  readonly reluctance: Readonly<Record<ConnectorKind, number>>;
}

const NONE = { elevator: 0, escalator: 0, stairs: 0, ramp: 0 } as const;

/**
 * Walking and stair speeds from Fruin, Pedestrian Planning and Design (1971): free level walking 1.35 m/s, here 1.25 in a hall
 * with others; stairs 0.51 m/s up and 0.67 m/s down along the horizontal, here per metre of slope with the storey's fatigue in it.
 */
export const PACES: Readonly<Record<ProfileName, Pace>> = {
  walk: { walking: 1.25, stairsUp: 0.45, stairsDown: 0.6, ramp: 1.1, escalator: true, reluctance: NONE },
  slow: {
    walking: 0.8,
    stairsUp: 0.25,
    stairsDown: 0.3,
    ramp: 0.65,
    escalator: true,
    reluctance: { ...NONE, escalator: 120, stairs: 90 },
  },
  'step-free': {
    walking: 1,
    stairsUp: undefined,
    stairsDown: undefined,
    ramp: 0.7,
    escalator: false,
    reluctance: NONE,
  },
  pram: {
    walking: 1.1,
    stairsUp: undefined,
    stairsDown: undefined,
    ramp: 0.9,
    escalator: false,
    reluctance: NONE,
  },
};

const STAIR_SLOPE = (32 * Math.PI) / 180;
const ESCALATOR_SLOPE = (30 * Math.PI) / 180;
/** Steepest ramp that GB 50763 (barrier-free design) allows indoors. */
const RAMP_SLOPE = Math.atan(1 / 12);
/** EN 115: the common belt speed of an escalator, and the step on and off. */
const ESCALATOR_SPEED = 0.5;
const ESCALATOR_BOARDING = 2;
/** CIBSE Guide D: a good average wait, doors opening and closing at both ends, start and stop, rated speed. */
const LIFT_WAIT = 30;
const LIFT_DOORS = 10;
const LIFT_START_AND_STOP = 3;
const LIFT_SPEED = 1;

/** What a connector costs between two of its storeys. `length` are metres on one's feet: none in a lift or on an escalator. */
export interface Ride {
  readonly length: number;
  readonly duration: number;
  /** Duration and reluctance: what is minimised. */
  readonly cost: number;
}

/** The ride over `rise` metres (negative: down); undefined where this walker cannot use such a connector. */
export function rideOf(kind: ConnectorKind, rise: number, pace: Pace): Ride | undefined {
  const height = Math.abs(rise);
  const ride = (length: number, duration: number): Ride => ({
    length,
    duration,
    cost: duration + pace.reluctance[kind],
  });
  if (kind === 'elevator') {
    return ride(0, LIFT_WAIT + LIFT_DOORS + LIFT_START_AND_STOP + height / LIFT_SPEED);
  }
  if (kind === 'escalator') {
    if (!pace.escalator) return undefined;
    return ride(0, ESCALATOR_BOARDING + height / Math.sin(ESCALATOR_SLOPE) / ESCALATOR_SPEED);
  }
  if (kind === 'ramp') {
    const length = height / Math.sin(RAMP_SLOPE);
    return ride(length, length / pace.ramp);
  }
  const speed = rise > 0 ? pace.stairsUp : pace.stairsDown;
  const length = height / Math.sin(STAIR_SLOPE);
  return speed === undefined ? undefined : ride(length, length / speed);
}
