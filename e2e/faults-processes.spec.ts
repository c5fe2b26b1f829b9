import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFile, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ElectronApplication } from 'playwright/test';
import { answerOpen, expect, test } from './support/app.ts';
import { ask } from './support/bridge.ts';
import {
  answerBoxes,
  boxesShown,
  endStore,
  inPage,
  stretchesOf,
  throwEverywhere,
  wordsOf,
} from './support/processes.ts';
import { caretBehind, list, openCable, pane, saved, select } from './support/reader.ts';

/** What the page shows of the transcription; the page may be another than the one the test began with. */
const text = (app: ElectronApplication) => wordsOf(app, '.pane.transcription');
const alert = (app: ElectronApplication) => wordsOf(app, '[role=alert]');

/** The id of the process that draws, 0 where there is none. */
const drawing = (app: ElectronApplication) =>
  app.evaluate(
    ({ app: program }) => program.getAppMetrics().find(({ type }) => type === 'GPU')?.pid ?? 0,
  );

test('what keeps the library, the window and what draws it may end or hang: they are started again, and nothing is lost', async ({
  launch,
}) => {
  test.slow();
  const running = await launch();
  const { app, window } = running;
  await openCable(window, /171/u);
  await caretBehind(window, 'transcription', 'early occasion');
  await answerBoxes(app, 'Try again');
  const keys = window.keyboard;

  // The thread of the store, each time while something typed is not saved yet; the third time somebody is asked.
  await keys.type(' (one)');
  await endStore(app, 'broken off');
  await keys.type(' (two)');
  await endStore(app, 'exception');
  expect(await boxesShown(app)).toEqual([]);
  await keys.type(' (three)');
  await endStore(app, 'broken off');
  await expect
    .poll(() => boxesShown(app))
    .toEqual([
      'The part of Cablewright that keeps the library has ended three times within a minute.',
    ]);
  await saved(window);
  await expect(pane(window, 'transcription')).toContainText(
    'early occasion (one) (two) (three) to discuss',
  );

  // What draws on the screen: it comes again by itself.
  const drawn = await drawing(app);
  expect(drawn).not.toBe(0);
  process.kill(drawn, 'SIGKILL');
  await expect.poll(() => drawing(app)).not.toBe(drawn);
  await keys.type(' (four)');
  await expect(pane(window, 'transcription')).toContainText('(three) (four) to');

  // The window's process ends with the last letter: what was typed is saved, and the cable is on the desk again.
  await app.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer();
  });
  await expect
    .poll(() => text(app), { timeout: 15_000 })
    .toContain('early occasion (one) (two) (three) (four) to discuss');
  await expect.poll(() => alert(app)).toContain('The window ended unexpectedly');

  // It hangs, right after something was typed: somebody wants it opened again.
  await answerBoxes(app, 'Open it again');
  await inPage(app, `document.querySelector('.pane.transcription .cm-content').focus()`);
  await app.evaluate(async ({ BrowserWindow }) => {
    const [shown] = BrowserWindow.getAllWindows();
    await shown?.webContents.insertText('(five) ');
  });
  await expect.poll(() => text(app)).toContain('(five)');
  await app.evaluate(({ BrowserWindow }) => {
    const [shown] = BrowserWindow.getAllWindows();
    void shown?.webContents
      .executeJavaScriptInIsolatedWorld(999, [{ code: 'for (;;);' }])
      .catch(() => null);
    // Chromium says so after some seconds by itself.
    shown?.emit('unresponsive');
  });
  await expect.poll(() => alert(app), { timeout: 15_000 }).toContain('The window was opened again');
  expect(await text(app)).toContain('(five)');

  // A window that ends for the third time within a minute is not loaded again without being asked for.
  await answerBoxes(app, 'Try again');
  await app.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer();
  });
  await expect
    .poll(() => boxesShown(app))
    .toEqual(['Cablewright’s window has ended three times within a minute.']);
  await expect.poll(() => text(app), { timeout: 15_000 }).toContain('(five)');

  const { window: again } = await running.relaunch();
  await expect(pane(again, 'transcription')).toContainText(
    'early occasion (one) (two) (three) (four) to discuss',
  );
});

/** Words that are typed, imported, searched for and noted; none of them may be in the log. */
const IMPORTED = `900. Telegram From the Embassy in Utopia to the Department of State

UTOPIA, May 9, 1962.

1. Vermilion herons crossed the parliament square yesterday evening.

DOE
`;
const TYPED = 'nineteen porcelain umbrellas arrived';
const NOTED = 'ambassadors seldom whistle indoors anyway';
const SOUGHT = 'zebra lanterns above quiet harbours';

