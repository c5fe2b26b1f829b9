import { defineConfig } from 'playwright/test';

/**
 * End-to-end tests on the built app. `npm run e2e` runs the project `workbench`; `pictures` takes the
 * pictures of the README and runs only when asked for (`npm run pictures`). Traces make every test a
 * good deal slower; `npm run e2e -- SPEC --trace retain-on-failure` leaves one of a test that fails.
 */
export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results/e2e',
  fullyParallel: true,
  forbidOnly: !!process.env['CI'],
  retries: 0,
  workers: 2,
  timeout: 30_000,
  expect: { timeout: 5_000 },
  reporter: [['list'], ['json', { outputFile: 'test-results/e2e.json' }]],
  use: { trace: 'off', screenshot: 'only-on-failure' },
  projects: [
    { name: 'workbench', testMatch: '**/*.spec.ts' },
    { name: 'pictures', testMatch: '**/pictures.ts' },
  ],
});
