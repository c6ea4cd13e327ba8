import type { Bench } from './bench';
import { printed } from './printed';

/** The server under load. */
export const server: readonly Bench[] = [
  {
    name: 'receivers',
    command: 'npx tsx bench/receivers.ts',
    figures: [
      {
        what: 'readings of receivers a CPU second, all accounted for',
        asked: '≥ 50,000',
        figure: printed('through the door # a CPU second', '$1'),
      },
    ],
  },
  {
    name: 'day',
    command: 'npx tsx bench/day.ts',
    figures: [
      {
        what: 'called inside the 90 % range that was told',
        asked: '85–95 %',
        figure: printed('all numbers : # called, in the 90 % range # %', '$2 % of $1'),
      },
    ],
  },
  {
    name: 'load',
    command: 'npm run --silent test:load',
    figures: [
      {
        what: 'changes of a ticket at their page within 2 s, 3,000 pages',
        asked: '≥ 95 %',
        figure: (out) => {
          const share = /"withinTwoSeconds":([\d.]+)/.exec(out)?.[1];
          return share && `${(100 * Number(share)).toFixed(1)} %`;
        },
      },
    ],
  },
];
