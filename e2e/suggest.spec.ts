import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElectronApplication, Page } from 'playwright/test';
import { answerOpen, expect, test } from './support/app.ts';
import { serious } from './support/axe.ts';
import { caretBehind, highlighted, hover, openCable, pane, select } from './support/reader.ts';

const sheet = (window: Page) => window.getByRole('dialog', { name: 'Other occurrences' });
const places = (window: Page) => sheet(window).getByRole('listbox', { name: 'Places' });
const lines = (window: Page) => places(window).getByRole('option');
const said = (window: Page) => sheet(window).getByRole('status');
/** The field with the words that are looked for. */
const words = (window: Page) => sheet(window).getByRole('textbox', { name: 'Words' });
/** How many places there are; the tick takes in or leaves out all of them. */
const sum = (window: Page, name: string | RegExp) => sheet(window).getByRole('checkbox', { name });

/** Makes a tag in the picker that a button opens, and chooses it. */
async function makeTag(window: Page, button: RegExp, name: string) {
  await window.getByRole('button', { name: button }).click();
  await window.getByPlaceholder('Find or create a tag').fill(name);
  await window.getByRole('button', { name: 'Create', exact: true }).click();
  await expect(window.getByRole('button', { name: new RegExp(`: ${name}$`, 'u') })).toBeAttached();
}

/** Selects words and looks for them in the library. */
async function lookFor(window: Page, sought: string) {
  await openCable(window, /circular 938/i);
  await select(window, 'transcription', sought);
  await window.keyboard.press('Control+Shift+o');
  await expect(words(window)).toHaveValue(sought);
}

test('the words selected are found in the library, one place is left out, the others are tagged and undone at once', async ({
  launch,
}) => {
  const { window } = await launch();
  await lookFor(window, 'Castro');
  await expect(sum(window, '19 places in 5 cables')).toBeChecked();
  await expect(said(window)).toHaveText('Choose the tags that these places are to get.');
  await makeTag(window, /^Tags for these places/u, 'Persons');
  expect(await serious(window), 'tags').toEqual([]);
  await window.getByRole('button', { name: 'Done' }).click();
  await expect(sheet(window).getByRole('button', { name: 'Tag 19 places' })).toBeVisible();

  // One place of the cable on the desk is left out by key, after a look at where it stands.
  const mine = lines(window).filter({ hasText: 'has now announced' });
  await mine.locator('.place-found').click();
  await expect(pane(window, 'transcription').locator('.lit')).toHaveText('Castro');
  await places(window).focus();
  await window.keyboard.press('Space');
  await expect(mine).not.toBeChecked();
  await expect(sum(window, '19 places in 5 cables, 1 left out')).toBeVisible();
  expect(await serious(window), 'occurrences').toEqual([]);

  await sheet(window).getByRole('button', { name: 'Tag 18 places' }).click();
  await expect(said(window)).toHaveText('18 places tagged in 5 cables. Undo takes all of it back.');
  await expect.poll(() => highlighted(window, 'transcription')).toEqual(['Castro', 'Castro']);
  // What is tagged already is shown as such, and left out by itself.
  await sheet(window).getByRole('button', { name: 'Search again' }).click();
  await expect(sum(window, '19 places in 5 cables, 18 left out')).toBeVisible();
  await expect(lines(window).locator('.place-tags').first()).toHaveText(', tagged Persons');
  await expect(sheet(window).getByRole('button', { name: 'Tag 1 place' })).toBeVisible();

  await window.keyboard.press('Escape');
  await window.keyboard.press('Control+z');
  await expect.poll(() => highlighted(window, 'transcription')).toEqual([]);
});

test('other spellings are offered with the number of their places, and looked for only if wanted', async ({
  launch,
}) => {
  const { window } = await launch();
  await lookFor(window, 'Castro');
  await words(window).fill('Khruschev');
  await expect(said(window)).toHaveText('“Khruschev” stands in no transcription of this library.');
  await sheet(window)
    .getByRole('button', { name: /^Look for Khrushchev as well \(\d\)$/u })
    .click();
  await expect(sum(window, /^\d places in \d cables$/u)).toBeChecked();
  await expect(lines(window).locator('.place-found').first()).toHaveText('Khrushchev');
  await sheet(window).getByRole('button', { name: 'Do not look for Khrushchev' }).click();
  await expect(said(window)).toHaveText('“Khruschev” stands in no transcription of this library.');
});

const gazetteer = (window: Page) => window.getByRole('dialog', { name: 'Gazetteer and glossary' });
const entries = (window: Page) => gazetteer(window).getByRole('listbox', { name: 'Entries' });
const suggestions = (window: Page) => window.getByRole('listbox', { name: 'Suggestions' });
const bar = (window: Page) => window.getByRole('region', { name: 'Suggestion' });

/** A list of persons as volumes of FRUS have it. */
const VOLUME = `<?xml version="1.0" encoding="UTF-8"?>
<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><front>
  <div type="section" xml:id="persons"><head>Persons</head><list type="names">
    <item><hi rend="strong"><persName xml:id="p_CRF1">Castro Ruz, Fidel</persName>,</hi> Premier of Cuba</item>
    <item><hi rend="strong"><persName xml:id="p_KNS1">Khrushchev, Nikita S.</persName>,</hi> Chairman of the Council of Ministers of the Soviet Union</item>
  </list></div></front>
  <body><p><persName corresp="#p_CRF1">Castro</persName> and <persName corresp="#p_CRF1">the Premier</persName>.</p></body>
</text></TEI>
`;

