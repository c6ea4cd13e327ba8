export { type Covariance2, radius95 } from './accuracy';
export { type BeaconIndex, type IndexedBeacon, type IndexedLevel, indexBeacons } from './beacon-index';
export { type BeaconFinding, type Calibration, calibrate } from './calibration/calibrate';
export { learntModel } from './calibration/learnt-model';
export { decodeRadioMap, type RadioMap } from './calibration/radio-map';
export type { SurveyTruth, SurveyWalk } from './calibration/survey';
export type { CountingEstimator } from './engine';
export { diagnose } from './health/diagnose';
export { HealthLedger } from './health/ledger';
export {
  type BeaconTestimony,
  decodeTestimony,
  type SquareLevel,
  type WalkReport,
} from './health/report';
export { type BeaconState, type BeaconVerdict, trustedRegister } from './health/verdict';
export { BeaconWitness } from './health/witness';
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
