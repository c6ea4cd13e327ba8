import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: [
      '{packages,apps,floorplans/make}/*/**/*.test.{ts,tsx}',
      'floorplans/make/src/**/*.test.ts',
      'test/*.test.ts',
    ],
    exclude: ['**/node_modules/**', 'test/e2e/**'],
    testTimeout: 60_000,
  },
});
