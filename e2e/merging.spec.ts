import { join } from 'node:path';
import type { ElectronApplication, Locator, Page } from 'playwright/test';
import { answerOpen, answerSave, expect, test } from './support/app.ts';
import { serious } from './support/axe.ts';
import { ask, cableOnDesk } from './support/bridge.ts';
import { list, openCable } from './support/reader.ts';

const dialog = (window: Page, name: string): Locator => window.getByRole('dialog', { name });

/** Gives a command by its words, from the palette. */
async function give(window: Page, words: string): Promise<void> {
  const palette = dialog(window, 'All commands');
  await window.keyboard.press('Control+k');
  await expect(palette).toBeVisible();
  await window.keyboard.type(words);
  await window.keyboard.press('Enter');
  await expect(palette).toBeHidden();
}

/** Opens the library in a file, and waits until it is on the desk. */
async function openLibrary(app: ElectronApplication, window: Page, path: string): Promise<void> {
  await answerOpen(app, [path]);
  await window.keyboard.press('Control+o');
  await expect.poll(async () => (await ask(window, 'library.state', {}))?.path).toBe(path);
}

test('cables are saved as a package that opens like a library', async ({ launch }) => {
  const { app, window, userData } = await launch();
  await openCable(window, /circular 938/i);
  const file = join(userData, 'For Miller.cablewright');
  await answerSave(app, file);
  await give(window, 'Save a package');
  const sheet = dialog(window, 'Save a package');
  await expect(sheet.getByRole('radio', { name: /^This cable/u })).toBeChecked();
  expect(await serious(window)).toEqual([]);
  await sheet.getByRole('button', { name: 'Save…' }).click();
  await expect(sheet.getByRole('status')).toHaveText('1 cable saved as For Miller.cablewright.');
  await sheet.getByText(/^All: 5 cables/u).click();
  await sheet.getByRole('button', { name: 'Save…' }).click();
  await expect(sheet.getByRole('status')).toHaveText('5 cables saved as For Miller.cablewright.');
  await window.keyboard.press('Escape');
  await expect(sheet).toBeHidden();
  await openLibrary(app, window, file);
  await expect(list(window).getByRole('option')).toHaveCount(5);
});

test('what a colleague did in a package comes back, and what both have changed is decided', async ({
  launch,
}) => {
  const { app, window, userData } = await launch();
  await ask(window, 'settings.change', { creator: 'Kay', asked: true });
  await openCable(window, /circular 938/i);
  const mine = (await ask(window, 'library.state', {}))?.path ?? '';
  const file = join(userData, 'For Miller.cablewright');
  const tag = await ask(window, 'tag.create', { name: 'Arms' });
  const cableId = await cableOnDesk(window);
  const draft = { cableId, ranges: [], version: 0, tagIds: [tag.id], note: 'Kay read this' };
  await ask(window, 'annotation.create', draft);
  await answerSave(app, file);
  await ask(window, 'package.save', { choice: { ids: [cableId] } });
  await ask(window, 'tag.update', { id: tag.id, name: 'Weapons' });

  await openLibrary(app, window, file);
  await ask(window, 'settings.change', { creator: 'Miller' });
  await ask(window, 'tag.update', { id: tag.id, name: 'Armament' });
  await ask(window, 'annotation.create', { ...draft, note: 'Miller did, too' });
  await openLibrary(app, window, mine);
  await ask(window, 'settings.change', { creator: 'Kay' });

  await answerOpen(app, [file]);
  await give(window, 'Merge a package or library');
  const merge = dialog(window, 'Merge');
  await expect(merge.getByRole('listitem')).toHaveText(['1 annotation', '1 tag']);
  await expect(merge.getByText(/^1 conflict: changed by both/u)).toBeVisible();
  expect(await serious(window)).toEqual([]);
  expect(await ask(window, 'tag.list', {})).toMatchObject([{ tag: { name: 'Weapons' }, uses: 1 }]);
  await merge.getByRole('button', { name: 'Merge' }).click();
  await expect(merge.getByRole('status')).toHaveText(
    'For Miller.cablewright is merged. 1 conflict to decide.',
  );

  await merge.getByRole('button', { name: 'Decide them' }).click();
  const conflicts = dialog(window, 'Conflicts');
  await expect(conflicts.getByText('name: “Weapons”', { exact: true })).toBeVisible();
  await expect(conflicts.getByText('stands for now')).toHaveCount(1);
  expect(await serious(window)).toEqual([]);
  await conflicts.getByRole('button', { name: /^Take this.*Weapons/u }).click();
  await expect(conflicts.getByRole('status')).toHaveText(/^1 conflict, all decided/u);
  await expect(conflicts.getByText('chosen')).toHaveCount(1);
  expect(await ask(window, 'tag.list', {})).toMatchObject([{ tag: { name: 'Weapons' }, uses: 2 }]);
  await window.keyboard.press('Escape');
  await expect(conflicts).toBeHidden();

  // Once more there is nothing to merge, and all of it can be undone.
  await give(window, 'Merge a package or library');
  await expect(merge.getByRole('status')).toHaveText(
    'For Miller.cablewright holds nothing that is not here.',
  );
  await merge.getByRole('button', { name: 'Done' }).click();
  await window.keyboard.press('Control+z');
  await window.keyboard.press('Control+z');
  await expect.poll(async () => (await ask(window, 'tag.list', {}))[0]?.uses).toBe(1);
  await give(window, 'Conflicts to decide');
  await expect(conflicts.getByText(/^There are none/u)).toBeVisible();
});
