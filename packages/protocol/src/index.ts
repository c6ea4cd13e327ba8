export * from './events';
export * from './ticket';
export type * from './venue';
