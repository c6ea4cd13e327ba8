import type { Bench } from './bench';
import { long } from './long';
import { pages } from './pages';
import { positioning } from './positioning';
import { routing } from './routing';
import { server } from './server';

/** All benches, in the order in which they run. */
export const benches: readonly Bench[] = [...pages, ...routing, ...positioning, ...server, ...long];
