import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** What takes longest comes first, so that no core waits for it at the end. */
const LONGEST = [
  'apps/server/src/kill.test.ts',
  'test/calibrated-walks.test.ts',
  'test/recorded-walks.test.ts',
  'packages/positioning/src/bad-input.test.ts',
];

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification) => {
      const at = LONGEST.findIndex((file) => moduleId.endsWith(file));
      return at < 0 ? LONGEST.length : at;
    };
    return (await super.sort(files)).sort((a, b) => place(a) - place(b));
  }
}

/** Rules without a state of their own, and servers with folders, ports and databases of their own: what a core has loaded serves its next file too. */
const together = [
  'packages/**/*.test.ts',
  'floorplans/make/**/*.test.ts',
  'apps/server/**/*.test.ts',
  'test/*.test.ts',
];
/** Pages with a store for the whole page, commands with a program for each file, and what replaces a module of noble's. */
const alone = [
  'packages/ui/**/*.test.ts',
  'packages/beacon-ingest/src/sources/noble.test.ts',
  'apps/!(server)/**/*.test.{ts,tsx}',
];
const never = ['**/node_modules/**', 'test/e2e/**'];

export default defineConfig({
  test: {
    testTimeout: 60_000,
    hookTimeout: 60_000,
    maxWorkers: '100%',
    sequence: { sequencer: LongestFirst },
    coverage: {
      provider: 'v8',
      include: ['packages/*/src/**/*.{ts,tsx}', 'apps/server/src/**/*.ts'],
      exclude: ['**/*.test.{ts,tsx}', '**/*.test-support.ts', '**/*.fault.ts', 'apps/server/src/testing/**'],
      reportsDirectory: '.build/coverage',
      reporter: ['json', 'json-summary'],
      reportOnFailure: true,
    },
    projects: [
      {
        extends: true,
        test: {
          name: 'together',
          include: together,
          exclude: [...never, ...alone],
          isolate: false,
        },
      },
      { extends: true, test: { name: 'alone', include: alone, exclude: never } },
    ],
  },
});
