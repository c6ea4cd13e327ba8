export * from './decode';
export * from './ticket';
export type * from './types';
export * from './waiting';
