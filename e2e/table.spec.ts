import { mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElectronApplication, Page } from 'playwright/test';
import { answerOpen, answerSave, expect, type Launch, test } from './support/app.ts';
import { serious } from './support/axe.ts';
import { list } from './support/reader.ts';

/** How many raw texts are imported beside the five seeds: more than the window shows. */
const RAW = 40;

function rawText(number: number): string {
  return `${number}. Telegram From the Embassy in Utopia to the Department of State

UTOPIA, May ${(number % 28) + 1}, 1962.

${number}. Minister of trade called this morning about ship number ${number}.

DOE
`;
}

interface Desk {
  readonly app: ElectronApplication;
  readonly window: Page;
  readonly relaunch: () => Promise<{ readonly window: Page }>;
  readonly folder: string;
}

/** A library of the five seeds and forty raw texts, and the table of its cables. */
async function withTable(launch: Launch): Promise<Desk> {
  const folder = await mkdtemp(join(tmpdir(), 'cablewright-table-'));
  const names = Array.from({ length: RAW }, (_, at) => join(folder, `raw-${at + 1}.txt`));
  for (const [at, name] of names.entries()) await writeFile(name, rawText(at + 1));
  const { app, window, relaunch } = await launch();
  await expect(list(window)).toBeVisible();
  await answerOpen(app, names);
  await window.keyboard.press('Control+i');
  await expect(window.getByRole('dialog', { name: 'Import' })).toContainText('40 cables imported');
  await window.keyboard.press('Escape');
  await window.keyboard.press('Control+Shift+b');
  await expect(sheet(window)).toContainText('45 cables');
  return { app, window, relaunch, folder: await mkdtemp(join(tmpdir(), 'cablewright-saved-')) };
}

const sheet = (window: Page) => window.getByRole('dialog', { name: 'Cables' });
const grid = (window: Page) => sheet(window).getByRole('grid', { name: 'Cables' });
const rows = (window: Page) => grid(window).locator('[data-row]');
const head = (window: Page, name: string) => grid(window).getByRole('columnheader', { name });
const bar = (window: Page) =>
  sheet(window).getByRole('toolbar', { name: 'With the cables marked' });
const foot = (window: Page) => sheet(window).locator('footer').last();
const title = (window: Page) =>
  window.getByRole('main', { name: 'Workbench' }).getByRole('heading', { level: 1 });

test('the table is sorted by its heads, walked by keys, and keeps the columns that were chosen', async ({
  launch,
}) => {
  const { window, relaunch } = await withTable(launch);
  await expect(grid(window)).toHaveAttribute('aria-rowcount', '46');
  await expect(grid(window)).toBeFocused();

  await head(window, 'Number').getByRole('button').click();
  await expect(head(window, 'Number')).toHaveAttribute('aria-sort', 'ascending');
  await expect(rows(window).first()).toContainText('Telegram From the Embassy in Utopia');
  await head(window, 'Number').getByRole('button').click();
  await expect(head(window, 'Number')).toHaveAttribute('aria-sort', 'descending');

  // The end of the list was not in the document before.
  await grid(window).focus();
  await window.keyboard.press('End');
  await expect(grid(window).locator('[data-active="true"]')).toHaveAttribute('aria-rowindex', '46');
  await window.keyboard.press('Home');
  await expect(grid(window).locator('[data-active="true"]')).toHaveAttribute('aria-rowindex', '2');
  await window.keyboard.press('PageDown');
  await expect(grid(window).locator('[data-active="true"]')).not.toHaveAttribute(
    'aria-rowindex',
    '2',
  );

  await sheet(window).getByRole('button', { name: 'Columns…' }).click();
  const columns = window.getByRole('dialog', { name: 'Columns' });
  await columns.getByText('Imported', { exact: true }).click();
  await columns.getByText('From', { exact: true }).click();
  await columns.getByRole('button', { name: 'Date further to the left' }).click();
  expect(await serious(window)).toEqual([]);
  await window.keyboard.press('Escape');
  await expect(head(window, 'Imported')).toBeVisible();
  await expect(head(window, 'From')).toHaveCount(0);
  const heads = () => grid(window).getByRole('columnheader').allInnerTexts();
  expect((await heads()).slice(1, 4).map((each) => each.trim())).toEqual([
    'Number ▾',
    'Date',
    'Title',
  ]);

  // What is typed ahead is gone to, and Enter opens it.
  await grid(window).focus();
  await window.keyboard.type('circular');
  await expect(grid(window).locator('[data-active="true"]')).toContainText('Circular');
  await window.keyboard.press('Enter');
  await expect(sheet(window)).toHaveCount(0);
  await expect(title(window)).toContainText('Circular');

  const again = await relaunch();
  await again.window.keyboard.press('Control+Shift+b');
  await expect(head(again.window, 'Imported')).toBeVisible();
  await expect(head(again.window, 'From')).toHaveCount(0);
});

