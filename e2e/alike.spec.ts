import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright/test';
import { answerOpen, expect, type Launch, test } from './support/app.ts';
import { serious } from './support/axe.ts';
import { find as scrollTo, list, openCable, pane, select } from './support/reader.ts';

/** A raw text that says Habana three times, once in capitals, and once before its minister. */
function rawText(number: number): string {
  return `${number}. Telegram From the Embassy in Utopia to the Department of State

UTOPIA, May ${number}, 1962.

1. Minister of Habana trade called this morning and told me that HABANA would not
give way in this matter, whatever the Department may have heard.

2. Embassy believes that Habana means it. The Habanero papers do not say so.

DOE
`;
}

/** A library of the five seeds and two raw texts, the second of which is open. */
async function withRawTexts(launch: Launch): Promise<Page> {
  const folder = await mkdtemp(join(tmpdir(), 'cablewright-alike-'));
  for (const number of [1, 2]) await writeFile(join(folder, `${number}.txt`), rawText(number));
  const { app, window } = await launch();
  await expect(list(window).getByRole('option')).toHaveCount(5);
  await answerOpen(app, [folder]);
  await window.keyboard.press('Control+Shift+i');
  await expect(window.getByRole('dialog', { name: 'Import' })).toContainText(/2 cables imported/u);
  await window.keyboard.press('Escape');
  await openCable(window, /^2[^\d]/u);
  return window;
}

const sheet = (window: Page) => window.getByRole('dialog', { name: 'Emend alike' });
const places = (window: Page) => sheet(window).getByRole('listbox', { name: 'Places' });
const lines = (window: Page) => places(window).getByRole('option');
/** The foot of the sheet, where it says what has become of the question. */
const said = (window: Page) => sheet(window).getByRole('status');
/** How many places there are; the tick takes in or leaves out all of them. */
const sum = (window: Page, words: string | RegExp) =>
  sheet(window).getByRole('checkbox', { name: words });

/** Opens the sheet and asks for words, and what is to stand there. */
async function ask(window: Page, find: string, replace: string) {
  await window.keyboard.press('F8');
  await window.keyboard.press('Control+Shift+f');
  await sheet(window).getByLabel('Find').fill(find);
  await sheet(window).getByLabel('Replace by').fill(replace);
}

test('words are found in the library, one place is left out, the others are emended and undone at once', async ({
  launch,
}) => {
  const window = await withRawTexts(launch);
  const text = pane(window, 'transcription');
  await ask(window, 'Habana', 'Havana');
  await expect(sum(window, '4 places in 2 cables')).toBeChecked();
  await expect(lines(window)).toHaveCount(6);
  await expect(lines(window).nth(1)).toContainText(/Minister of.*Habana.*Havana.*trade called/su);
  await expect(lines(window).locator('del')).toHaveText(Array.from({ length: 4 }, () => 'Habana'));
  await expect(lines(window).locator('ins')).toHaveText(Array.from({ length: 4 }, () => 'Havana'));

  // The last place of the second cable is left out by key.
  await places(window).focus();
  await window.keyboard.press('End');
  await window.keyboard.press('Space');
  await expect(lines(window).nth(5)).not.toBeChecked();
  await expect(lines(window).nth(3)).toHaveAttribute('aria-checked', 'mixed');
  await expect(lines(window).nth(3)).toContainText('2 places, 1 left out');
  await expect(lines(window).locator('ins')).toHaveCount(3);
  await expect(sum(window, '4 places in 2 cables, 1 left out')).toBeVisible();

  // Enter shows it where it stands, behind the sheet.
  await window.keyboard.press('Enter');
  await expect(text.locator('.lit')).toHaveText('Habana');
  await expect(places(window)).toBeFocused();

  await sheet(window).getByRole('button', { name: 'Emend 3 places' }).click();
  const done = '3 places emended in 2 cables. Undo takes all of it back.';
  await expect(said(window)).toHaveText(done);
  await expect(window.locator('footer').getByRole('status').last()).toHaveText(done);
  await expect(text).toContainText('Minister of Havana trade');
  await expect(text).toContainText('believes that Habana means');
  await expect(pane(window, 'original')).toContainText('Minister of Habana trade');
  await window.keyboard.press('Escape');
  await openCable(window, /^1[^\d]/u);
  await expect(text).toContainText('believes that Havana means');
  await window.keyboard.press('Control+z');
  await expect(text).toContainText('believes that Habana means');
  await openCable(window, /^2[^\d]/u);
  await expect(text).toContainText('Minister of Habana trade');
});

