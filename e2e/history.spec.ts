import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright/test';
import { answerOpen, expect, type Launch, test } from './support/app.ts';
import { serious } from './support/axe.ts';
import { caretBehind, openCable, pane } from './support/reader.ts';

const entries = (window: Page) =>
  window.getByRole('listbox', { name: 'Revisions' }).getByRole('option');

/** What can be done with the revision looked at. */
const bar = (window: Page) => window.getByRole('region', { name: 'This revision' });

const sheet = (window: Page) => window.getByRole('dialog', { name: 'Compare revisions' });

/** The difference that is looked at. */
const difference = (window: Page) => sheet(window).locator('[role=button][aria-current=true]');

/** What readers by ear are told last. */
const told = (window: Page) => window.locator('footer').getByRole('status');

/** Types words behind others into the transcription. */
async function type(window: Page, behind: string, words: string) {
  await caretBehind(window, 'transcription', behind);
  await window.keyboard.type(words);
}

/** Gives a command by its words, from the palette. */
async function command(window: Page, words: string) {
  await window.keyboard.press('Control+k');
  await expect(window.getByRole('dialog', { name: 'All commands' })).toBeVisible();
  await window.keyboard.type(words);
  await window.keyboard.press('Enter');
  await expect(window.getByRole('dialog', { name: 'All commands' })).toBeHidden();
}

/** Answers the question that is asked once: who signs the corrections. */
async function sign(window: Page) {
  const form = window.getByRole('form', { name: 'Your name' });
  await form.getByRole('textbox').fill('A. Reader');
  await form.getByRole('button', { name: 'Keep' }).click();
  await expect(form).toBeHidden();
}

/**
 * The seed 171 with two revisions: in the first "occasion" was made "occasions" by nobody in
 * particular; the second is of A. Reader, who has put in "[sic]" and "very ".
 */
async function withHistory(launch: Launch): Promise<Page> {
  const { window } = await launch();
  await openCable(window, /171/u);
  await type(window, 'early occasion', 's');
  await sign(window);
  await window.keyboard.press('Control+4');
  await expect(entries(window)).toHaveCount(2);
  await type(window, 'early occasions', ' [sic]');
  await type(window, 'situation', ' again');
  await expect(entries(window)).toHaveCount(3);
  await expect(entries(window).first()).toContainText(/A\. Reader · \d+ actions?/u);
  return window;
}

test('a text nobody has worked on has no history', async ({ launch }) => {
  const { window } = await launch();
  await openCable(window, /171/u);
  await window.keyboard.press('Control+4');
  await expect(window.getByRole('tabpanel', { name: 'History' })).toHaveText(
    'The transcription reads as cleaning left it; nobody has worked on it yet.',
  );
  await command(window, 'compare with an earlier');
  await expect(told(window)).toHaveText('There is no earlier revision of this cable.');
  await expect(sheet(window)).toBeHidden();
});

test('work on a text is told as revisions, which are named; Escape leaves the name', async ({
  launch,
}) => {
  const window = await withHistory(launch);
  const { keyboard } = window;
  await expect(entries(window)).toHaveText([
    /^2.*now.*A\. Reader · 2 actions$/u,
    /^1.* · 1 action$/u,
    /^0The text as cleaning left it/u,
  ]);
  const field = bar(window).getByRole('textbox', { name: 'What it is about' });
  await field.focus();
  await keyboard.type('Read against the film');
  await keyboard.press('Enter');
  await expect(entries(window).first()).toContainText('Read against the film');
  await expect(window.getByRole('listbox', { name: 'Revisions' })).toBeFocused();
  await field.focus();
  await keyboard.type(' again');
  await keyboard.press('Escape');
  await expect(field).toHaveValue('Read against the film');
  await keyboard.press('ArrowDown');
  await expect(bar(window).getByRole('heading')).toHaveText('Revision 1');
  await keyboard.press('End');
  await expect(bar(window).getByRole('heading')).toHaveText('The text as cleaning left it');
  await expect(entries(window).first()).toContainText(/Read against the filmnow/u);
  await keyboard.press('Control+z');
  await expect(entries(window).first()).not.toContainText('Read against the film');
});

