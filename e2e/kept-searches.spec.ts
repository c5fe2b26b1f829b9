import type { Page } from 'playwright/test';
import { expect, test } from './support/app.ts';
import { serious } from './support/axe.ts';
import { list } from './support/reader.ts';

const field = (window: Page) => window.getByRole('combobox', { name: 'Search' });
const lines = (window: Page) => list(window).getByRole('option');
const panel = (window: Page) => window.getByRole('search', { name: 'Search the library' });
const sheet = (window: Page, name: string) => window.getByRole('dialog', { name });

/** Types a search in the place of the one before. */
async function search(window: Page, query: string) {
  await window.keyboard.press('Control+f');
  await expect(field(window)).toBeFocused();
  await window.keyboard.type(query);
}

/** Keeps the search in force under a name. */
async function keep(window: Page, name: string) {
  await panel(window).getByRole('button', { name: 'Keep', exact: true }).click();
  await expect(sheet(window, 'Keep this search').getByLabel('Name')).toBeFocused();
  await window.keyboard.type(name);
  await window.keyboard.press('Enter');
  await expect(sheet(window, 'Keep this search')).toBeHidden();
}

async function openKept(window: Page) {
  await panel(window).getByRole('button', { name: 'Kept', exact: true }).click();
  await window.getByRole('menuitem', { name: 'Kept searches…' }).click();
}

test('a search is kept, looked for again, renamed, deleted and brought back', async ({
  launch,
}) => {
  test.slow();
  const { window, relaunch } = await launch();
  const { keyboard } = window;
  const all = sheet(window, 'Kept searches');
  const names = all.getByRole('listbox', { name: 'Kept searches' }).getByRole('option');
  await expect(lines(window)).toHaveCount(5);

  // Where none is kept, the sheet says how one comes here.
  await openKept(window);
  await expect(all).toContainText('No searches are kept in this library yet.');
  await keyboard.press('Escape');

  // The name that is offered says what the search asks for.
  await search(window, 'khrushchev -class:confidential');
  await expect(lines(window)).not.toHaveCount(5);
  const found = await lines(window).count();
  await panel(window).getByRole('button', { name: 'Keep', exact: true }).click();
  const name = sheet(window, 'Keep this search').getByLabel('Name');
  await expect(name).toHaveValue('khrushchev, not class: confidential');
  await expect(sheet(window, 'Keep this search')).toContainText('khrushchev -class:confidential');
  expect(await serious(window), 'keeping a search').toEqual([]);
  await keyboard.press('Escape');
  await keep(window, 'On Khrushchev');
  await search(window, '"no such words"');
  await expect(lines(window)).toHaveCount(0);
  await keep(window, 'Nothing');

  // One press away from the list.
  await panel(window).getByRole('button', { name: 'Kept', exact: true }).click();
  await window.getByRole('menuitem', { name: /^On Khrushchev/u }).click();
  await expect(field(window)).toHaveValue('khrushchev -class:confidential');
  await expect(lines(window)).toHaveCount(found);

  // A name that another has is refused with a sentence; a free one is taken.
  await openKept(window);
  await expect(names).toHaveText([/^Nothing/u, /^On Khrushchev/u]);
  await keyboard.press('ArrowDown');
  await expect(all.getByLabel('Name')).toHaveValue('On Khrushchev');
  await all.getByLabel('Name').fill('nothing');
  await keyboard.press('Enter');
  await expect(all).toContainText('There is a search “Nothing” already.');
  await all.getByLabel('Name').fill('The Chairman');
  await keyboard.press('Enter');
  await expect(names).toHaveText([/^Nothing/u, /^The Chairman/u]);
  expect(await serious(window), 'kept searches').toEqual([]);

  // What is deleted comes back by undo.
  await all.getByRole('button', { name: 'Delete' }).click();
  await expect(names).toHaveText([/^Nothing/u]);
  await keyboard.press('Control+z');
  await expect(names).toHaveText([/^Nothing/u, /^The Chairman/u]);
  await keyboard.press('Escape');

  // They are the library's, and there when it is opened again.
  const { window: again } = await relaunch();
  await expect(lines(again)).toHaveCount(5);
  await openKept(again);
  await again.getByRole('option', { name: /^The Chairman/u }).click();
  await again.keyboard.press('Enter');
  await expect(sheet(again, 'Kept searches')).toBeHidden();
  await expect(field(again)).toHaveValue('khrushchev -class:confidential');
  await expect(lines(again)).toHaveCount(found);
});
