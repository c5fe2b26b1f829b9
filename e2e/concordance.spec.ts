import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright/test';
import { answerSave, expect, test } from './support/app.ts';
import { serious } from './support/axe.ts';
import { ask } from './support/bridge.ts';

const sheet = (window: Page) => window.getByRole('dialog', { name: 'Concordance' });
const lines = (window: Page) => sheet(window).getByRole('option');
const list = (window: Page) => sheet(window).getByRole('listbox', { name: 'Lines' });
const sum = (window: Page) => sheet(window).getByText(/^\d+ lines? in \d+ cables?/u);
const status = (window: Page) => sheet(window).getByRole('status');

/** Presses a button above the lines, and tells the words next to the hits: before it, or after. */
async function order(window: Page, name: RegExp, side: 'before' | 'after'): Promise<string[]> {
  await sheet(window).getByRole('button', { name }).click();
  await expect(sheet(window).getByRole('button', { name })).toHaveAttribute('aria-pressed', 'true');
  await expect(sheet(window).locator('[aria-busy]')).toHaveCount(0);
  const words = await lines(window).locator(`.kwic-${side}`).allTextContents();
  const next = words.map((each) => each.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);
  return next.map((all) => (side === 'before' ? (all.at(-1) ?? '') : (all[1] ?? '')));
}

test('words are read in context, put in order, tagged in bulk, saved and gone to by key', async ({
  launch,
}) => {
  const { app, window, userData } = await launch();
  const { keyboard } = window;
  await expect(window.getByRole('listbox', { name: 'Cables' }).getByRole('option')).toHaveCount(5);
  await keyboard.press('Control+Shift+k');
  await expect(sheet(window)).toContainText('Type words to see them wherever they stand');
  const field = sheet(window).getByRole('searchbox', { name: 'Search' });
  await expect(field).toBeFocused();

  // A problem is told as the search tells it, and what may have been meant is one press away.
  await keyboard.type('clas:secret');
  await keyboard.press('Enter');
  await expect(sheet(window).getByRole('alert')).toContainText('clas');
  await keyboard.press('Control+a');
  await keyboard.type('class:secret');
  await keyboard.press('Enter');
  await expect(sheet(window)).toContainText('asks for no words of the texts');
  await keyboard.press('Control+a');
  await keyboard.type('castro');
  await keyboard.press('Enter');
  await expect(sum(window)).toBeVisible();
  const all = await lines(window).count();
  expect(all).toBeGreaterThan(10);

  const left = await order(window, /by the words before/u, 'before');
  expect(left).toEqual(left.toSorted());
  const down = await order(window, /by the words before/u, 'before');
  expect(down).toEqual(left.toReversed());
  const right = await order(window, /by the words after/u, 'after');
  expect(right).toEqual(right.toSorted());
  expect(await serious(window)).toEqual([]);

  // By keys alone: Space marks one line, Shift those one goes over.
  await list(window).focus();
  await keyboard.press('Home');
  await keyboard.press('Space');
  await expect(sum(window)).toContainText('1 marked');
  await keyboard.press('Shift+ArrowDown');
  await keyboard.press('Shift+ArrowDown');
  await expect(sum(window)).toContainText('3 marked');
  await keyboard.press('Control+a');
  await expect(sum(window)).toContainText(`${all} marked`);
  await keyboard.press('Space');
  await expect(sum(window)).toContainText(`${all - 1} marked`);

  await ask(window, 'tag.create', { name: 'Persons' });
  await sheet(window)
    .getByRole('button', { name: /^Tags for the marked lines/u })
    .click();
  await window.getByRole('option', { name: /Persons/u }).click();
  await keyboard.press('Escape');
  await sheet(window)
    .getByRole('button', { name: `Tag ${all - 1} lines` })
    .click();
  await expect(status(window)).toContainText(`${all - 1} lines tagged in`);
  await expect(lines(window).getByText('Persons')).toHaveCount(all - 1);
  expect((await ask(window, 'library.state', {}))?.annotations).toBe(all - 1);

  const file = join(userData, 'lines.csv');
  await answerSave(app, file);
  await sheet(window).getByRole('button', { name: 'Save as CSV…' }).click();
  await expect(status(window)).toContainText(`${all} lines saved as lines.csv.`);
  const rows = (await readFile(file, 'utf8')).trimEnd().split('\r\n');
  expect(rows[0]).toBe('\uFEFFNumber,Date,Title,Side,Before,Found,After,Tags');
  expect(rows.slice(1).filter((row) => row.endsWith('Persons'))).toHaveLength(all - 1);

  // One undo takes all of the tags back.
  await list(window).focus();
  await keyboard.press('Control+z');
  await expect(lines(window).getByText('Persons')).toHaveCount(0);
  expect((await ask(window, 'library.state', {}))?.annotations).toBe(0);

  // Enter goes to the place, and the sheet lies there as it was left when it is asked for again.
  await keyboard.press('End');
  await keyboard.press('Enter');
  await expect(sheet(window)).toBeHidden();
  await expect(window.locator('.cm-line .lit').first()).toContainText(/castro/iu);
  await keyboard.press('Control+Shift+k');
  await expect(lines(window).last()).toHaveAttribute('aria-selected', 'true');
});