test('whatever looks alike, whole words only, in this cable only; nothing to put there deletes', async ({
  launch,
}) => {
  const window = await withRawTexts(launch);
  const text = pane(window, 'transcription');
  await ask(window, 'habana', '');
  await expect(said(window)).toHaveText('“habana” stands in no transcription of this library.');
  await sheet(window).getByText('Look-alikes and capitals').click();
  await expect(sum(window, '6 places in 2 cables')).toBeVisible();
  await sheet(window).getByLabel('Find').fill('habane');
  await expect(sum(window, '2 places in 2 cables')).toBeVisible();
  await sheet(window).getByText('Whole words').click();
  await expect(said(window)).toHaveText('“habane” stands in no transcription of this library.');
  await sheet(window).getByLabel('Find').fill('THE DEPARTMENT MAY');
  await sheet(window).getByText('This cable').click();
  await expect(sum(window, '1 place')).toBeVisible();
  await sheet(window).getByRole('button', { name: 'Delete at 1 place' }).click();
  await expect(said(window)).toHaveText(
    'Deleted at 1 place in 1 cable. Undo takes all of it back.',
  );
  await expect(text).toContainText('whatever  have heard');

  // The keys are still heard: undone, the place is found again.
  await window.keyboard.press('Control+z');
  await expect(sum(window, '1 place')).toBeVisible();
  await expect(text).toContainText('whatever the Department may have heard');
});

test('a place of another cable opens it; a cable and all are left out by their ticks', async ({
  launch,
}) => {
  const window = await withRawTexts(launch);
  await ask(window, 'Habana means', 'Havana means');
  await expect(sum(window, '2 places in 2 cables')).toBeVisible();
  await lines(window).nth(1).locator('del').click();
  await expect(window.getByRole('heading', { level: 1 })).toHaveText(/^1/u);
  await expect(pane(window, 'transcription').locator('.lit')).toHaveText('Habana means');
  await places(window).focus();
  await window.keyboard.press('Home');
  await window.keyboard.press('Space');
  await expect(sum(window, '2 places in 2 cables, 1 left out')).toBeChecked({
    indeterminate: true,
  });
  await lines(window).nth(2).locator('.box').click();
  await expect(sum(window, '2 places in 2 cables, 2 left out')).not.toBeChecked();
  await expect(sheet(window).getByRole('button', { name: /Emend/u })).toHaveCount(0);
  await sheet(window).getByText('2 places in 2 cables').click();
  await expect(sheet(window).getByRole('button', { name: 'Emend 2 places' })).toBeVisible();
});

test('the words selected in the transcription are looked for', async ({ launch }) => {
  const window = await withRawTexts(launch);
  await select(window, 'transcription', 'Habanero');
  await window.keyboard.press('Control+Shift+f');
  await expect(sheet(window).getByLabel('Find')).toHaveValue('Habanero');
  await expect(sum(window, '2 places in 2 cables')).toBeVisible();
  await window.keyboard.press('Escape');
  await expect(sheet(window)).toBeHidden();
  expect(await scrollTo(window, 'transcription', 'Habanero')).toBeTruthy();
});

test('no serious obstacle', async ({ launch }) => {
  const window = await withRawTexts(launch);
  await ask(window, 'Habana', 'Havana');
  await expect(sum(window, '4 places in 2 cables')).toBeVisible();
  await places(window).focus();
  await window.keyboard.press('End');
  await window.keyboard.press('Space');
  await expect(lines(window).nth(5)).not.toBeChecked();
  expect(await serious(window), 'found').toEqual([]);
  await sheet(window).getByRole('button', { name: 'Emend 3 places' }).click();
  await expect(said(window)).toHaveText(/^3 places emended/u);
  expect(await serious(window), 'emended').toEqual([]);
});
