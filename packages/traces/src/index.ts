export * from './compare';
export * from './score';
export * from './truth';
