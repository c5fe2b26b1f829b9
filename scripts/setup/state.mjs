/** What set-up remembers of this clone. It lies in node_modules, so a fresh install forgets it. */
import { readFileSync, writeFileSync } from 'node:fs';
import { inModules } from './paths.mjs';

const file = inModules('.cablewright-setup.json');

/**
 * @typedef {object} State
 * @property {string} [triedElectron] the Electron version whose download was tried
 * @property {string} [binding] the SQLite binding that was put in place and seen to work
 */

/** @returns {State} */
export function remembered() {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return {};
  }
}

/** @param {State} news */
export function remember(news) {
  writeFileSync(file, `${JSON.stringify({ ...remembered(), ...news }, null, 2)}\n`);
}
