export * from './frames';
export * from './image-fit';
export * from './image-lengths';
export * from './polygon';
export * from './quantile';
export * from './random';
export * from './screen-box';
export * from './segment';
export type * from './types';