test('all that are found are marked without being read, get a state and a tag, and undo takes both back', async ({
  launch,
}) => {
  const { window } = await withTable(launch);
  await sheet(window).getByRole('searchbox', { name: 'Search' }).fill('minister AND ship');
  await expect(sheet(window)).toContainText('40 cables');
  await grid(window).focus();
  await window.keyboard.press('Control+a');
  await expect(bar(window)).toContainText('40 marked');
  await window.keyboard.press('Space');
  await expect(bar(window)).toContainText('39 marked');
  expect(await serious(window)).toEqual([]);

  await bar(window).getByRole('button', { name: 'State…' }).click();
  await window.getByRole('menuitem', { name: 'Proofread' }).click();
  await expect(foot(window)).toContainText('39 cables marked as proofread');
  await expect(rows(window).nth(1)).toContainText('proofread');
  await expect(rows(window).nth(0)).not.toContainText('proofread');

  await bar(window).getByRole('button', { name: 'Tag…' }).click();
  await window
    .getByRole('combobox', { name: 'Tag' })
    .or(window.getByLabel('Tag', { exact: true }))
    .first()
    .fill('ships');
  await window.getByRole('button', { name: 'Create' }).click();
  await expect(foot(window)).toContainText('39 cables tagged with ships');
  await expect(rows(window).nth(1)).toContainText('1');

  await foot(window).getByRole('button', { name: 'Undo' }).click();
  await expect(window.locator('.status')).toContainText('Undo: make the tag ships');
  await grid(window).focus();
  await window.keyboard.press('Control+z');
  await window.keyboard.press('Control+z');
  await expect(rows(window).nth(1)).not.toContainText('proofread');
  await window.keyboard.press('Control+Shift+z');
  await expect(rows(window).nth(1)).toContainText('proofread');
});

test('cables are deleted and come back by undo, by the list of the deleted, and after a restart', async ({
  launch,
}) => {
  const { window, relaunch } = await withTable(launch);
  await window.keyboard.press('Space');
  await window.keyboard.press('Shift+ArrowDown');
  await window.keyboard.press('Shift+ArrowDown');
  await expect(bar(window)).toContainText('3 marked');
  await window.keyboard.press('Delete');
  await expect(foot(window)).toContainText('3 cables deleted · Undo');
  await expect(sheet(window)).toContainText('42 cables');
  await foot(window).getByRole('button', { name: 'Undo' }).click();
  await expect(sheet(window)).toContainText('45 cables');
  await expect(foot(window)).not.toContainText('deleted');

  // A menu for the row under the pointer.
  await rows(window).nth(4).click({ button: 'right' });
  await window.getByRole('menuitem', { name: 'Delete' }).click();
  await expect(sheet(window)).toContainText('44 cables');
  await window.keyboard.press('Escape');

  // The cable on the desk makes room for the next.
  const first = await title(window).innerText();
  await window.keyboard.press('Control+k');
  await window.keyboard.type('Delete the cable');
  await window.keyboard.press('Enter');
  await expect(window.locator('.status')).toContainText('Undo: delete “');
  await expect(title(window)).not.toHaveText(first);
  await expect(window.locator('.top')).toContainText('43 cables');

  const again = (await relaunch()).window;
  await expect(again.locator('.top')).toContainText('43 cables');
  await again.keyboard.press('Control+k');
  await again.keyboard.type('Deleted cables');
  await again.keyboard.press('Enter');
  const discarded = again.getByRole('dialog', { name: 'Deleted cables' });
  const lines = discarded.getByRole('listbox', { name: 'Deleted cables' });
  await expect(lines.getByRole('option')).toHaveCount(2);
  await expect(lines.getByRole('option').first()).toContainText('deleted by');
  expect(await serious(again)).toEqual([]);
  await discarded.getByRole('button', { name: 'Bring it back' }).click();
  await expect(lines.getByRole('option')).toHaveCount(1);
  await again.keyboard.press('Escape');
  await expect(again.locator('.top')).toContainText('44 cables');
  await again.keyboard.press('Control+z');
  await again.keyboard.press('Control+z');
  await expect(again.locator('.top')).toContainText('44 cables');
  await expect(title(again)).toHaveText(first);
});

test('a table, transcriptions and originals are saved, and nothing that is there is written over', async ({
  launch,
}) => {
  const { app, window, folder } = await withTable(launch);
  await sheet(window).getByRole('searchbox', { name: 'Search' }).fill('minister AND ship');
  await expect(sheet(window)).toContainText('40 cables');
  await grid(window).focus();
  await window.keyboard.press('Control+a');
  const save = async (what: RegExp) => {
    await bar(window).getByRole('button', { name: 'Save…' }).click();
    await window.getByRole('menuitem', { name: what }).click();
  };

  await answerSave(app, join(folder, 'Cables.csv'));
  await save(/table/u);
  await expect(foot(window)).toContainText('40 cables saved in Cables.csv');
  const table = (await readFile(join(folder, 'Cables.csv'), 'utf8')).split('\r\n');
  expect(table).toHaveLength(42);
  expect(table[0]).toMatch(/^\uFEFFNumber,Title,Date,/u);

  await answerOpen(app, [folder]);
  for (const name of ['My library transcriptions', 'My library transcriptions 2']) {
    await save(/transcriptions/u);
    await expect(foot(window)).toContainText(
      new RegExp(`saved in .*transcriptions${name.endsWith('2') ? ' 2' : ''}`, 'u'),
    );
  }
  await save(/originals/u);
  await expect(foot(window)).toContainText(/40 cables saved in .*originals/u);
  const folders = (await readdir(folder)).filter((name) => name !== 'Cables.csv').toSorted();
  expect(folders).toHaveLength(3);
  const originals = folders.find((name) => name.endsWith('originals')) ?? '';
  expect(await readdir(join(folder, originals))).toHaveLength(40);
  expect(await readFile(join(folder, originals, 'raw-7.txt'), 'utf8')).toBe(rawText(7));
  const transcriptions = folders.find((name) => name.endsWith('transcriptions')) ?? '';
  const names = await readdir(join(folder, transcriptions));
  expect(names).toHaveLength(40);
  expect(names[0]).toMatch(/^1962-05-\d\d \d+\. .*Telegram.*\.txt$/u);
});
