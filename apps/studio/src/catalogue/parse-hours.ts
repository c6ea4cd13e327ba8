/** A chunk of its own, for `hours-reader.ts`. */
export { parseHours } from '@daoyin/services';
