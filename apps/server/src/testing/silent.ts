import { openLog } from '../operation/log';

/** The log of a server under test. */
export const silentLog = openLog({ level: 'error', format: 'json', write: () => undefined });