test('two revisions are compared by keys alone, and a reading is taken over; undo takes it back', async ({
  launch,
}) => {
  const window = await withHistory(launch);
  const { keyboard } = window;
  await window.keyboard.press('Control+Shift+h');
  await expect(sheet(window).getByRole('status')).toHaveText('2 differences');
  await expect(difference(window)).toBeFocused();
  await expect(difference(window)).toHaveAccessibleName(
    'Difference 1 of 2: Revision 1 has nothing, Now (revision 2) reads “[sic] ”',
  );
  expect(await serious(window)).toEqual([]);
  await expect(sheet(window)).toContainText('The original has nothing here');
  await expect(sheet(window)).toContainText(/\d+ words alike/u);
  await keyboard.press('n');
  await expect(difference(window)).toHaveAccessibleName(/reads “ again”$/u);
  await keyboard.press('ArrowUp');
  await expect(difference(window)).toHaveAccessibleName(/^Difference 1 of 2/u);
  await keyboard.press('Enter');
  await expect(sheet(window).getByRole('status')).toHaveText('1 difference');
  await expect(told(window)).toHaveText('Taken over.');
  await expect(difference(window)).toHaveAccessibleName(/reads “ again”$/u);
  await keyboard.press('Enter');
  await expect(sheet(window).getByRole('status')).toHaveText('Both read alike.');
  await keyboard.press('Escape');
  await expect(sheet(window)).toBeHidden();
  await expect(pane(window, 'transcription')).toContainText('Take early occasions to discuss');
  await keyboard.press('Control+z');
  await expect(pane(window, 'transcription')).toContainText('Cuban situation again:');
  await keyboard.press('Control+z');
  await expect(pane(window, 'transcription')).toContainText('occasions [sic] to discuss');
});

test('the words of the original stand beside a difference, and lead to their place', async ({
  launch,
}) => {
  const window = await withHistory(launch);
  await window.keyboard.press('Control+Shift+h');
  await sheet(window).getByRole('button', { name: 'Left' }).click();
  await window.getByRole('option', { name: /^0 · /u }).click();
  await expect(difference(window)).toHaveAccessibleName(
    /^Difference 1 of 2: The text as cleaning left it reads “occasion”, Now \(revision 2\) reads “occasions \[sic\]”$/u,
  );
  await expect(sheet(window).locator('q b')).toHaveText('occasion');
  await sheet(window).getByRole('button', { name: 'Swap' }).click();
  await expect(difference(window)).toHaveAccessibleName(/: Now \(revision 2\) reads “occasions/u);
  await expect(sheet(window).locator('q b')).toHaveText('occasion');
  await sheet(window).getByRole('button', { name: 'Right' }).click();
  await window.getByRole('option', { name: /^1 · /u }).click();
  await expect(sheet(window).getByRole('status')).toHaveText('2 differences');
  await sheet(window).getByRole('button', { name: 'Left' }).click();
  await window.getByRole('option', { name: /^0 · /u }).click();
  await expect(sheet(window)).toContainText('when one side is the text as it is now');
  await expect(sheet(window).getByRole('button', { name: /^Take over|^Restore/u })).toHaveCount(0);
  await sheet(window).getByRole('button', { name: 'Right' }).click();
  await window.getByRole('option', { name: /^Now · /u }).click();
  await sheet(window).getByRole('button', { name: 'Show it' }).click();
  await expect(pane(window, 'original').locator('.lit')).toHaveText('occasion');
});

test('what is alike is folded to a line that opens, and texts are set beside each other or in one', async ({
  launch,
}) => {
  const window = await withHistory(launch);
  await window.keyboard.press('Control+Shift+h');
  const ending = sheet(window).getByText('Commie apparatus in all parts');
  await expect(difference(window)).toBeFocused();
  await expect(ending).toHaveCount(0);
  await sheet(window)
    .getByRole('button', { name: /^Show \d+ words alike$/u })
    .click();
  await expect(ending).toHaveCount(2);
  await expect(difference(window)).toBeFocused();
  await sheet(window).getByRole('radio', { name: 'In one text' }).click();
  await expect(ending).toHaveCount(1);
  expect(await serious(window)).toEqual([]);
  await window.keyboard.press('Escape');
  await window.keyboard.press('Control+Shift+h');
  await expect(sheet(window).getByRole('radio', { name: 'In one text' })).toBeChecked();
});

