export { createRouter, type NearestResult, type Router, type RouterOptions } from './router';
export type * from './types';
