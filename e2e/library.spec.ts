import { copyFile, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { answerOpen, answerSave, expect, test } from './support/app.ts';
import { cards, find, list, openCable, pane, select } from './support/reader.ts';

test('the first start brings the five seeds', async ({ launch }) => {
  const { window } = await launch();
  const lines = list(window).getByRole('option');
  await expect(lines).toHaveCount(5);
  for (const number of ['357', '171', '938', '153', '552'])
    await expect(lines.filter({ hasText: number })).toHaveCount(1);
});

test('the desk is found again as it was left: cable, place and size of the window', async ({
  launch,
}) => {
  const running = await launch();
  let { app, window } = running;
  await openCable(window, /circular 938/iu);
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setSize(1200, 800));
  await expect.poll(() => window.evaluate(() => innerWidth)).toBe(1200);
  /** The words at the top of the original. */
  const place = () =>
    pane(window, 'original').evaluate((text) => {
      const { left, top } = (text.parentElement ?? text).getBoundingClientRect();
      const range = document.caretRangeFromPoint(left + 30, top + 8);
      const words = range?.startContainer.textContent ?? '';
      return words.slice(range?.startOffset, (range?.startOffset ?? 0) + 20);
    });
  await find(window, 'transcription', 'In period in which tension');
  const left = await place();
  expect(left).not.toBe('');
  ({ app, window } = await running.relaunch());
  await expect(window.getByRole('heading', { level: 1 })).toHaveText(/circular 938/iu);
  await expect.poll(place).toBe(left);
  expect(await window.evaluate(() => innerWidth)).toBe(1200);
});

test('a new library is empty and says what to do; the old one is among the recent ones', async ({
  launch,
}) => {
  const folder = await mkdtemp(join(tmpdir(), 'cablewright-library-'));
  const { app, window } = await launch();
  await openCable(window, /circular 938/iu);
  await select(window, 'transcription', 'the quarantine');
  await window.keyboard.press('Control+h');
  await expect(cards(window)).toHaveCount(1);

  await answerSave(app, join(folder, 'Berlin.cablewright'));
  await window.keyboard.press('Control+Shift+n');
  await expect(window.getByRole('button', { name: 'Import files…' })).toBeVisible();
  await expect(window.getByRole('banner')).toContainText('Berlin');

  await window
    .getByRole('banner')
    .getByRole('button', { name: /Berlin/ })
    .click();
  await window
    .getByRole('menuitem')
    .filter({ hasNotText: '…' })
    .filter({ hasNotText: 'Berlin' })
    .first()
    .click();
  await expect(list(window).getByRole('option')).toHaveCount(5);
  await openCable(window, /circular 938/iu);
  await expect(cards(window)).toHaveCount(1);
});

test('what is no library, or one from the future, is refused with a sentence, and the desk stays', async ({
  launch,
}) => {
  const folder = await mkdtemp(join(tmpdir(), 'cablewright-library-'));
  const running = await launch();
  const { app, window } = running;
  await expect(list(window).getByRole('option')).toHaveCount(5);
  const alert = window.getByRole('alert');

  const plain = join(folder, 'plain.cablewright');
  await writeFile(plain, 'This is a text and no library. '.repeat(200));
  await answerOpen(app, [plain]);
  await window.keyboard.press('Control+o');
  await expect(alert).toContainText(/plain\.cablewright is not a library/u);
  expect(await readFile(plain, 'utf8')).toContain('This is a text');

  const future = join(folder, 'future.cablewright');
  await answerSave(app, join(folder, 'own.cablewright'));
  await window.keyboard.press('Control+Shift+n');
  await expect(window.getByRole('banner')).toContainText('own');
  await running.close();
  await copyFile(join(folder, 'own.cablewright'), future);
  // `user_version` is the big-endian number at byte 60 of the file (SQLite file format, 1.3).
  const bytes = await readFile(future);
  bytes.writeUInt32BE(9999, 60);
  // Without the seal behind the last page, as whoever writes it seals it anew; the pages are counted at byte 28.
  await writeFile(future, bytes.subarray(0, bytes.readUInt32BE(28) * 4096));
  const again = await running.relaunch();
  await answerOpen(again.app, [future]);
  await again.window.keyboard.press('Control+o');
  await expect(again.window.getByRole('alert')).toContainText(/newer/u);
  await expect(again.window.getByRole('banner')).toContainText('own');
});
