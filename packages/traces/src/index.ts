export * from './bound/bound';
export * from './bound/bound-spread';
export { type AppointmentWishes, withAppointments } from './day/appointments';
export * from './day/plan';
export type { PlannedShift } from './day/shifts';
export * from './play';
export * from './score/compare';
export * from './score/score';
export * from './score/truth';
export * from './simulate/adverts';
export { bodyLossDb, CHANNEL, type Effects, receptionProbability } from './simulate/channel';
export type { FindWay } from './simulate/errands';
export type { BeaconLine } from './simulate/readings';
export * from './simulate/simulate';
export type { StepLine } from './simulate/steps';
export { stream } from './simulate/streams';
export { routedWays } from './simulate/ways';
export {
  createRadioWorld,
  floorOf,
  linkTo,
  type RadioBeacon,
  type RadioWorld,
  type Variant,
} from './simulate/world';
