import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright/test';
import { answerOpen, expect, type Launch, test } from './support/app.ts';
import { serious } from './support/axe.ts';
import { caretBehind, find, list, openCable, pane, saved } from './support/reader.ts';

/** The tab of the apparatus; its name counts the proposals that wait. */
const tab = (window: Page) => window.getByRole('tab', { name: 'Apparatus' });

const entries = (window: Page) => window.getByRole('listbox', { name: 'Apparatus' });

/** The entry of the apparatus that is looked at. */
const entry = (window: Page) => entries(window).locator('[role=option][aria-selected=true]');

/** What readers by ear are told last. */
const told = (window: Page) => window.locator('footer').getByRole('status');

/** Why the place looked at was emended. */
const bar = (window: Page) => window.getByRole('region', { name: 'Emendation' });

/** The seed 171 with "occasions" for "occasion"; the caret stands behind it. */
async function emended(launch: Launch): Promise<Page> {
  const { window } = await launch();
  await openCable(window, /171/u);
  await caretBehind(window, 'transcription', 'early occasion');
  await window.keyboard.type('s');
  await saved(window);
  await sign(window);
  return window;
}

/** Answers the question that is asked once: who signs the corrections. */
async function sign(window: Page) {
  const form = window.getByRole('form', { name: 'Your name' });
  await form.getByRole('textbox').fill('A. Reader');
  await form.getByRole('button', { name: 'Keep' }).click();
  await expect(form).toBeHidden();
}

/** A raw text with two proposals: a damaged banner, and a Cyrillic letter in SHIPMENT. */
async function withProposals(launch: Launch): Promise<Page> {
  const folder = await mkdtemp(join(tmpdir(), 'cablewright-apparatus-'));
  const text =
    '1. Telegram From the Embassy in Utopia to the Department of State\n\nUTOPIA, May 1, 1962.\n\nSECRETI\n\n1. The SHI\u0420MENT left this morning.\n\nDOE\n';
  await writeFile(join(folder, '1.txt'), text);
  const { app, window } = await launch();
  await expect(list(window).getByRole('option')).toHaveCount(5);
  await answerOpen(app, [folder]);
  await window.keyboard.press('Control+Shift+i');
  await expect(window.getByRole('dialog', { name: 'Import' })).toContainText('1 cable imported');
  await window.keyboard.press('Escape');
  await expect(tab(window)).toHaveAccessibleName(/2 proposals/u);
  return window;
}

test('a correction stands in the apparatus; its reason and a note are given, and it is taken back, by keys', async ({
  launch,
}) => {
  const window = await emended(launch);
  const { keyboard } = window;
  await keyboard.press('F8');
  await keyboard.press('Control+Shift+m');
  await expect(entry(window)).toContainText('occasions ] occasion\u00a0O');
  await expect(entry(window)).toContainText(/emended by .+ \d{4}/u);
  await expect(pane(window, 'transcription').locator('.lit')).toHaveText('occasions');
  await expect(pane(window, 'original').locator('.lit')).toHaveText('occasion');

  const reason = bar(window).getByRole('button', { name: /Reason/u });
  await expect(reason).toBeFocused();
  await keyboard.press('Enter');
  await expect(window.getByRole('option', { name: 'None given' })).toBeFocused();
  await keyboard.type('conj');
  await keyboard.press('Enter');
  await expect(reason).toContainText('Conjecture');
  await expect(entry(window)).toContainText('conjecture');
  await keyboard.press('Tab');
  await expect(bar(window).getByRole('textbox', { name: 'Note' })).toBeFocused();
  await keyboard.type('The reply has the plural.');
  await expect(entry(window)).toContainText('conjecture · The reply has the plural.');

  await keyboard.press('Tab');
  await expect(bar(window).getByRole('button', { name: 'Take back' })).toBeFocused();
  await keyboard.press('Enter');
  await expect(told(window)).toHaveText('The emendation is taken back.');
  await expect(entries(window)).not.toContainText('occasions');
  await expect(pane(window, 'transcription')).not.toContainText('occasions');
  await expect(entries(window)).toBeFocused();
  await keyboard.press('Control+z');
  await expect(pane(window, 'transcription')).toContainText('occasions');
  await expect(entries(window)).toContainText('The reply has the plural.');
});

test('the note follows an undo, and what is undone is not written again', async ({ launch }) => {
  const window = await emended(launch);
  const note = bar(window).getByRole('textbox', { name: 'Note' });
  await window.keyboard.press('Control+d');
  await note.fill('One note.');
  await expect(entry(window)).toContainText('One note.');
  await window.keyboard.press('F8');
  await window.keyboard.press('Control+z');
  await expect(entry(window)).not.toContainText('One note.');
  await expect(note).toHaveValue('');
  await window.keyboard.press('Control+Shift+z');
  await expect(entry(window)).toContainText('One note.');
  await expect(note).toHaveValue('One note.');
});

