/** `npm run pictures`: takes the pictures of the README from the real app, after set-up and build. */
import { playwright } from './setup/playwright.mjs';
import { command } from './setup/say.mjs';

await command(() => playwright('pictures', process.argv.slice(2)));