test('two starts are one program, one that is killed is none, and the log that is shown holds no words of anybody', async ({
  launch,
}) => {
  test.slow();
  const running = await launch();
  const { userData } = running;
  let { app, window } = running;
  const other = join(userData, 'Other.cablewright');
  await running.close();
  const [file = ''] = await readdir(join(userData, 'libraries'));
  await copyFile(join(userData, 'libraries', file), other);
  ({ app, window } = await launch({ userData }));

  // A second start ends at once, and the first one shows the library it was asked for.
  const { spawnfile, spawnargs } = app.process();
  const words = spawnargs.slice(1).filter((each) => !/^--(?:inspect|remote-debugging)/u.test(each));
  const second = spawn(spawnfile, [...words, other], { stdio: 'ignore' });
  await once(second, 'exit');
  await expect(window.getByRole('banner')).toContainText('Other');
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);

  // Work of every kind, with words that are known.
  const imported = join(userData, 'utopia.txt');
  await writeFile(imported, IMPORTED);
  await answerOpen(app, [imported]);
  await expect(list(window).getByRole('option')).toHaveCount(5);
  await window.keyboard.press('ControlOrMeta+I');
  await expect(window.getByRole('dialog').getByText('utopia.txt')).toBeVisible();
  await window.keyboard.press('Escape');
  await openCable(window, /900/u);
  await caretBehind(window, 'transcription', 'yesterday evening');
  await window.keyboard.type(` ${TYPED}`);
  await saved(window);
  await select(window, 'transcription', 'parliament square');
  await window.keyboard.press('ControlOrMeta+M');
  await window.keyboard.type(NOTED);
  await window.keyboard.press('ControlOrMeta+Enter');
  await window.getByRole('combobox', { name: 'Search' }).fill(`"${SOUGHT}`);

  // Failures of every kind that quote them: of a file, a query, a request, the main process and the store.
  const bad = join(userData, 'bad.jsonld');
  await writeFile(bad, `{"${NOTED}": ${TYPED}}`);
  await answerOpen(app, [bad]);
  await window.keyboard.press('ControlOrMeta+Alt+I');
  await expect(window.getByRole('alert')).not.toBeEmpty();
  for (const [name, input] of [
    ['search.counts', { query: `"${SOUGHT} (` }],
    ['cable.open', { id: SOUGHT }],
    [SOUGHT, { [NOTED]: TYPED }],
  ] as const)
    await ask(window, name as 'search.counts', input as { query: string }).catch(() => null);
  await throwEverywhere(app, [IMPORTED, TYPED, NOTED, SOUGHT]);

  // Killed, it can be started again, with all that was saved.
  const killed = app.process();
  killed.kill('SIGKILL');
  await once(killed, 'exit');
  ({ app, window } = await launch({ userData }));
  await openCable(window, /900/u);
  await expect(pane(window, 'transcription')).toContainText(`yesterday evening ${TYPED}`);

  // The log is shown where it lies. It tells versions and failures, and nobody's words.
  await app.evaluate(({ Menu, shell }) => {
    const shown: string[] = [];
    Object.assign(globalThis, { shown });
    shell.showItemInFolder = (path) => shown.push(path);
    const help = Menu.getApplicationMenu()?.items.find(({ label }) => label === 'Help');
    help?.submenu?.items.find(({ label }) => label === 'Show the log')?.click({});
  });
  const log = join(userData, 'logs', 'main.log');
  await expect
    .poll(() => app.evaluate(() => (globalThis as { shown?: string[] }).shown))
    .toEqual([log]);
  const told = await readFile(log, 'utf8');
  expect(told).toMatch(/Cablewright \d+\.\d+\.\d+ on Electron \d+/u);
  expect(told).toMatch(/coming\.choose: [\w-]+/u);
  expect(told).toMatch(/SyntaxError/u);
  expect(told).toMatch(/TypeError/u);
  const texts = [IMPORTED, TYPED, NOTED, SOUGHT];
  const { cables } = await ask(window, 'cable.list', { offset: 0, limit: 100 });
  for (const { id } of cables) {
    const cable = await ask(window, 'cable.open', { id });
    texts.push(cable.original.text, (await ask(window, 'cable.read', { id })).text);
  }
  const inLog = stretchesOf(told);
  expect([...stretchesOf(texts.join('\n'))].filter((stretch) => inLog.has(stretch))).toEqual([]);
  for (const word of `${TYPED} ${NOTED} ${SOUGHT}`.split(' '))
    expect(told.toLowerCase()).not.toContain(word);
});
