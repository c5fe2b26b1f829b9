/** JSON files that we or our tools wrote, so that their shape is known. */
import { readFileSync } from 'node:fs';

/**
 * What a JSON file says; the caller names its type.
 * @template T
 * @param {string} file
 * @returns {T}
 */
export function readJson(file) {
  return /** @type {T} */ (JSON.parse(readFileSync(file, 'utf8')));
}

/**
 * The same, for a file that may be missing or broken.
 * @template T
 * @param {string} file
 * @returns {T | undefined}
 */
export function tryReadJson(file) {
  try {
    return readJson(file);
  } catch {
    return undefined;
  }
}

/**
 * The version that a package's package.json states.
 * @param {string} file
 */
export function readVersion(file) {
  /** @type {{ version: string }} */
  const { version } = readJson(file);
  return version;
}