/** A text of 100,000 characters; each paragraph has its number. */
function longText(): string {
  const paragraph = (number: number) =>
    `${number}. Paragraph ${number} says ${'that the embassy has nothing further to report '.repeat(4)}today.`;
  const paragraphs = Array.from({ length: 460 }, (_, index) => paragraph(index + 1));
  return `1. Telegram From the Embassy in Utopia to the Department of State\n\n${paragraphs.join('\n\n')}\n`;
}

test('of a long text only what is in sight is drawn, and a difference far below is reached', async ({
  launch,
}) => {
  test.slow();
  const folder = await mkdtemp(join(tmpdir(), 'cablewright-history-'));
  await writeFile(join(folder, '1.txt'), longText());
  const { app, window } = await launch();
  await openCable(window, /171/u);
  await answerOpen(app, [folder]);
  await window.keyboard.press('Control+Shift+i');
  await expect(window.getByRole('dialog', { name: 'Import' })).toContainText('1 cable imported');
  await window.keyboard.press('Escape');
  await type(window, 'Paragraph 1 says', ' again');
  await sign(window);
  await pane(window, 'transcription').press('Control+End');
  await window.keyboard.type('At last.');
  await command(window, 'compare with an earlier');
  await sheet(window).getByRole('button', { name: 'Left' }).click();
  await window.getByRole('option', { name: /^0 · /u }).click();
  await expect(sheet(window).getByRole('status')).toHaveText('2 differences');
  await sheet(window)
    .getByRole('button', { name: /^Show [\d,]+ words alike$/u })
    .click();
  await expect(difference(window)).toBeFocused();
  await window.keyboard.press('End');
  await expect(difference(window)).toBeFocused();
  await expect(difference(window)).toBeInViewport();
  await expect(sheet(window).getByText('Paragraph 458 says')).toHaveCount(2);
  expect(await sheet(window).locator('.compared-line').count()).toBeLessThan(40);
  await window.keyboard.press('p');
  await expect(difference(window)).toHaveAccessibleName(/^Difference 1 of 2.*again/u);
  await expect(difference(window)).toBeInViewport();
});

test('a revision is restored as one action, told in the history, and undone', async ({
  launch,
}) => {
  const window = await withHistory(launch);
  const { keyboard } = window;
  const text = pane(window, 'transcription');
  await entries(window).nth(1).click();
  await command(window, 'restore the chosen revision');
  await expect(told(window)).toHaveText('Revision 1 is restored. Undo takes it back.');
  expect(await serious(window)).toEqual([]);
  await expect(entries(window).first()).toContainText('restored 1');
  await expect(text).toContainText('Take early occasions to discuss');
  await expect(text).not.toContainText('situation again');
  await keyboard.press('Control+z');
  await expect(text).toContainText('Take early occasions [sic] to discuss');
  await expect(text).toContainText('situation again');
  await entries(window).last().click();
  await bar(window).getByRole('button', { name: 'Restore' }).click();
  await expect(text).toContainText('Take early occasion to discuss');
});

test('history survives a restart', async ({ launch }) => {
  test.slow();
  const { window, relaunch } = await launch();
  await openCable(window, /171/u);
  await type(window, 'early occasion', 's');
  await sign(window);
  await window.keyboard.press('Control+4');
  await expect(entries(window)).toHaveCount(2);
  const again = (await relaunch()).window;
  await again.keyboard.press('Control+4');
  await expect(entries(again)).toHaveText([/^1.*now/u, /^0/u]);
  await again.keyboard.press('Control+Shift+h');
  await expect(difference(again)).toHaveAccessibleName(/reads “occasion”.* reads “occasions”$/u);
});
