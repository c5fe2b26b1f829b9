/** Step 2: the Electron runtime. The real one where it can be had, else a stand-in for tests and trials. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { attempt } from './child.mjs';
import { readVersion } from './json.mjs';
import { findNode } from './node.mjs';
import { inModules } from './paths.mjs';
import { Stop, step } from './say.mjs';
import { makeStandIn, standInExecutable, standInFits } from './stand-in.mjs';
import { remember, remembered } from './state.mjs';

/** How long Electron's own download may take, in milliseconds; it is some 110 MB. */
const PATIENCE = 15 * 60_000;

/**
 * @typedef {object} Runtime
 * @property {string} executable path of the Electron program
 * @property {boolean} standIn whether it is the old Electron for tests and trials only
 */

/** Fetches Electron, or makes the stand-in where Electron's download cannot be reached. */
export async function electron() {
  if (!realExecutable() && remembered().triedElectron !== wantedVersion()) await download();
  if (!findElectron()) await makeStandIn();
}

/**
 * The Electron that set-up has provided.
 * @returns {Runtime | undefined} nothing before set-up
 */
export function findElectron() {
  const real = realExecutable();
  if (real) return { executable: real, standIn: false };
  const standIn = standInExecutable();
  return existsSync(standIn) ? { executable: standIn, standIn: true } : undefined;
}

/**
 * The Electron that set-up has provided; without one, a sentence that says what to type.
 * @returns {Runtime}
 */
export function requireElectron() {
  const found = findElectron();
  if (found) return found;
  throw new Stop('Electron has not been set up yet. Please type:\n  npm run setup');
}

/**
 * Whether Chromium's sandbox has to be off: it refuses to work for root on Linux.
 * @returns {boolean}
 */
export function withoutSandbox() {
  return process.platform === 'linux' && process.geteuid?.() === 0;
}

const wantedVersion = () => readVersion(inModules('electron', 'package.json'));

/** @returns {string | undefined} the real Electron's program, when it has been fetched whole */
function realExecutable() {
  try {
    // Electron's installer writes path.txt last.
    const path = readFileSync(inModules('electron', 'path.txt'), 'utf8');
    const executable = inModules('electron', 'dist', path);
    return existsSync(executable) ? executable : undefined;
  } catch {
    return undefined;
  }
}

/** Electron's own download. Where it fails and a stand-in will do, that is said and remembered. */
async function download() {
  const version = wantedVersion();
  const installer = inModules('electron', 'install.js');
  const { ok, output } = await step(`Electron ${version}, by its own download`, async () => {
    const result = await attempt(findNode(), [installer], { timeout: PATIENCE });
    if (!result.ok) process.stdout.write('cannot be reached from here; ');
    return result;
  });
  if (ok) return;
  if (!standInFits()) throw new Stop(downloadFailed(installer, output));
  remember({ triedElectron: version });
}

/**
 * @param {string} installer
 * @param {string} output
 */
function downloadFailed(installer, output) {
  const said = output.trim().split('\n')[0] ?? '';
  return (
    `Electron could not be downloaded (${said}).\n` +
    'Please check the connection to the internet, then try again, or type:\n' +
    `  node ${installer}`
  );
}

/**
 * Chromium's own helper for the sandbox, which lies beside the program.
 * @param {string} executable
 */
export const sandboxHelper = (executable) => join(dirname(executable), 'chrome-sandbox');
