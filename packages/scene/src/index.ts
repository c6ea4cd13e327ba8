export { HallScene } from './HallScene';
export type * from './types';
