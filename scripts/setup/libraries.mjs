/** Step 2: what the operating system must have: libraries for the window, and tools. */
import { readFileSync } from 'node:fs';
import { attempt, onPath, run } from './child.mjs';
import { Stop, step } from './say.mjs';

/** Debian's packages with the libraries that Electron loads. */
const WINDOW = ['libgtk-3-0', 'libnss3', 'libasound2', 'libgbm1', 'libxss1', 'libatk-bridge2.0-0'];

/** Newer Debian and Ubuntu renamed packages of libraries with 64-bit times; either name will do. */
const NEWER = 't64';

/** Installs the libraries that Electron's window needs, on Debian, Ubuntu and their kin. */
export async function libraries() {
  if (!hasApt()) return;
  const missing = await missingLibraries(WINDOW);
  if (missing.length > 0) await install(missing, 'system libraries of the window');
}

/**
 * Sees to it that programs are there, by installing the Debian packages that hold them.
 * @param {Record<string, string>} tools the package of each program
 * @param {string} purpose what they are for, as a heading
 */
export async function ensureTools(tools, purpose) {
  const missing = Object.entries(tools).filter(([program]) => !onPath(program));
  if (missing.length === 0) return;
  const packages = missing.map(([, name]) => name);
  if (hasApt()) return install(packages, purpose);
  throw new Stop(
    `Needed for ${purpose}: ${missing.map(([program]) => program).join(', ')}.\n` +
      'Please install them with the package manager of your system, and try again.',
  );
}

/**
 * On other kinds of Linux: names the libraries that Electron does not find, and goes on.
 * @param {string} executable
 */
export async function nameMissingLibraries(executable) {
  if (process.platform !== 'linux' || hasApt()) return;
  const { output } = await attempt('ldd', [executable]);
  const missing = [...output.matchAll(/(\S+) => not found/g)].map(([, library]) => library);
  if (missing.length === 0) return;
  console.log(
    `Set-up: Electron needs these libraries of your system: ${missing.join(', ')}. ` +
      'Please install the packages that hold them (GTK 3, NSS, ALSA, GBM, XScreenSaver, AT-SPI).',
  );
}

/** Whether this is Debian, Ubuntu or one of their kin. */
function hasApt() {
  return process.platform === 'linux' && onPath('dpkg-query') && onPath('apt-get');
}

/**
 * @param {string[]} names
 * @returns {Promise<string[]>} those that are not installed under their old or newer name
 */
async function missingLibraries(names) {
  const both = names.flatMap((name) => [name, name + NEWER]);
  // Ends with 1 when one of the names is unknown, which is the rule here: only one of each pair exists.
  const { output } = await attempt('dpkg-query', [
    '-W',
    '-f=${Package} ${db:Status-Abbrev}\\n',
    ...both,
  ]);
  const installed = new Set([...output.matchAll(/^(\S+) ii/gm)].map(([, name]) => name));
  return names.filter((name) => !installed.has(name) && !installed.has(name + NEWER));
}

/**
 * @param {string[]} names packages, by their old names
 * @param {string} purpose
 */
async function install(names, purpose) {
  const asRoot = await rootPrefix(names, purpose);
  await step(`${purpose} (apt-get install ${names.join(' ')})`, async () => {
    await apt(asRoot, ['update', '-qq']);
    const known = await Promise.all(names.map(nameHere));
    await apt(asRoot, ['install', '-y', '-qq', '--no-install-recommends', ...known]);
  });
}

/**
 * @param {string[]} asRoot
 * @param {string[]} args
 */
function apt([...asRoot], args) {
  // Another apt may be at work (Ubuntu updates itself after the start): wait for it instead of failing.
  const patient = ['apt-get', '-o', 'DPkg::Lock::Timeout=300', ...args];
  const [program = 'env', ...rest] = [
    ...asRoot,
    'env',
    'DEBIAN_FRONTEND=noninteractive',
    ...patient,
  ];
  return run(program, rest);
}

/**
 * How to become root without being asked for a password.
 * @param {string[]} names
 * @param {string} purpose
 * @returns {Promise<string[]>} words before the command
 */
async function rootPrefix(names, purpose) {
  if (process.geteuid?.() === 0) return [];
  if ((await attempt('sudo', ['-n', 'true'])).ok) return ['sudo', '-n'];
  const known = await Promise.all(names.map(nameHere));
  throw new Stop(
    `The ${purpose} must be installed by an administrator. Please type this, then try again:\n` +
      `  sudo apt-get update && sudo apt-get install -y ${known.join(' ')}`,
  );
}

/**
 * The name that a package has on this release.
 * @param {string} name
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
