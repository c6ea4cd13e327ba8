import type { VenuePoint } from '@daoyin/geometry';
import type { BeaconRegister, Venue } from '@daoyin/venue';

/** One identified signal: the level at which a beacon of the register was heard. */
export interface BeaconReading {
  readonly kind: 'reading';
  readonly atMs: number;
  readonly beaconId: string;
  readonly rssiDbm: number;
  /** Kalman-smoothed level and its variance in dB², where the chain smooths. */
  readonly smoothed?: { readonly rssiDbm: number; readonly variance: number };
}

/** One pedestrian step: length in metres with unknown scale; heading in the venue frame with unknown, slowly drifting bias. */
export interface Step {
  readonly kind: 'step';
  readonly atMs: number;
  readonly length: number;
  readonly heading: number;
  /** Standard deviations of the constant errors where the source knows them: of the heading in radians (π: any), of the length as a share. */
  readonly headingSd?: number;
  readonly scaleSd?: number;
}

/** A place that the walker told us: a scanned sign, a window number, a tap on the map. `sigma` in metres. */
export interface AnchorSighting {
  readonly kind: 'anchor';
  readonly atMs: number;
  readonly at: VenuePoint;
  readonly sigma: number;
}

/** Raw inertial sample in the device frame: m/s² with gravity, rad/s, or the vector part of the quaternion device → east-north-up. */
export interface InertialSample {
  readonly kind: 'accelerometer' | 'gyroscope' | 'rotation_vector';
  readonly atMs: number;
  readonly xyz: readonly [number, number, number];
}

export type Observation = BeaconReading | Step | AnchorSighting | InertialSample;

/** Where the walker is, and how sure. */
export interface Position {
  readonly atMs: number;
  readonly x: number;
  readonly y: number;
  readonly level: string;
  /** Covariance of (x, y) in m²: [xx, xy, yy]; symmetric and positive definite. */
  readonly covariance: readonly [xx: number, xy: number, yy: number];
  /** Radius in metres that contains the truth in 95 % of seconds. */
  readonly accuracy95: number;
}

/** What every estimator is given. Without a venue no map is used. */
export interface EstimatorContext {
  readonly register: BeaconRegister;
  readonly venue?: Venue;
  /** The level to assume where nothing tells it. */
  readonly level?: string;
  readonly seed: number;
}

/**
 * One walker's filter. Observations come in time order (what comes late or repeated is dropped and counted);
 * `positionAt(atMs)` is causal: it uses what was observed, never later than `atMs`, and gives nothing until there is enough to say.
 */
export interface Estimator {
  observe(observation: Observation): void;
  positionAt(atMs: number): Position | undefined;
  /** What a debug page draws: particles or grid, beacons heard, residuals. */
  debug?(): EstimatorDebug;
}

export interface EstimatorDebug {
  readonly points: readonly {
    readonly x: number;
    readonly y: number;
    readonly level: string;
    readonly weight: number;
  }[];
  readonly residuals: readonly { readonly beaconId: string; readonly residualDb: number }[];
  readonly notes: readonly string[];
}

export type StartEstimator = (context: EstimatorContext) => Estimator;
