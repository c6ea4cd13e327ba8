export * from './ticket';
export * from './waiting';
