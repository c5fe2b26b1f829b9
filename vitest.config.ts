import { defineConfig } from 'vitest/config';

/** Unit tests lie beside their file. Store tests open real SQLite files, so they run in processes of their own. */
export default defineConfig({
  test: {
    include: ['{bench,domain,electron,renderer,scripts}/**/*.test.ts'],
    pool: 'forks',
    testTimeout: 20_000,
  },
});
