import { join } from 'node:path';
import type { ServerOptions } from '../options/options';
import type { DatabaseLocation } from './database';

/** Where a server keeps its rows. */
export const locationOf = ({
  databaseUrl,
  data,
}: Pick<ServerOptions, 'databaseUrl' | 'data'>): DatabaseLocation =>
  databaseUrl === undefined
    ? { kind: 'folder', path: join(data, 'database') }
    : { kind: 'postgres', url: databaseUrl };
