/** Packages of Debian, Ubuntu and their kin. */
import { readFileSync } from 'node:fs';
import { attempt, onPath, run } from './child.mjs';
import { Stop, step } from './say.mjs';

/** Newer releases renamed the packages of libraries with 64-bit times; either name will do. */
const NEWER = 't64';

/** Whether this is Debian, Ubuntu or one of their kin. */
export function hasApt() {
  return process.platform === 'linux' && onPath('dpkg-query') && onPath('apt-get');
}

/**
 * Installs those packages that are missing; where that needs a password, stops and says what to type.
 * @param {string[]} names by their older names
 */
export async function ensurePackages(names) {
  const missing = await notInstalled(names);
  if (missing.length === 0) return;
  const asRoot = await rootPrefix(missing);
  await step(`system packages (apt-get install ${missing.join(' ')})`, async () => {
    await apt(asRoot, ['update', '-qq']);
    const known = await Promise.all(missing.map(nameHere));
    await apt(asRoot, ['install', '-y', '-qq', '--no-install-recommends', ...known]);
  });
}

/**
 * @param {string[]} names
 * @returns {Promise<string[]>} those that are installed under neither name
 */
async function notInstalled(names) {
  const both = names.flatMap((name) => [name, name + NEWER]);
  // It ends with 1 when a name is unknown, which is the rule here: only one of each pair exists.
  const format = '-f=${Package} ${db:Status-Abbrev}\\n';
  const { output } = await attempt('dpkg-query', ['-W', format, ...both]);
  const installed = new Set([...output.matchAll(/^(\S+) ii/gm)].map(([, name]) => name));
  return names.filter((name) => !installed.has(name) && !installed.has(name + NEWER));
}

/**
 * @param {string[]} asRoot
 * @param {string[]} args
 */
function apt(asRoot, args) {
  // Another apt may be at work (Ubuntu updates itself after the start): wait for it instead of failing.
  const patient = ['apt-get', '-o', 'DPkg::Lock::Timeout=300', ...args];
  const [program = '', ...rest] = [...asRoot, 'env', 'DEBIAN_FRONTEND=noninteractive', ...patient];
  return run(program, rest);
}

/**
 * How to become root without being asked for a password.
 * @param {string[]} missing the packages to be installed
 * @returns {Promise<string[]>} words before the command
 */
async function rootPrefix(missing) {
  if (process.geteuid?.() === 0) return [];
  if ((await attempt('sudo', ['-n', 'true'])).ok) return ['sudo', '-n'];
  const known = await Promise.all(missing.map(nameHere));
  throw new Stop(
    'Some packages of the system must be installed by an administrator. ' +
      'Please type this, then try again:\n' +
      `  sudo apt-get update && sudo apt-get install -y ${known.join(' ')}`,
  );
}

/**
 * The name that a package has on this release.
 * @param {string} name its older name
 */
async function nameHere(name) {
  const { output } = await attempt('apt-cache', ['pkgnames', name + NEWER]);
  return output.split('\n').includes(name + NEWER) ? name + NEWER : name;
}

/** The release's name and version, for what depends on its C library: `debian12`. */
export function release() {
  try {
    const text = readFileSync('/etc/os-release', 'utf8');
    const [, id = ''] = /^ID="?([^"\n]*)/m.exec(text) ?? [];
    const [, version = ''] = /^VERSION_ID="?([^"\n]*)/m.exec(text) ?? [];
    return `${id}${version}`;
  } catch {
    return process.platform;
  }
}
