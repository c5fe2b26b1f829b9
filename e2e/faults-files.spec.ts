/**
 * What a person sees when a disk is full, or when the library's file goes away underneath: a sentence, ways out, and
 * nothing lost. What of it the store does by itself is told by `electron/store/full-disk.test.ts` and
 * `electron/store/safety/losing.test.ts`.
 */
import { mkdir, mkdtemp, readdir, rename, rm, stat, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElectronApplication, Page } from 'playwright/test';
import { smallDisk } from '../electron/testing/small-disk.ts';
import { answerSave, expect, test } from './support/app.ts';
import { serious } from './support/axe.ts';
import { caretBehind, cards, find, openCable, pane, saved } from './support/reader.ts';

/** What stands above the desk while nothing can be saved. */
const lost = (window: Page) => window.getByRole('alert', { name: 'Nothing more is saved' });

/** The machine tells its programs that it goes to sleep, or is awake again. */
async function machine(app: ElectronApplication, what: 'suspend' | 'resume'): Promise<void> {
  await app.evaluate(({ powerMonitor }, name) => powerMonitor.emit(name), what);
}

/**
 * From now on somebody who is asked whether to quit without what they typed makes room first, by removing `file`,
 * and then has it tried again. Gives how often they were asked.
 */
async function makeRoomWhenAsked(app: ElectronApplication, file: string): Promise<void> {
  await app.evaluate(({ dialog }, path) => {
    dialog.showMessageBox = async () => {
      process.getBuiltinModule('node:fs').rmSync(path);
      return { response: 0, checkboxChecked: false };
    };
  }, file);
}

test('a library that is moved or deleted while it is open is told, and work goes on without a loss', async ({
  launch,
}) => {
  const running = await launch();
  const { app, window, userData } = running;
  const folder = join(userData, 'libraries');
  const [name = ''] = await readdir(folder);
  const path = join(folder, name);
  await openCable(window, /circular 938/iu);
  // Sleep: what was typed a moment ago is in the library's one file before the machine is off.
  await caretBehind(window, 'transcription', 'the quarantine');
  await window.keyboard.type(' zone');
  await machine(app, 'suspend');
  await saved(window);
  await expect.poll(async () => (await stat(`${path}-wal`)).size).toBe(0);

  // Waking up: the file has another name.
  const moved = join(folder, 'Renamed.cablewright');
  await rename(path, moved);
  await machine(app, 'resume');
  await expect(lost(window)).toContainText('was moved or renamed while it was open');
  await expect(lost(window)).toContainText('Renamed.cablewright');
  expect(await serious(window)).toEqual([]);
  // What is typed meanwhile waits, and is saved where the library is opened again.
  await window.keyboard.type(' line');
  await expect(window.getByRole('contentinfo')).toContainText('Not saved: The library');
  await lost(window).getByRole('button', { name: 'Open it where it lies now' }).click();
  await expect(lost(window)).toBeHidden();
  await expect(window.getByRole('contentinfo').getByText(/^Saved /u)).toBeVisible();
  await expect(pane(window, 'transcription')).toContainText('the quarantine zone line');

  // Deleted: seen with the next thing that is done.
  await rm(moved);
  await window.keyboard.press('F8');
  await expect(pane(window, 'transcription')).toBeFocused();
  await window.keyboard.type(' now');
  await expect(lost(window)).toContainText('was deleted while it was open');
  const kept = join(folder, 'Kept.cablewright');
  await answerSave(app, kept);
  await lost(window).getByRole('button', { name: 'Save as a new file…' }).click();
  await expect(lost(window)).toBeHidden();
  await expect(window.getByRole('contentinfo').getByText(/^Saved /u)).toBeVisible();

  const again = await running.relaunch({ args: [`--library=${kept}`] });
  await openCable(again.window, /circular 938/iu);
  await expect(pane(again.window, 'transcription')).toContainText('the quarantine zone line now');
});

test('on a full disk work is told as not saved, is kept in the window, and is saved as soon as there is room', async ({
  launch,
}) => {
  const folder = await mkdtemp(join(tmpdir(), 'cablewright-full-'));
  const disk = await smallDisk(folder, 16);
  try {
    const userData = join(folder, 'data');
    await mkdir(userData);
    await symlink(disk.path, join(userData, 'libraries'));
    const running = await launch({ userData });
    const { app, window } = running;
    const status = window.getByRole('contentinfo');
    await openCable(window, /circular 938/iu);

    disk.fill();
    await caretBehind(window, 'transcription', 'the quarantine');
    await window.keyboard.type(' zone');
    await expect(status).toContainText(
      /Not saved: There is no room left on the disk for the library/u,
    );
    // The next action would be about a text that is not saved: it is refused with the same sentence.
    await window.keyboard.press('Control+Shift+ArrowLeft');
    await window.keyboard.press('Control+h');
    await expect(window.getByRole('alert')).toContainText('Make room, then try again.');
    await window.keyboard.press('Escape');
    await expect(cards(window)).toHaveCount(0);
    // Reading goes on.
    await expect(pane(window, 'transcription')).toContainText('the quarantine zone');

    disk.free();
    await expect(status.getByText(/^Saved /u)).toBeVisible();
    await window.keyboard.press('Control+h');
    await expect(cards(window)).toHaveCount(1);

    // Quitting while something is not saved asks first.
    disk.fill();
    await pane(window, 'transcription').focus();
    await window.keyboard.press('Control+ArrowRight');
    await window.keyboard.type(' of the island');
    await expect(status).toContainText('Not saved:');
    await makeRoomWhenAsked(app, join(disk.path, 'filler'));
    const again = await running.relaunch();
    await openCable(again.window, /circular 938/iu);
    await find(again.window, 'transcription', 'the quarantine zone of the island');
    await expect(cards(again.window)).toHaveCount(1);
    await again.close();
  } finally {
    await disk.end();
    await rm(folder, { recursive: true, force: true });
  }
});
