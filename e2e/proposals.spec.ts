import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright/test';
import { answerOpen, expect, type Launch, test } from './support/app.ts';
import { serious } from './support/axe.ts';
import { cards, highlighted, list, pane, select } from './support/reader.ts';

/** A raw text with six proposals: three damaged banners, and three Cyrillic letters in two Latin words. */
function rawText(number: number): string {
  return `${number}. Telegram From the Embassy in Utopia to the Department of State

UTOPIA, May ${number}, 1962.

SECRETI

1. Minister of HAV\u0410N\u0410 trade called this morning.

BECRET

2. The SHI\u0420MENT left.

SECRETI

3. Embassy believes he means it.

DOE
`;
}

/** A library of the five seeds and `count` raw texts, the first of which is open. */
async function withRawTexts(launch: Launch, count: number): Promise<Page> {
  const folder = await mkdtemp(join(tmpdir(), 'cablewright-proposals-'));
  for (let number = 1; number <= count; number++)
    await writeFile(join(folder, `${number}.txt`), rawText(number));
  const { app, window } = await launch();
  await expect(list(window).getByRole('option')).toHaveCount(5);
  await answerOpen(app, [folder]);
  await window.keyboard.press('Control+Shift+i');
  const report = window.getByRole('dialog', { name: 'Import' });
  await expect(report).toContainText(new RegExp(`^.*${count} cables? imported`, 'u'));
  await window.keyboard.press('Escape');
  await expect(window.getByRole('heading', { level: 1 })).toHaveText(/^1/u);
  await expect(tab(window)).toHaveAccessibleName(/6 proposals/u);
  return window;
}

/** The tab of the apparatus; its name counts the proposals that wait. */
const tab = (window: Page) => window.getByRole('tab', { name: 'Apparatus' });

/** The entry of the apparatus that is looked at. */
const entry = (window: Page) =>
  window.getByRole('listbox', { name: 'Apparatus' }).locator('[role=option][aria-selected=true]');

/** What readers by ear are told last. */
const told = (window: Page) => window.locator('footer').getByRole('status');

/** What can be decided on the entry. */
const bar = (window: Page) => window.getByRole('region', { name: 'Decide' });

/** Gives a command by its words, from the palette. */
async function command(window: Page, words: string) {
  await window.keyboard.press('Control+k');
  await expect(window.getByRole('dialog', { name: 'All commands' })).toBeVisible();
  await window.keyboard.type(words);
  await window.keyboard.press('Enter');
  await expect(window.getByRole('dialog', { name: 'All commands' })).toBeHidden();
}

test('by keys alone: walk, accept, reject, take back, accept all of the rule in the cable', async ({
  launch,
}) => {
  const window = await withRawTexts(launch, 1);
  const { keyboard } = window;
  const text = pane(window, 'transcription');

  await keyboard.press('F8');
  await keyboard.press('Control+j');
  await expect(told(window)).toHaveText(/^Proposal 1 of 6: Read as a damaged banner/u);
  await expect(entry(window)).toContainText('SECRETI');
  await expect(text.locator('.lit')).toHaveText('SECRETI');
  await keyboard.press('Control+j');
  await expect(told(window)).toHaveText(/^Proposal 2 of 6: Read as “HAVANA”/u);
  await keyboard.press('Control+Shift+j');
  await keyboard.press('Control+Shift+j');
  await expect(told(window)).toHaveText(/^Proposal 6 of 6/u);
  await keyboard.press('Control+j');
  await expect(told(window)).toHaveText(/^Proposal 1 of 6/u);

  // Each decision goes on to the next proposal; the keys stay with the text all the while.
  await keyboard.press('Control+Enter');
  await expect(told(window)).toHaveText(/^Accepted\. Proposal 1 of 5: Read as “HAVANA”/u);
  await expect(text).not.toContainText(/SECRETI.*Minister/su);
  await keyboard.press('Control+Shift+Enter');
  await expect(told(window)).toHaveText(/^Rejected\. Proposal 1 of 4/u);
  await expect(text).toContainText('HAV\u0410N\u0410');
  await keyboard.press('Control+Enter');
  await expect(told(window)).toHaveText(/^Accepted\. Proposal 1 of 3: Read as a damaged banner/u);
  await expect(text).toContainText('HAV\u0410NA');
  await expect(tab(window)).toHaveAccessibleName(/3 proposals/u);
  await expect(text).toBeFocused();

  // The one that was rejected is taken back.
  await keyboard.press('F9');
  await keyboard.press('Tab');
  await keyboard.press('Tab');
  await keyboard.press('Home');
  await expect(entry(window)).toContainText(/accepted by .+ \d{4}/u);
  await keyboard.press('ArrowDown');
  await expect(entry(window)).toContainText(/rejected by .+ \d{4}/u);
  await expect(pane(window, 'original').locator('.lit')).toHaveText('\u0410');
  await command(window, 'take the decision back');
  await expect(told(window)).toHaveText('The decision is taken back.');
  await expect(entry(window)).toContainText('proposed');
  await expect(tab(window)).toHaveAccessibleName(/4 proposals/u);

  // Of the rule of this one two wait: here and in SHIPMENT.
  await keyboard.press('Control+Alt+Enter');
  await expect(told(window)).toHaveText('2 accepted.');
  await expect(text).toContainText('HAVANA');
  await expect(text).toContainText('SHIPMENT');
  await expect(tab(window)).toHaveAccessibleName(/2 proposals/u);
  await keyboard.press('F8');
  await keyboard.press('Control+z');
  await expect(text).toContainText('HAV\u0410NA');
  await expect(text).toContainText('SHI\u0420MENT');
  await expect(tab(window)).toHaveAccessibleName(/4 proposals/u);
});

