export * from './frames';
export * from './polygon';
export * from './random';
export * from './segment';
export type * from './types';
