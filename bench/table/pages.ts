import type { Bench } from './bench';
import { below, printed } from './printed';

/** What a page weighs and how quick it is. */
export const pages: readonly Bench[] = [
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
];
