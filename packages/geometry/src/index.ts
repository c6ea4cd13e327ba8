export * from './frames';
export * from './image-fit';
export * from './image-lengths';
export * from './polygon';
export * from './quantile';
export * from './random';
export * from './segment';
export type * from './types';
