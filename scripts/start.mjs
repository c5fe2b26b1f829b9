/**
 * `npm start`: sets up the machine, builds the app and opens it. What follows `--` goes to the app:
 * files and folders to open, `--library FILE`, `--user-data-dir DIR`, and `--screenshot FILE.png`,
 * with which the app writes a picture of its window and ends.
 */
import { appArguments } from './arguments.mjs';
import { setUp } from './setup.mjs';
import { foreground } from './setup/child.mjs';
import { startDisplay } from './setup/display.mjs';
import { requireElectron, withoutSandbox } from './setup/electron.mjs';
import { findNode } from './setup/node.mjs';
import { root } from './setup/paths.mjs';
import { command } from './setup/say.mjs';

await command(async () => {
  await setUp();
  const built = await foreground(findNode(), ['scripts/build.ts']);
  if (built !== 0) return built;
  // npm changes to the repository; INIT_CWD is the folder where `npm start` was typed.
  const typedIn = process.env['INIT_CWD'] ?? process.cwd();
  return openApp(appArguments(process.argv.slice(2), typedIn));
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
