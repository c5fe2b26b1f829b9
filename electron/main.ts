import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { app } from 'electron';
import type { commandLine as runLine } from './cli/cli.ts';
import { commandLineOf, isLibraryPath, readArguments } from './arguments.ts';
import { lockAll, silenceNetwork } from './lockdown.ts';
import { openLog } from './log.ts';
import { hearOtherStarts } from './other-starts.ts';
import { registerScheme } from './protocol.ts';
import { start } from './start.ts';

const program = app.isPackaged ? null : app.getAppPath();
const line = commandLineOf(process.argv.slice(1), process.cwd(), program);
if (line) runCommand(line).catch(giveUp);
else openDesk();

/** `Cablewright cli COMMAND …`: the command line of the packed program, without a window. */
async function runCommand(words: readonly string[]): Promise<void> {
  // Only then is it loaded at all.
  const built = pathToFileURL(join(import.meta.dirname, 'cli.js')).href;
  const { commandLine } = (await import(built)) as { commandLine: typeof runLine };
  app.exit(await commandLine(words));
}

/** Opens the window, or tells a program that runs already what was asked. */
function openDesk(): void {
  let asked = readArguments(process.argv.slice(1), process.cwd(), program);
  const log = openLog(app.getPath('userData'));
  const failed = (reason: unknown) => {
    log.error('The program could not be started.', reason);
    giveUp(reason);
  };

  // Where Chromium's sandbox was switched off (as root must), asking for it would be fatal.
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
  silenceNetwork(app.commandLine);
  lockAll(app);
  registerScheme();

  // On macOS what was double-clicked comes by an event, which may be there before the rest.
  app.on('open-file', (event, path) => {
    event.preventDefault();
    asked = isLibraryPath(path)
      ? { ...asked, library: path }
      : { ...asked, files: [...asked.files, path] };
  });

  // One program writes the desk's settings. A second one tells the first what it was asked, and ends.
  const others = hearOtherStarts(app);
  if (app.requestSingleInstanceLock({ ...asked }))
    // No top-level await: Electron is ready only after this module has been read to its end.
    begin()
      .then(() => start(asked, log, others))
      .catch(failed);
  else if (asked.screenshot)
    failed('Cablewright is running already with the same data. Close it first');
  else app.quit();
}

/** When the start may begin: at once, but on macOS, where what was double-clicked is only told until it is ready. */
async function begin(): Promise<void> {
  if (process.platform === 'darwin') await app.whenReady();
}

/** Ends the program with a sentence about what kept it from its work. */
function giveUp(reason: unknown): void {
  process.stderr.write(`${reason instanceof Error ? reason.message : String(reason)}.\n`);
  app.exit(1);
}
