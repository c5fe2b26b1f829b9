/**
 * `npm run e2e`: the end-to-end tests on the real app, after set-up and build. What follows `--` goes
 * to Playwright: names of specs, `-g WORDS`, `--workers=1` …
 */
import { playwright } from './setup/playwright.mjs';
import { command } from './setup/say.mjs';

await command(() => playwright('workbench', process.argv.slice(2)));
