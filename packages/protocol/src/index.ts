export * from './calls';
export * from './events';
export * from './receiver';
export * from './ticket';
export type * from './venue';
