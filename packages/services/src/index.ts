export * from './decode';
export * from './hours';
export * from './lookup';
export * from './ticket';
export type * from './types';
export * from './validate';
export * from './waiting';
