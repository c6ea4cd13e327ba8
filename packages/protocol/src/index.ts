export * from './calls';
export * from './events';
export * from './guide-call';
export * from './receiver';
export * from './site';
export * from './ticket';
export type * from './venue';
