import type { Bench } from './bench';
import { below, printed } from './printed';

const estimatorRow = (name: string, words: string) => printed(`\n${name} # # # # # # … # #\n`, words);

/** Where somebody is, and how sure that is. */
export const positioning: readonly Bench[] = [
  {
    name: 'predicted',
    command: 'npx tsx bench/predicted.ts --parts drag',
    figures: [
      {
        what: 'accuracy map of a storey after a beacon moved, CPU median (95 %)',
        asked: '≤ 100 ms',
        figure: printed('= # ms (95 % #)', '$1 ms ($2)'),
      },
    ],
  },
  {
    name: 'ingest',
    command: 'npx tsx bench/ingest.ts',
    figures: [
      {
        what: 'adverts decoded a second on one core (against noble’s parser)',
        asked: '–',
        figure: printed('# ± # # HCI bytes to adverts', '$1,000 ($3 ×)'),
      },
    ],
  },
  {
    name: 'positioning',
    command:
      'npm run --silent bench:positioning -- --sets hall --estimators trilateration,best --without-bound',
    figures: [
      {
        what: 'reference hall with steps: error median / 95 %',
        asked: '0.8 / 1.9 m',
        figure: below('with steps', estimatorRow('best', '$1 / $3 m')),
      },
      {
        what: 'reference hall, radio only: error median / 95 %',
        asked: '1.2 / 3.0 m',
        figure: below('radio only', estimatorRow('best', '$1 / $3 m')),
      },
      {
        what: 'computing for one position with steps, median, 99 %',
        asked: '≤ 1 ms, ≤ 3 ms',
        figure: below('with steps', estimatorRow('best', '$7, $8 ms')),
      },
    ],
  },
];
