/** What set-up remembers of this clone. It lies in node_modules, so a fresh install forgets it. */
import { writeFileSync } from 'node:fs';
import { tryReadJson } from './json.mjs';
import { inModules } from './paths.mjs';

const file = inModules('.cablewright-setup.json');

/**
 * @typedef {object} State
 * @property {string} [triedElectron] the Electron version whose download was tried
 * @property {string} [binding] the SQLite binding that was put in place and seen to work
 */

/** @returns {State} */
export const remembered = () => tryReadJson(file) ?? {};

/** @param {State} news */
export function remember(news) {
  writeFileSync(file, `${JSON.stringify({ ...remembered(), ...news }, null, 2)}\n`);
}
