import { defineConfig } from 'vitest/config';

const shared = {
  testTimeout: 60_000,
  hookTimeout: 60_000,
};

export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      {
        test: {
          ...shared,
          name: 'unit',
          include: [
            '{packages,platform,ui,records,features,apps,tests,bench,tools}/**/*.test.{ts,tsx}',
          ],
          exclude: ['**/node_modules/**', '**/dist/**', 'tests/e2e/**', '**/*.db.test.ts'],
        },
      },
      {
        test: {
          ...shared,
          // Tests of what is stored: on a real PostgreSQL that one set-up starts for all of them.
          name: 'database',
          include: ['{platform,records,features,apps,tests}/**/*.db.test.ts'],
          exclude: ['**/node_modules/**', '**/dist/**', 'tests/e2e/**'],
          globalSetup: ['tests/database-server.ts'],
        },
      },
      {
        test: {
          ...shared,
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          globalSetup: ['tests/database-server.ts'],
          fileParallelism: false,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
