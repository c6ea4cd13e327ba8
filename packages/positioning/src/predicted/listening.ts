import { radius95OfAxes } from '../accuracy';
import { defaultChannel } from '../radio-model';
import { visitorsWalk } from './visitors-walk';

/** How a receiver listens: one second alone, or a walk with what was heard before, without steps or with them. */
export type Listening = 'second' | 'walking' | 'steps';

/** What is known of a receiver beforehand, as standard deviations in dB: its gain, and the body's shadow on each axis. */
export interface Receiver {
  readonly gainSdDb: number;
  readonly bodySdDb: number;
}

/**
 * One second knows gains of phones (3 dB) and a body of 8 dB that faces anywhere. A walk has found both but for a rest: ours, so that the
 * map lies within an eighth of the exact posterior bound of walks from 75 to 600 beacons (bench/predicted).
 */
export const receivers: Readonly<Record<Listening, Receiver>> = {
  second: { gainSdDb: 3, bodySdDb: 8 / Math.sqrt(8) },
  walking: { gainSdDb: 2, bodySdDb: 0.5 },
  steps: { gainSdDb: 2, bodySdDb: 0.5 },
};

/** Of the variance of one second's place, what is the same a moment later: shadowing, not fading. */
const STAYS = 0.85;
/** Ours: how far a counted step leads astray in a second, in metres. */
const STEP_ERROR = 0.12;

const TABLE = { from: Math.log(1e-4), to: Math.log(1e6), size: 120 } as const;

/**
 * Variance along one axis in m² that remains to whoever listens so, from the variance of one second alone. Rises with it, so that more
 * beacons never make a prediction worse.
 */
export function lasting(listening: Listening, variance: number): number {
  if (listening === 'second') return variance;
  tables[listening] ??= tableOf(listening);
  const table = tables[listening];
  const at = ((Math.log(variance) - TABLE.from) / (TABLE.to - TABLE.from)) * (TABLE.size - 1);
  const below = Math.max(0, Math.min(TABLE.size - 2, Math.floor(at)));
  const t = Math.max(0, Math.min(1, at - below));
  return Math.exp(table[below]! + t * (table[below + 1]! - table[below]!));
}

/** Radius in metres that holds 95 %, from the variances of one second along the principal axes. */
export function error95(listening: Listening, major: number, minor: number): number {
  return radius95OfAxes(lasting(listening, major), lasting(listening, minor));
}

const tables: Partial<Record<Listening, Float64Array>> = {};

function tableOf(listening: Listening): Float64Array {
  return Float64Array.from({ length: TABLE.size }, (_, i) => {
    const variance = Math.exp(TABLE.from + (i / (TABLE.size - 1)) * (TABLE.to - TABLE.from));
    return Math.log(stationary(listening, variance));
  });
}

const SECONDS = 400;

/**
 * What a Kalman filter of place, velocity and the slowly changing error of what is heard comes to (the Riccati recursion, Kalman 1960). That
 * error is a process over place: it falls to 1/e in the channel's correlation length, at a visitor's speed.
 */
function stationary(listening: Listening, variance: number): number {
  const { keep, reach, velocityVariance, together, placeVariance } = visitorsWalk.second;
  const stays = Math.exp(-visitorsWalk.speed / defaultChannel.correlationLength);
  const drifting = STAYS * variance;
  const stepping = listening === 'steps';
  // Covariance of (place, velocity, error): pp pv pe / vv ve / ee.
  let [pp, pv, pe, vv, ve, ee] = [1e8, 0, 0, visitorsWalk.velocitySd ** 2, 0, drifting];
  for (let second = 0; second < SECONDS; second++) {
    if (stepping) {
      [pp, pe] = [pp + STEP_ERROR ** 2, pe * stays];
    } else {
      pp += 2 * reach * pv + reach * reach * vv + placeVariance;
      pv = keep * (pv + reach * vv) + together;
      pe = stays * (pe + reach * ve);
      vv = keep * keep * vv + velocityVariance;
      ve *= keep * stays;
    }
    ee = stays * stays * ee + drifting * (1 - stays * stays);
    const innovation = pp + 2 * pe + ee + (1 - STAYS) * variance;
    const [kp, kv, ke] = [pp + pe, pv + ve, pe + ee];
    pp -= (kp * kp) / innovation;
    pv -= (kp * kv) / innovation;
    pe -= (kp * ke) / innovation;
    vv -= (kv * kv) / innovation;
    ve -= (kv * ke) / innovation;
    ee -= (ke * ke) / innovation;
  }
  return pp;
}
