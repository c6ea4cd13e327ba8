export { type Covariance2, radius95 } from './accuracy';
export { type BeaconIndex, type IndexedBeacon, type IndexedLevel, indexBeacons } from './beacon-index';
export type { CountingEstimator } from './engine';
export type { DropCounts, DropReason } from './intake';
export {
  type Channel,
  defaultChannel,
  type Obstruction,
  pathLossModel,
  type RadioModel,
} from './radio-model';
export { PositioningSession, type SessionCounters } from './session';
export {
  defaultEstimator,
  type EstimatorName,
  estimatorNames,
  isEstimatorName,
  startEstimator,
} from './start-estimator';
export type * from './types';