test('one walks through the emendations, whatever panel is shown', async ({ launch }) => {
  const window = await emended(launch);
  const { keyboard } = window;
  await caretBehind(window, 'transcription', 'Kindly');
  await keyboard.press('Backspace');
  await saved(window);
  await keyboard.press('Control+1');
  await keyboard.press('F8');
  await keyboard.press('Control+d');
  await expect(told(window)).toHaveText(
    /^Emendation 1 of 2: “.+”, the original has “.+”, emended by .+ \d{4}, /u,
  );
  await expect(pane(window, 'transcription')).toBeFocused();
  await keyboard.press('Control+d');
  await expect(told(window)).toHaveText(/^Emendation 2 of 2/u);
  await keyboard.press('Control+d');
  await expect(told(window)).toHaveText(/^Emendation 1 of 2/u);
  await keyboard.press('Control+Shift+d');
  await expect(told(window)).toHaveText(/^Emendation 2 of 2/u);
  await window.getByRole('button', { name: /Show entries/u }).click();
  await window.getByRole('option', { name: /^Emended by a person/u }).click();
  await expect(entries(window).getByRole('option')).toHaveCount(2);
});

test('emended words are marked on both sides and say so under the pointer', async ({ launch }) => {
  const window = await emended(launch);
  await caretBehind(window, 'transcription', 'highest');
  await window.keyboard.press('Control+Backspace');
  await window.keyboard.type('supreme');
  await saved(window);
  await expect(pane(window, 'transcription').locator('.emended')).toHaveText(['s', 'supreme']);
  await expect(pane(window, 'original').locator('.emended')).toHaveText(['highest']);
  await expect(
    pane(window, 'original').getByRole('img', { name: 'Emended: words put in' }),
  ).toHaveCount(1);
  const { first } = await find(window, 'transcription', 'supreme');
  const line = (first.top + first.bottom) / 2;
  const said = window.locator('.explanation.explains-emendation');
  // The light that comes with the pointer draws the words anew; it must come to rest on them as they stand then.
  await expect(async () => {
    await window.mouse.move(first.left + 4, line);
    await window.mouse.move(first.left + 8, line);
    await expect(said).toHaveText(/^Emended by .+ · the original has “highest”$/u, {
      timeout: 2000,
    });
  }).toPass();
  await window.mouse.click(first.left + 8, line);
  await window.keyboard.press('Control+2');
  await expect(entry(window)).toContainText('supreme ] highest\u00a0O');
});

test('a proposal on emended words can still be decided on', async ({ launch }) => {
  const window = await withProposals(launch);
  await caretBehind(window, 'transcription', 'SHI\u0420MENT');
  for (let letters = 0; letters < 8; letters++) await window.keyboard.press('Shift+ArrowLeft');
  await window.keyboard.type('CARGO');
  await saved(window);
  await sign(window);
  await window.keyboard.press('Control+d');
  await expect(bar(window)).toContainText('A proposal waits on these words');
  await bar(window).getByRole('button', { name: 'Decide on it' }).click();
  const decide = window.getByRole('region', { name: 'Decide' });
  await expect(decide).toContainText('These words have since been emended by');
  await decide.getByRole('button', { name: 'Accept', exact: true }).click();
  await expect(tab(window)).toHaveAccessibleName(/1 proposal/u);
  await expect(pane(window, 'transcription')).toContainText('The CARGO left');
  await window.keyboard.press('Control+d');
  await expect(entry(window)).toContainText('CARGO ] SHI\u0420MENT\u00a0O; SHIPMENT\u00a0cleaned');
});

test('an emendation whose words leave the text is kept, without a place, until they come back', async ({
  launch,
}) => {
  const window = await withProposals(launch);
  const { keyboard } = window;
  await caretBehind(window, 'transcription', 'SECRETI');
  await keyboard.press('Control+Backspace');
  await keyboard.type('Secret');
  await saved(window);
  await sign(window);
  // The click has chosen the proposal under the words.
  await expect(entry(window)).toContainText('since emended by');
  await keyboard.press('Control+Enter');
  await expect(told(window)).toHaveText(/^Accepted\./u);
  await expect(pane(window, 'transcription')).not.toContainText('Secret');
  await keyboard.press('Control+d');
  await expect(entry(window)).toContainText('Secret ] SECRETI\u00a0formerly');
  await expect(entry(window)).toContainText('without a place');
  await expect(bar(window)).toContainText(/Without a place\. .+/u);
  await keyboard.press('Control+z');
  await expect(pane(window, 'transcription')).toContainText('Secret');
  await expect(entry(window)).toContainText('Secret ] SECRETI\u00a0O');
});

test('no serious obstacle in the bar of an emendation', async ({ launch }) => {
  const window = await emended(launch);
  await window.keyboard.press('Control+d');
  await expect(bar(window)).toBeVisible();
  expect(await serious(window)).toEqual([]);
});
