/** A bench as `npm run bench` runs it, and the figures that it prints which somebody asked for. */
export interface Bench {
  readonly name: string;
  readonly command: string;
  readonly figures: readonly Figure[];
  /** Takes many minutes: left out but with `--all`. */
  readonly long?: true;
}

interface Figure {
  readonly what: string;
  readonly asked: string;
  /** The figure in what the bench printed; undefined where it is not there. */
  readonly figure: (out: string) => string | undefined;
}

const NUMBER = String.raw`([\d.,]+)`;

/** Of the first text that looks so; `#` stands for a number, and `$1` … in the words for what it was. */
function printed(pattern: string, words: string): Figure['figure'] {
  const source = pattern
    .replaceAll(/[.*+?^$()|[\]\\]/g, String.raw`\$&`)
    .replaceAll(/ +/g, String.raw`\s+`)
    .replaceAll('#', NUMBER)
    .replaceAll('…', '[^\n]*?');
  return (out) => {
    const found = new RegExp(source).exec(out);
    return found === null ? undefined : words.replaceAll(/\$(\d)/g, (_, i) => found[Number(i)]!);
  };
}

/** The same in what is printed behind a heading. */
const below =
  (heading: string, figure: Figure['figure']): Figure['figure'] =>
  (out) => {
    const at = out.indexOf(heading);
    return at < 0 ? undefined : figure(out.slice(at));
  };

const estimatorRow = (name: string, words: string) => printed(`\n${name} # # # # # # … # #\n`, words);

export const benches: readonly Bench[] = [
  {
    name: 'bundles',
    command: 'npx tsx bench/bundles.ts',
    figures: [
      {
        what: 'scripts of the phone page until its first screen stands, brotli',
        asked: '–',
        figure: printed('phone # KB', '$1 KB'),
      },
      {
        what: 'of kiosk, staff and studio page',
        asked: '–',
        figure: (out) =>
          ['kiosk', 'staff', 'studio']
            .map((page) => printed(`${page} # KB`, '$1')(out))
            .join(', ')
            .concat(' KB'),
      },
    ],
  },
  {
    name: 'phone-size',
    command: 'npx playwright test --config test/e2e/playwright.config.ts phone-load -g KB --reporter=line',
    figures: [
      {
        what: 'all scripts of the phone page before 3D; 3D; the guide’s worker beside it, brotli',
        asked: '≤ 110 KB; ≤ 260 KB',
        figure: printed('all before 3D #, 3D #, guide worker beside the page #', '$1; $2; $3 KB'),
      },
    ],
  },
  {
    name: 'phone-load',
    command: 'npx tsx bench/phone-load.ts',
    figures: [
      {
        what: 'first screen at 1.6 Mbit/s, 150 ms, CPU four times slower: on the clock; line + slowed processor alone',
        asked: '≤ 2,500 ms',
        figure: printed('stood after # ms … slowed, # = # ms', '$1; $3 ms'),
      },
    ],
  },
  {
    name: 'scene',
    command: 'npx tsx bench/scene.ts',
    figures: [
      {
        what: 'draw calls of the whole hall (naive scene)',
        asked: '≤ 60',
        figure: (out) => {
          const [hall, naive] = ['hall', 'naive'].map((name) => printed(`${name}: # calls`, '$1')(out));
          return hall && naive && `${hall} (${naive})`;
        },
      },
      {
        what: 'JavaScript a frame in motion, median',
        asked: '≤ 2 ms',
        figure: below('hall:', printed('median #,', '$1 ms')),
      },
      {
        what: 'frames at rest; textures and geometries left by 1,000 routes',
        asked: '0; 0; 0',
        figure: (out) => {
          const still = printed('nothing changes: #', '$1')(out);
          const [textures, geometries] = ['textures', 'geometries'].map((what) =>
            printed(`${what} left behind by 1,000 routes: #`, '$1')(out),
          );
          return still && textures && geometries && `${still}; ${textures}; ${geometries}`;
        },
      },
    ],
  },
  {
    name: 'studio',
    command: 'npx tsx bench/studio.ts',
    figures: [
      {
        what: 'panning the studio’s plan, 600 beacons and 5,000 features, JavaScript a frame: median, 95 %, within 16.7 ms',
        asked: '60 frames a second',
        figure: printed('tiles … median # ms, 95 % # ms, # %', '$1 ms, $2 ms, $3 %'),
      },
    ],
  },
  {
    name: 'studio-drag',
    command: 'npx tsx bench/studio-drag.ts',
    figures: [
      {
        what: 'accuracy map in a browser, from a move of the pointer to its frame: clock median, 95 %; CPU a map',
        asked: '≤ 100 ms',
        figure: (out) =>
          [
            printed('median # ms, 95 % # ms', '$1, $2 ms')(out),
            printed('worker: # ms a map', '$1 ms')(out),
          ].join('; '),
      },
    ],
  },
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
  { name: 'positioning-all', command: 'npm run --silent bench:positioning', figures: [], long: true },
  { name: 'degraded', command: 'npm run --silent bench:degraded', figures: [], long: true },
  { name: 'dead-reckoning', command: 'npm run --silent bench:dead-reckoning', figures: [], long: true },
  { name: 'calibration', command: 'npx tsx bench/calibration.ts', figures: [], long: true },
  { name: 'mall', command: 'npx tsx bench/mall.ts', figures: [], long: true },
  { name: 'off-route', command: 'npx tsx bench/off-route.ts', figures: [], long: true },
  { name: 'ten-hours', command: 'npx tsx bench/ten-hours.ts', figures: [], long: true },
  { name: 'predicted-all', command: 'npx tsx bench/predicted.ts', figures: [], long: true },
  { name: 'self-healing', command: 'npx tsx bench/self-healing.ts --quick', figures: [], long: true },
];
