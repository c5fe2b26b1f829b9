/**
 * Makes this machine ready, with Node's own modules only (it runs before the packages are there). Each
 * step looks first whether it is done already; the second run does nothing and says nothing.
 */
import { realpathSync } from 'node:fs';
import { binding } from './setup/binding.mjs';
import { dependencies } from './setup/dependencies.mjs';
import { electron } from './setup/electron.mjs';
import { libraries } from './setup/libraries.mjs';
import { sandbox } from './setup/sandbox.mjs';
import { command } from './setup/say.mjs';

/**
 * The steps, in order.
 * @param {'use' | 'tests'} [purpose] tests need some tools more
 */
export async function setUp(purpose = 'use') {
  await dependencies();
  await electron();
  await libraries(purpose);
  await sandbox();
  await binding();
}

// Only when this file is the command itself, not when another command imports it.
if (import.meta.filename === realpathSync(process.argv[1] ?? '')) await command(() => setUp());
