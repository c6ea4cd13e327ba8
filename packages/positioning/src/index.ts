export { type Covariance2, radius95 } from './accuracy';
export { type BeaconIndex, type IndexedBeacon, type IndexedLevel, indexBeacons } from './beacon-index';
export { type BeaconFinding, type Calibration, calibrate } from './calibration/calibrate';
export { learntModel } from './calibration/learnt-model';
export { decodeRadioMap, type RadioMap } from './calibration/radio-map';
export type { SurveyTruth, SurveyWalk } from './calibration/survey';
export type { CountingEstimator } from './engine';
export { diagnose } from './health/diagnose';
export { type BeaconEvidence, type Displacement, EvidenceMaker } from './health/evidence';
export { accountOf, type EvidenceAccount, joinedAccounts } from './health/evidence-account';
export { diagnoseEvidence } from './health/evidence-verdicts';
export { HealthLedger } from './health/ledger';
export {
  type BeaconTestimony,
  decodeTestimony,
  type SquareLevel,
  type WalkReport,
} from './health/report';
export { type BeaconState, type BeaconVerdict, trustedRegister } from './health/verdict';
export { BeaconWitness, WitnessSite } from './health/witness';
export type { DropCounts, DropReason } from './intake';
export { AccuracyMap, type LevelAccuracy } from './predicted/accuracy-map';
export { type AdvertInformation, advertInformation } from './predicted/advert-information';
export { type Aim, evenAim, judge, type Traffic, trafficAim } from './predicted/aim';
export { ceilingPlaces } from './predicted/ceiling-places';
export { FEWEST_AUDIBLE, fewBeaconsRule, type SparseArea, sparseAreas } from './predicted/few-beacons';
export { type FloorCells, squareAt } from './predicted/floor-cells';
export type { Listening } from './predicted/listening';
export { addBest, type Cost, rankByCost, removeLeast, type SearchStep } from './predicted/optimise';
export { blocked } from './predicted/passers-by';
export { type Prospect, prospectOf } from './predicted/prospect';
export { visitorsWalk } from './predicted/visitors-walk';
export { type LevelLoss, LossMap } from './predicted/without-one';
export { receptionProbability } from './reception';
export { PositioningSession, type SessionCounters } from './session';
export {
  defaultEstimator,
  type EstimatorName,
  estimatorNames,
  isEstimatorName,
  startEstimator,
} from './start-estimator';
export { SurveyCoverage } from './survey-guide/coverage';
export { type CalibrationVerdict, judgeCalibration } from './survey-guide/judge-calibration';
export { nextWalk, type ProposedWalk, type WalkWishes } from './survey-guide/next-walk';
export type * from './types';
