import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright/test';
import { answerOpen, answerSave, expect, test } from './support/app.ts';
import { serious } from './support/axe.ts';

const dialog = (window: Page, name: string): Locator => window.getByRole('dialog', { name });
const tree = (window: Page): Locator => window.getByRole('treegrid', { name: 'Tags' });

/** The tags that are offered, in the preview. */
const offered = (window: Page): Locator =>
  window.getByRole('listbox', { name: 'Tags to take over' });

/** Gives a command by its words, from the palette. */
async function give(window: Page, words: string): Promise<void> {
  const palette = dialog(window, 'All commands');
  await window.keyboard.press('Control+k');
  await expect(palette).toBeVisible();
  await window.keyboard.type(words);
  await window.keyboard.press('Enter');
  await expect(palette).toBeHidden();
}

/** Saves the tags in a file by the export sheet. */
async function exportTags(window: Page, format: string, saved: string): Promise<void> {
  await give(window, 'Export tags…');
  const sheet = dialog(window, 'Export tags');
  await sheet.getByText(format).click();
  await sheet.getByRole('button', { name: /^Export \d+ tags…$/u }).click();
  await expect(sheet.getByRole('status')).toHaveText(saved);
  await window.keyboard.press('Escape');
  await expect(sheet).toBeHidden();
}

/** Takes the tags over that are offered, of which there are this many. */
async function takeAll(window: Page, sheet: string, tags: number): Promise<void> {
  await dialog(window, sheet)
    .getByRole('button', { name: `Take over ${tags} tags` })
    .click();
  await expect(dialog(window, 'Tags').getByText(`${tags} tags, 0 uses`)).toBeVisible();
  await window.keyboard.press('Escape');
  await expect(dialog(window, 'Tags')).toBeHidden();
}

const ALL = 43;

test('a library without tags may take those for diplomatic cables, and leave a branch', async ({
  launch,
}) => {
  const { window } = await launch();
  await window.keyboard.press('Control+Shift+t');
  await dialog(window, 'Tags')
    .getByRole('button', { name: 'Take tags for diplomatic cables…' })
    .click();
  const sheet = dialog(window, 'Tags for diplomatic cables');
  await expect(sheet.getByRole('button', { name: `Take over ${ALL} tags` })).toBeVisible();
  expect(await serious(window)).toEqual([]);

  // By key: past Persons and the four below it, leave out Places and the three below that.
  await offered(window).focus();
  for (let times = 0; times < 6; times++) await window.keyboard.press('ArrowDown');
  await expect(offered(window).getByRole('option', { name: /^Places/u })).toHaveAttribute(
    'aria-selected',
    'true',
  );
  await window.keyboard.press('Space');
  await expect(sheet.getByRole('status')).toHaveText(`${ALL - 4} new tags.`);
  await sheet.getByRole('button', { name: `Take over ${ALL - 4} tags` }).click();
  await expect(tree(window).getByRole('row', { name: /^Assessments/u })).toBeVisible();
  await expect(dialog(window, 'Tags').getByText(`${ALL - 4} tags, 0 uses`)).toBeVisible();

  await window.keyboard.press('Control+z');
  await expect(dialog(window, 'Tags').getByText('0 tags, 0 uses')).toBeVisible();
});

test('tags go from one library to another as SKOS', async ({ launch }) => {
  const { app, window, userData } = await launch();
  await give(window, 'Take tags for diplomatic cables…');
  await takeAll(window, 'Tags for diplomatic cables', ALL);
  const file = join(userData, 'Tags.ttl');
  await answerSave(app, file);
  await exportTags(window, 'SKOS as Turtle', `Saved ${ALL} tags in Tags.ttl.`);
  expect(await readFile(file, 'utf8')).toContain('skos:prefLabel "Heads of state and government"');

  await answerSave(app, join(userData, 'Other.cablewright'));
  await window.keyboard.press('Control+Shift+n');
  await expect(window.getByText('Undo: take over', { exact: false })).toHaveCount(0);
  await answerOpen(app, [file]);
  await give(window, 'Import tags…');
  await expect(dialog(window, 'Import tags').getByText(/^From Tags\.ttl\./u)).toBeVisible();
  await takeAll(window, 'Import tags', ALL);
});

test('tags go through a table and come back changed', async ({ launch }) => {
  const { app, window, userData } = await launch();
  await give(window, 'Take tags for diplomatic cables…');
  await takeAll(window, 'Tags for diplomatic cables', ALL);
  const file = join(userData, 'Tags.csv');
  await answerSave(app, file);
  await exportTags(window, 'Table (CSV)', `Saved ${ALL} tags in Tags.csv.`);
  const rows = (await readFile(file, 'utf8')).trimEnd().split('\r\n');
  expect(rows[1]).toMatch(/^Assessments,.*,yellow,a,urn:uuid:/u);

  const renamed = rows.map((row) => row.replace(/^Persons(?= ›|,)/u, 'People'));
  await writeFile(file, [...renamed, 'People › Consuls,,,,'].join('\r\n'));
  await answerOpen(app, [file]);
  await give(window, 'Import tags…');
  const sheet = dialog(window, 'Import tags');
  await expect(sheet.getByRole('status')).toHaveText(
    `1 new tag, 1 changed, ${ALL - 1} as they are.`,
  );
  await sheet.getByText('Show only what is new or changes').click();
  await expect(offered(window).getByRole('option')).toHaveCount(2);
  await expect(
    offered(window).getByRole('option', { name: /People.*renamed from Persons/u }),
  ).toBeVisible();
  await expect(offered(window).getByRole('option', { name: /Consuls.*new/u })).toBeVisible();
  await sheet.getByRole('button', { name: 'Take over 2 tags' }).click();
  await expect(dialog(window, 'Tags').getByText(`${ALL + 1} tags, 0 uses`)).toBeVisible();
});

test('a file that is broken is refused in a sentence, and nothing is offered', async ({
  launch,
}) => {
  const { app, window, userData } = await launch();
  const file = join(userData, 'broken.ttl');
  await writeFile(
    file,
    '@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n\n<a> skos:b "c\n',
  );
  await answerOpen(app, [file]);
  await give(window, 'Import tags…');
  await expect(
    window.getByText(/broken\.ttl cannot be read as Turtle: .* in line 3 /u),
  ).toBeVisible();
  await expect(offered(window)).toHaveCount(0);
});

test('the preview is no obstacle', async ({ launch }) => {
  const { window } = await launch();
  await give(window, 'Take tags for diplomatic cables…');
  await expect(offered(window)).toBeVisible();
  expect(await serious(window)).toEqual([]);
});
