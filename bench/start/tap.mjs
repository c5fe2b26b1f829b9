/**
 * The app that `npm run bench:start` really starts: it notes when what happens, then loads the program it
 * is told, and hides nothing from it. Each line it writes is `tap NAME TIME`, the time as `Date.now()`.
 */
import { app, ipcMain, session } from 'electron';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** @param {string} name @param {number} [time] */
const note = (name, time = Date.now()) => process.stdout.write(`tap ${name} ${time}\n`);

note('main');
app.once('ready', () => {
  note('ready');
  // A script of the tap's own in each page looks for the text and tells when it has been painted.
  const filePath = join(import.meta.dirname, 'tap-page.cjs');
  const tapped = /** @type {{ setPreloads?: (paths: string[]) => void }} */ (
    session.defaultSession
  );
  // What Electron 35 has another name for.
  if (tapped.setPreloads) tapped.setPreloads([filePath]);
  else session.defaultSession.registerPreloadScript({ type: 'frame', filePath });
  ipcMain.on('tap', (_event, name, time) => {
    if (typeof name === 'string' && typeof time === 'number') note(name, time);
  });
});
app.once('browser-window-created', (_event, window) => {
  note('window');
  window.once('show', () => note('shown'));
});

const program = process.env['CABLEWRIGHT_BENCH_PROGRAM'];
if (program === undefined) throw new Error('The tap was not told which program to load.');
await import(pathToFileURL(program).href);
