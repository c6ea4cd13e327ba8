import type { Bench } from './bench';
import { printed } from './printed';

/** Ways, and what follows from them. */
export const routing: readonly Bench[] = [
  {
    name: 'routing',
    command: 'npm run --silent bench:routing',
    figures: [
      {
        what: 'a route, sample hall’s 1F: median, 95 %, and recast-navigation’s in turn',
        asked: '≤ its',
        figure: (out) => {
          const [ours, recast] = [
            printed('\ndaoyin # #', '$1, $2 µs'),
            printed('\nrecast-navigation # #', '$1, $2 µs'),
          ];
          const [a, b] = [ours(out), recast(out)];
          return a && b && `${a}; ${b}`;
        },
      },
      {
        what: 'nearest of 60 windows, in single queries to the nearest: median, mean; sample hall',
        asked: '≤ 2',
        figure: printed('one query, to the nearest # # # #x #x', '$4, $5'),
      },
      {
        what: 'the first closing of a process after the rehearsal, doors and floors, the most: sample hall',
        asked: '≤ 20 ms',
        figure: (out) => {
          const [doors, floors] = ['doors', 'floors'].map((kind) =>
            printed(`\n${kind}, rehearsed # #`, '$2 ms')(out),
          );
          return doors && floors && `${doors}; ${floors}`;
        },
      },
      {
        what: 'closing a door, then the route, CPU median, 95 %, most',
        asked: '≤ 20 ms',
        figure: printed('\ndoors # # #', '$1, $2, $3 ms'),
      },
    ],
  },
  {
    name: 'routing-exact',
    command: 'npx tsx bench/routing-exact.ts',
    figures: [
      {
        what: 'routes longer than the shortest, missing, nearer to a wall than their clearance (sample hall)',
        asked: '0 of 2,000',
        figure: printed(': # pairs, # with a shorter way … # missing, # nearer', '$2, $3, $4 of $1'),
      },
    ],
  },
  {
    name: 'station',
    command: 'npx tsx bench/station.ts',
    figures: [
      {
        what: 'a station of 432 units, from bytes to the first route in a fresh process: clock, median and most',
        asked: '≤ 2 s',
        figure: printed('bytes to a route, fresh, walk clock median # ms, most #;', '$1; $2 ms'),
      },
    ],
  },
  {
    name: 'what-if',
    command: 'npx tsx bench/what-if.ts',
    figures: [
      {
        what: 'a day of 2,400 numbers replayed with all escalators closed',
        asked: '–',
        figure: printed('all escalators closed: … window, … step-free; # s', '$1 s'),
      },
    ],
  },
];
