import { defineConfig } from 'vitest/config';

/** Tests that make faults and wait for their end: `npm run test:faults`. Too long for `npm test`. */
export default defineConfig({
  test: {
    include: ['apps/*/src/**/*.fault.ts', 'test/faults/*.fault.ts'],
    testTimeout: 120_000,
    fileParallelism: false,
  },
});