/** Brings the names of the volume into the gazetteer. */
async function importNames(app: ElectronApplication, window: Page) {
  const folder = await mkdtemp(join(tmpdir(), 'cablewright-suggest-'));
  const file = join(folder, 'volume.xml');
  await writeFile(file, VOLUME);
  await answerOpen(app, [file]);
  await window.keyboard.press('Control+Shift+g');
  await gazetteer(window).getByRole('button', { name: 'Import…' }).click();
  await expect(gazetteer(window).getByRole('heading', { name: 'volume.xml' })).toBeVisible();
}

test('names of a TEI file come into the gazetteer, are suggested, accepted and dismissed', async ({
  launch,
}) => {
  test.slow();
  const { app, window } = await launch();
  await openCable(window, /circular 938/i);
  await importNames(app, window);
  await expect(gazetteer(window).getByRole('status')).toHaveText('2 new.');
  await expect(gazetteer(window).getByRole('list', { name: 'Passed over' })).toContainText(
    '1 mark of names stands on titles',
  );
  expect(await serious(window), 'import').toEqual([]);
  await gazetteer(window).getByRole('button', { name: 'Take 2 entries' }).click();
  await gazetteer(window).getByLabel('Find an entry').fill('castro');
  await expect(entries(window).getByRole('option')).toHaveText(/^Castro Ruz, Fidel Person/u);
  expect(await serious(window), 'gazetteer').toEqual([]);
  await window.keyboard.press('Escape');

  await window.keyboard.press('Control+5');
  const line = (name: RegExp) => suggestions(window).getByRole('option', { name });
  await line(/^Castro Ruz, Fidel 3 places/u).click();
  await expect(bar(window)).toContainText('Premier of Cuba');
  expect(await serious(window), 'suggestions').toEqual([]);
  expect(await highlighted(window, 'transcription')).toEqual([]);
  await expect(bar(window).getByRole('button', { name: 'Accept 3 places' })).toBeDisabled();
  await bar(window).getByRole('button', { name: 'Make “Persons”' }).click();
  await expect(
    bar(window).getByRole('button', { name: /^Tag for persons: Persons/u }),
  ).toBeVisible();

  // The first place by key; the next comes into its place and is lit.
  await suggestions(window).focus();
  await window.keyboard.press('ArrowDown');
  await expect(pane(window, 'transcription').locator('.lit')).toHaveText('Castro');
  await window.keyboard.press('Space');
  await expect(line(/^Castro Ruz, Fidel 2 places/u)).toBeVisible();
  await expect.poll(() => highlighted(window, 'transcription')).toEqual(['Castro']);
  await expect(suggestions(window)).toBeFocused();
  await window.keyboard.press('Delete');
  await expect(line(/^Castro Ruz, Fidel 1 place/u)).toBeVisible();
  await expect.poll(() => highlighted(window, 'transcription')).toEqual(['Castro']);

  // All of a kind at once, and one undo for it.
  await line(/^Persons/u).click();
  await bar(window)
    .getByRole('button', { name: /^Accept \d places/u })
    .click();
  await expect(line(/^Persons/u)).toBeHidden();
  await expect.poll(() => highlighted(window, 'transcription')).toContain('Khrushchev');
  await window.keyboard.press('Control+z');
  await expect.poll(() => highlighted(window, 'transcription')).toEqual(['Castro']);
  await expect(line(/^Persons/u)).toBeVisible();
});

/** Sets the caret behind words of the transcription and asks what stands there, the pointer resting elsewhere. */
async function explainBehind(window: Page, beginning: string) {
  await caretBehind(window, 'transcription', beginning);
  await window.mouse.move(5, 5);
  await window.keyboard.press('F2');
}

test('words of the trade are explained in both texts, and what is said can be changed', async ({
  launch,
}) => {
  const { window } = await launch();
  await openCable(window, /circular 938/i);
  const gloss = window.locator('.explains-glossary');
  await hover(window, 'original', 'NIACT');
  await expect(gloss).toHaveText(/^NIACT Night action/u);
  await openCable(window, /All Posts in Latin America/i);
  await explainBehind(window, 'Depcir');
  await expect(gloss).toHaveText(/^Depcirtel Circular telegram/u);

  await window.keyboard.press('Control+Shift+g');
  const what = gazetteer(window).getByLabel('What it means, or who it is');
  await expect(gazetteer(window).getByLabel('Name', { exact: true })).toHaveValue('Depcirtel');
  await what.fill('A circular telegram.');
  await gazetteer(window).getByLabel('Source').focus();
  await expect(gazetteer(window).getByRole('button', { name: 'As it came' })).toBeVisible();
  await window.keyboard.press('Escape');
  await explainBehind(window, 'Depcir');
  await expect(gloss).toHaveText('Depcirtel A circular telegram.');
  await window.keyboard.press('Control+z');
  await explainBehind(window, 'Depcir');
  await expect(gloss).toHaveText(/^Depcirtel Circular telegram/u);
});

test('an entry is made from words selected, and deleted', async ({ launch }) => {
  const { window } = await launch();
  await openCable(window, /circular 938/i);
  await select(window, 'transcription', 'Foreign Minister');
  await window.keyboard.press('Control+Shift+g');
  const name = gazetteer(window).getByLabel('Name', { exact: true });
  await expect(name).toHaveValue('Foreign Minister');
  await name.fill('Lleras Camargo, Alberto');
  await gazetteer(window)
    .getByRole('button', { name: /^Add “Alberto Lleras Camargo”/u })
    .click();
  await gazetteer(window).getByRole('button', { name: 'Make' }).click();
  const mine = entries(window).getByRole('option', { name: /^Lleras Camargo/u });
  await expect(mine).toBeVisible();
  await gazetteer(window).getByRole('button', { name: 'Delete' }).click();
  await expect(mine).toBeHidden();
  await window.keyboard.press('Control+z');
  await expect(mine).toBeVisible();
});
