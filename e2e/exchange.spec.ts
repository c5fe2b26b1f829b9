import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright/test';
import { answerOpen, answerSave, expect, serious, test } from './support/app.ts';

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
async function exportTags(window: Page, format: RegExp, file: string): Promise<void> {
  await give(window, 'Export tags…');
  const sheet = dialog(window, 'Export tags');
  await sheet.getByRole('radio', { name: format }).locator('xpath=..').click();
  await sheet.getByRole('button', { name: /^Export \d+ tags…$/u }).click();
  await expect(sheet.getByRole('status')).toHaveText(`Saved 39 tags in ${file}.`);
  await window.keyboard.press('Escape');
  await expect(sheet).toBeHidden();
}

test('take the starter without a branch, export it, and import it into another library', async ({
  launch,
}) => {
  const { app, window, userData } = await launch();
  await window.keyboard.press('Control+Shift+t');
  await dialog(window, 'Tags')
    .getByRole('button', { name: 'Take tags for diplomatic cables…' })
    .click();
  const sheet = dialog(window, 'Tags for diplomatic cables');
  const all = Number(
    await offered(window).getByRole('option').first().getAttribute('aria-setsize'),
  );
  await expect(sheet.getByRole('button', { name: `Take over ${all} tags` })).toBeVisible();
  expect(await serious(window)).toEqual([]);

  // By key: past Persons and the four below it, leave out Places and the three below that.
  await offered(window).focus();
  for (let times = 0; times < 6; times++) await window.keyboard.press('ArrowDown');
  await expect(offered(window).getByRole('option', { name: /^Places/u })).toHaveAttribute(
    'aria-selected',
    'true',
  );
  await window.keyboard.press('Space');
  await expect(sheet.getByRole('status')).toHaveText(`${all - 4} new tags.`);
  await sheet.getByRole('button', { name: `Take over ${all - 4} tags` }).click();
  await expect(tree(window).getByRole('row', { name: /^Assessments/u })).toBeVisible();
  await expect(dialog(window, 'Tags').getByText(`${all - 4} tags, 0 uses`)).toBeVisible();
  expect(all - 4).toBe(39);
  await window.keyboard.press('Escape');

  const [turtle, table] = [join(userData, 'Tags.ttl'), join(userData, 'Tags.csv')];
  await answerSave(app, turtle);
  await exportTags(window, /Turtle/u, 'Tags.ttl');
  await answerSave(app, table);
  await exportTags(window, /Table/u, 'Tags.csv');
  expect(await readFile(turtle, 'utf8')).toContain(
    'skos:prefLabel "Heads of state and government"',
  );
  const rows = (await readFile(table, 'utf8')).split('\r\n');
  expect(rows[1]).toMatch(/^Assessments,.*,yellow,a,urn:uuid:/u);

  await answerSave(app, join(userData, 'Other.cablewright'));
  await window.keyboard.press('Control+Shift+n');
  await expect(window.getByText('Other')).not.toHaveCount(0);
  await answerOpen(app, [turtle]);
  await give(window, 'Import tags…');
  const coming = dialog(window, 'Import tags');
  await expect(coming.getByText(/^From Tags\.ttl\./u)).toBeVisible();
  await coming.getByRole('button', { name: 'Take over 39 tags' }).click();
  await expect(dialog(window, 'Tags').getByText('39 tags, 0 uses')).toBeVisible();
  await window.keyboard.press('Escape');

  // The table, with one name changed and one row more.
  const changed = rows
    .map((row) => row.replace(/^Persons(?= ›|,)/u, 'People'))
    .concat('People › Consuls,,,,');
  await writeFile(table, changed.filter((row) => row !== '').join('\r\n'));
  await answerOpen(app, [table]);
  await give(window, 'Import tags…');
  await expect(coming.getByRole('status')).toHaveText(/^1 new tag, 1 changed, /u);
  await coming.getByText('Show only what is new or changes').click();
  await expect(
    offered(window).getByRole('option', { name: /People.*renamed from Persons/u }),
  ).toBeVisible();
  await expect(offered(window).getByRole('option', { name: /Consuls.*new/u })).toBeVisible();
  await window.keyboard.press('Escape');
  await expect(coming).toBeHidden();

  await window.keyboard.press('Control+z');
  await window.keyboard.press('Control+Shift+t');
  await expect(dialog(window, 'Tags').getByText('0 tags, 0 uses')).toBeVisible();
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

test('the preview is legible in dark, too', async ({ launch }) => {
  const { window } = await launch();
  await window.keyboard.press('Control+Shift+l');
  await give(window, 'Take tags for diplomatic cables…');
  await expect(offered(window)).toBeVisible();
  expect(await serious(window)).toEqual([]);
});
