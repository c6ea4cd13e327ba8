import { defineConfig } from '@playwright/test';

const port = Number(process.env.DAOYIN_E2E_PORT ?? 9417);

/** What `npm run e2e` runs and `npm test`, which is to end within ten minutes, does not. */
const LONG = [
  'accessible',
  'kiosk-accessible',
  'kiosk-keyboard',
  'kiosk-sizes',
  'kiosk-to-phone',
  'looks',
  'phone-motion',
  'phone-small',
  'studio',
  'studio-beacons',
  'studio-accuracy',
  'studio-catalogue',
  'studio-exchange',
  'studio-first',
  'studio-imports',
  'studio-outlook',
  'studio-plan',
  'studio-survey',
  'studio-tracing',
];

/** The real system with its demonstration visitor, four times faster than life, in Debian's Chromium. */
export default defineConfig({
  testDir: '.',
  testIgnore: process.env.DAOYIN_E2E === 'all' ? [] : LONG.map((name) => `${name}.spec.ts`),
  outputDir: '../../test-results',
  // files side by side, each with a server of its own or with the demonstration that all of them only watch
  workers: 2,
  timeout: 180_000,
  expect: { timeout: 30_000 },
  snapshotPathTemplate: '{testDir}/{testFileName}-snapshots/{arg}{ext}',
  // a picture that is missing is a failure; `UPDATE=1` makes all anew
  updateSnapshots: process.env.UPDATE ? 'all' : 'none',
  use: {
    baseURL: `http://localhost:${port}`,
    locale: 'zh-CN',
    launchOptions: {
      executablePath: process.env.DAOYIN_CHROMIUM ?? '/usr/bin/chromium',
      args: [
        '--use-gl=angle',
        '--use-angle=swiftshader',
        '--enable-unsafe-swiftshader',
        '--no-sandbox',
        '--disable-background-networking',
      ],
    },
  },
  webServer: {
    command: `node apps/cli/bin/daoyin.js serve --demo --demo-speed 4 --port ${port} --mqtt-port ${port + 1} --data .build/test/e2e-data`,
    cwd: '../..',
    env: { PUBLIC_URL: 'http://hall.example.cn' },
    url: `http://localhost:${port}/api/health`,
    timeout: 180_000,
    reuseExistingServer: false,
  },
});
