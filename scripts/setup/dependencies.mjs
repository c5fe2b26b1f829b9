/** Step 1: the packages that package-lock.json names. */
import { attempt, lastLines, npm, npmProgram } from './child.mjs';
import { tryReadJson } from './json.mjs';
import { inModules, inRoot } from './paths.mjs';
import { step, Stop } from './say.mjs';

/**
 * One package in a lock file of npm.
 * @typedef {{ version?: string, integrity?: string, optional?: boolean }} Package
 */

/**
 * The part of a lock file that we read: packages by their folder.
 * @typedef {{ packages: Record<string, Package> }} Lock
 */

/** Installs the packages when they are missing or are not those of package-lock.json. */
export async function dependencies() {
  /** @type {Lock | undefined} */
  const installed = tryReadJson(inModules('.package-lock.json'));
  /** @type {Lock | undefined} */
  const wanted = tryReadJson(inRoot('package-lock.json'));
  if (installed && wanted && belongs(wanted, installed)) return;
  await step('packages named in package-lock.json', install);
}

/**
 * `npm ci` refuses when the lock lists no packages for some other system, which happens where a registry
 * does not hold them. `npm install` takes such a lock as it is; without saving, it changes no file of ours.
 */
async function install() {
  const quiet = ['--no-audit', '--no-fund'];
  const [program, first] = npmProgram();
  const { ok, output } = await attempt(program, [...first, 'ci', ...quiet]);
  if (ok) return;
  if (output.includes('EUSAGE')) await npm(['install', '--no-save', ...quiet]);
  else
    throw new Stop(`The packages could not be installed (npm ci). It said:\n${lastLines(output)}`);
}

/**
 * Whether what is installed is what the lock asks for. npm writes its own list at the end of an
 * install, so an interrupted one has none. Packages for other systems are optional and may be absent.
 * @param {Lock} wanted
 * @param {Lock} installed
 */
export function belongs(wanted, installed) {
  return Object.entries(wanted.packages).every(([folder, want]) => {
    if (folder === '') return true;
    const have = installed.packages[folder];
    if (!have) return want.optional === true;
    if (have.version !== want.version) return false;
    return !have.integrity || !want.integrity || have.integrity === want.integrity;
  });
}