test('keys that come fast decide on one proposal each', async ({ launch }) => {
  const window = await withRawTexts(launch, 1);
  await window.keyboard.press('Control+j');
  for (let times = 0; times < 6; times++) await window.keyboard.press('Control+Enter');
  await expect(told(window)).toHaveText('Accepted. No proposal is left in this cable.');
  await expect(tab(window)).toHaveAccessibleName('Apparatus');
  await expect(pane(window, 'transcription')).toContainText('HAVANA');
  for (let times = 0; times < 6; times++) await window.keyboard.press('Control+z');
  await expect(tab(window)).toHaveAccessibleName(/6 proposals/u);
});

test('with the pointer: the bar below the apparatus says what is decided, and by whom', async ({
  launch,
}) => {
  const window = await withRawTexts(launch, 1);
  await tab(window).click();
  await window.getByRole('option', { name: /BECRET/u }).click();
  await expect(bar(window)).toContainText('Read as a damaged banner “Secret”.');
  await bar(window).getByRole('button', { name: 'Accept', exact: true }).click();
  await expect(entry(window)).toContainText('SHI\u0420MENT');
  await window.getByRole('option', { name: /BECRET/u }).click();
  await expect(bar(window)).toContainText(/Accepted by .+ \d{4}/u);
  await bar(window).getByRole('button', { name: 'Take back' }).click();
  await expect(bar(window)).toContainText('Proposal 4 of 6.');
  expect(await serious(window)).toEqual([]);
  await bar(window).getByRole('button', { name: 'reject all 3 in this cable' }).click();
  await expect(told(window)).toHaveText('3 rejected.');
  await expect(tab(window)).toHaveAccessibleName(/3 proposals/u);
  await window.getByRole('button', { name: /Show entries/u }).click();
  await window.getByRole('option', { name: /^Proposed/u }).click();
  await expect(window.getByRole('listbox', { name: 'Apparatus' }).getByRole('option')).toHaveCount(
    3,
  );
});

test('all of a rule in the library is previewed, decided on and undone at once', async ({
  launch,
}) => {
  const window = await withRawTexts(launch, 3);
  const { keyboard } = window;
  const waiting = list(window).getByText('6 proposals');
  await expect(waiting).toHaveCount(3);
  await keyboard.press('Control+j');
  await command(window, 'decide on all of this rule');
  const sheet = window.getByRole('dialog', { name: 'All proposals of “damaged banner”' });
  await expect(sheet).toContainText('9 places in 3 cables');
  await expect(sheet.locator('del').first()).toHaveText(/SECRETI/u);
  await expect(sheet.getByRole('list', { name: 'Places' })).toContainText('called this morning');
  expect(await serious(window)).toEqual([]);
  await sheet.getByRole('button', { name: 'Accept all' }).focus();
  await keyboard.press('Enter');
  await expect(sheet.getByRole('status')).toHaveText('9 accepted in 3 cables.');
  await expect(sheet).toContainText('No proposal of this rule waits');
  await keyboard.press('Escape');
  await expect(sheet).toBeHidden();
  await expect(list(window).getByText('3 proposals')).toHaveCount(3);
  await expect(pane(window, 'transcription')).not.toContainText('SECRETI');
  await expect(pane(window, 'original')).toContainText('SECRETI');
  await keyboard.press('Control+z');
  await expect(waiting).toHaveCount(3);
  await expect(pane(window, 'transcription')).toContainText('SECRETI');
});

