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

export default defineConfig({
  test: {
    include: [
      '{packages,apps,floorplans/make}/*/**/*.test.{ts,tsx}',
      'floorplans/make/src/**/*.test.ts',
      'test/*.test.ts',
    ],
    exclude: ['**/node_modules/**', 'test/e2e/**'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // all cores: each file has its own folders, ports and databases
    maxWorkers: '100%',
    sequence: { sequencer: LongestFirst },
  },
});
