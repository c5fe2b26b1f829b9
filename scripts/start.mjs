/**
 * `npm start`: sets up the machine, builds the app and opens it. What follows `--` goes to the app:
 * files and folders to open, `--library FILE`, `--user-data-dir DIR`, and `--screenshot FILE.png`,
 * with which the app writes a picture of its window and ends.
 */
import { resolve } from 'node:path';
import { setUp } from './setup.mjs';
import { foreground } from './setup/child.mjs';
import { startDisplay } from './setup/display.mjs';
import { requireElectron, withoutSandbox } from './setup/electron.mjs';
import { findNode } from './setup/node.mjs';
import { root } from './setup/paths.mjs';
import { command } from './setup/say.mjs';

/** Switches whose value is a file or folder. */
const WITH_PATH = ['--library', '--screenshot', '--user-data-dir'];

await command(async () => {
  await setUp();
  const built = await foreground(findNode(), ['scripts/build.ts']);
  return built === 0 ? openApp(appArguments(process.argv.slice(2))) : built;
});

/**
 * Opens the app and waits until it ends.
 * @param {string[]} args
 * @returns {Promise<number>} its exit code
 */
async function openApp(args) {
  const { executable, standIn } = requireElectron();
  if (standIn) sayStandIn();
  const stopDisplay = await startDisplay();
  if (stopDisplay) sayNoDisplay(args);
  const switches = [
    ...(withoutSandbox() ? ['--no-sandbox'] : []),
    // A virtual display has no graphics card, and Chromium complains at length about what else is missing.
    ...(stopDisplay ? ['--disable-gpu', '--log-level=3'] : []),
  ];
  try {
    return await foreground(executable, [...switches, root, ...args]);
  } finally {
    await stopDisplay?.();
  }
}

/**
 * The app's arguments: paths are made absolute, as seen from where the command was typed, because npm
 * and the app have other current folders.
 * @param {string[]} args
 */
function appArguments(args) {
  const typedIn = process.env['INIT_CWD'] ?? process.cwd();
  const result = [];
  for (let i = 0; i < args.length; i++) {
    const [name = '', value] = split(args[i] ?? '');
    if (WITH_PATH.includes(name))
      result.push(`${name}=${resolve(typedIn, value ?? args[++i] ?? '')}`);
    else result.push(name.startsWith('-') ? (args[i] ?? '') : resolve(typedIn, args[i] ?? ''));
  }
  return result;
}

/**
 * @param {string} argument `--name=value` or anything else
 * @returns {[string, string | undefined]}
 */
function split(argument) {
  const at = argument.startsWith('--') ? argument.indexOf('=') : -1;
  return at < 0 ? [argument, undefined] : [argument.slice(0, at), argument.slice(at + 1)];
}

function sayStandIn() {
  console.log(
    'Electron cannot be downloaded here, so Cablewright runs on a stand-in: an old Electron (33.2.1) ' +
      'for tests and trials only.\n' +
      'For the real one, type this on a connection that reaches it: node node_modules/electron/install.js',
  );
}

/** @param {string[]} args */
function sayNoDisplay(args) {
  console.log(
    'This machine has no display, so the window opens on a virtual one (Xvfb) and cannot be seen. ' +
      (args.some((argument) => argument.startsWith('--screenshot'))
        ? 'Its picture is written to the file that you named.'
        : 'For a picture of it type: npm start -- --screenshot FILE.png\nPress Ctrl+C to end.'),
  );
}