test('a place of the preview leads to its cable', async ({ launch }) => {
  const window = await withRawTexts(launch, 2);
  await window.keyboard.press('Control+j');
  await command(window, 'decide on all of this rule');
  const places = window.getByRole('list', { name: 'Places' }).getByRole('listitem');
  await places.nth(4).getByRole('button').click();
  await expect(window.getByRole('heading', { level: 1 })).toHaveText(/^2/u);
  await expect(entry(window)).toContainText('BECRET');
  await expect(pane(window, 'original').locator('.lit')).toHaveText('BECRET');
});

test('a rule is switched off and on; what has been decided is kept', async ({ launch }) => {
  const window = await withRawTexts(launch, 2);
  const { keyboard } = window;
  await keyboard.press('Control+j');
  await keyboard.press('Control+Enter');
  await expect(told(window)).toHaveText(/^Accepted\./u);
  await command(window, 'rules of cleaning');
  const sheet = window.getByRole('dialog', { name: 'Rules of cleaning' });
  await expect(sheet).toContainText('cleans all 7 cables anew');
  expect(await serious(window)).toEqual([]);
  await keyboard.type('damaged');
  await expect(sheet.getByRole('row')).toHaveCount(2);
  const line = sheet.getByRole('row', { name: /Damaged banner/u });
  await expect(line.getByRole('cell')).toHaveText(['1', /^5/u, /none/u, /on/u]);
  await keyboard.press('Tab');
  await keyboard.press('Tab');
  await expect(sheet.getByRole('switch', { name: 'Damaged banner' })).toBeFocused();
  await keyboard.press('Space');
  await expect(sheet.getByRole('status')).toHaveText(
    '“damaged banner” is off; 2 cables have changed.',
  );
  await expect(line.getByRole('cell')).toHaveText(['1', /none/u, /none/u, /off/u]);
  await keyboard.press('Space');
  await expect(sheet.getByRole('status')).toHaveText(
    '“damaged banner” is on; 2 cables have changed.',
  );
  await expect(line.getByRole('cell')).toHaveText(['1', /^5/u, /none/u, /on/u]);
  await keyboard.press('Space');
  await expect(sheet.getByRole('switch', { name: 'Damaged banner' })).not.toBeChecked();
  await keyboard.press('Escape');
  await keyboard.press('Escape');
  await expect(sheet).toBeHidden();
  await expect(tab(window)).toHaveAccessibleName(/3 proposals/u);
  await keyboard.press('Control+z');
  await expect(tab(window)).toHaveAccessibleName(/5 proposals/u);
});

test('an annotation whose words leave the text is kept, without a place, until they come back', async ({
  launch,
}) => {
  const window = await withRawTexts(launch, 1);
  await select(window, 'transcription', 'BECRET');
  await window.keyboard.press('Control+h');
  await expect(cards(window)).toHaveCount(1);
  await tab(window).click();
  await window.getByRole('option', { name: /BECRET/u }).click();
  await bar(window).getByRole('button', { name: 'Accept', exact: true }).click();
  await expect(told(window)).toHaveText(/^Accepted/u);
  await window.keyboard.press('Control+1');
  const unplaced = window.getByRole('list', { name: 'Annotations without a place' });
  await expect(unplaced.locator('> li')).toHaveText(/BECRET.*damaged banner/u);
  await expect(cards(window)).toHaveCount(0);
  expect(await highlighted(window, 'transcription')).toEqual([]);
  await unplaced.getByRole('button', { name: 'Go to where “BECRET” stood' }).click();
  await window.keyboard.press('Control+z');
  await expect(cards(window)).toHaveCount(1);
  await expect(unplaced).toHaveCount(0);
  await expect.poll(() => highlighted(window, 'transcription')).toEqual(['BECRET']);
});
