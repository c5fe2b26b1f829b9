/**
 * Step 3: what the operating system must have: the libraries of the window, and tools. All of it is
 * asked for at once, so that an administrator has to be called only once.
 */
import { ensurePackages, hasApt } from './apt.mjs';
import { mustCompile } from './binding.mjs';
import { attempt, onPath } from './child.mjs';
import { noDisplay } from './display.mjs';
import { requireElectron } from './electron.mjs';
import { Stop } from './say.mjs';

/** Debian's packages with the libraries that Electron loads. */
const WINDOW = ['libgtk-3-0', 'libnss3', 'libasound2', 'libgbm1', 'libxss1', 'libatk-bridge2.0-0'];

/** Programs that tests ask what they think of the files the program writes. */
const TESTERS = ['xmllint', 'python3'];

/** Debian's packages of programs, where they have other names than the program in small letters. */
const PACKAGES = new Map([['xmllint', 'libxml2-utils']]);

/**
 * Sees to libraries and tools: installs them on Debian, Ubuntu and their kin; names them elsewhere.
 * @param {'use' | 'tests'} purpose what the machine is made ready for
 */
export async function libraries(purpose) {
  if (process.platform !== 'linux') return;
  const tools = neededTools(purpose).filter((tool) => !onPath(tool));
  const packages = tools.map((tool) => PACKAGES.get(tool) ?? tool.toLowerCase());
  if (hasApt()) await ensurePackages([...WINDOW, ...packages]);
  else await nameMissing(tools);
}

/**
 * Programs by their names.
 * @param {'use' | 'tests'} purpose
 */
function neededTools(purpose) {
  const tools = [
    ...(noDisplay() ? ['Xvfb'] : []),
    ...(mustCompile() ? ['g++', 'make', 'python3'] : []),
    ...(purpose === 'tests' ? TESTERS : []),
  ];
  return [...new Set(tools)];
}

/**
 * On other kinds of Linux the packages have other names. Missing libraries are named, and set-up goes
 * on, as Electron may do without some; without the tools it cannot go on.
 * @param {string[]} tools
 */
async function nameMissing(tools) {
  const { output } = await attempt('ldd', [requireElectron().executable]);
  const missing = [...output.matchAll(/(\S+) => not found/g)].map(([, library]) => library);
  if (missing.length > 0) {
    console.log(
      `Set-up: Electron does not find these libraries: ${missing.join(', ')}. Please install the ` +
        'packages that hold them (GTK 3, NSS, ALSA, GBM, XScreenSaver, AT-SPI).',
    );
  }
  if (tools.length === 0) return;
  throw new Stop(
    `These programs are needed: ${tools.join(', ')}.\n` +
      'Please install them with the package manager of your system, then try again.',
  );
}
