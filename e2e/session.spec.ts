import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright/test';
import { answerOpen, expect, test } from './support/app.ts';
import { list, pane, saved } from './support/reader.ts';

/** A raw text with six proposals (three damaged banners, three letters of another script) and three slips. */
const RAW = `900. Telegram From the Embassy in Utopia to the Department of State

UTOPIA, May 9, 1962.

SECRETI

1. Minister of HAV\u0410N\u0410 trade called this morning.

BECRET

2. The SHI\u0420MENT left.

SECRETI

3. Teh talks went wel in Habana.

DOE
`;

/** Sets the caret behind words of the transcription by keys alone. */
async function walkBehind(window: Page, words: string) {
  const text = await pane(window, 'transcription').evaluate((element) =>
    [...element.querySelectorAll('.cm-line')]
      .map((line) => {
        const copy = line.cloneNode(true);
        if (!(copy instanceof HTMLElement)) return '';
        for (const sign of copy.querySelectorAll('[contenteditable="false"]')) sign.remove();
        return copy.textContent;
      })
      .join('\n'),
  );
  const at = text.indexOf(words);
  expect(at, `"${words}" stands in the transcription`).not.toBe(-1);
  const before = text.slice(0, at + words.length).split('\n');
  await window.keyboard.press('ControlOrMeta+Home');
  const [paragraph, column] = [before.length - 1, before.at(-1)?.length ?? 0];
  // To the end of each paragraph and over it, as lines may be wrapped.
  for (let line = 0; line < paragraph; line++) {
    const length = text.split('\n')[line]?.length ?? 0;
    for (let step = 0; step <= length; step++) await window.keyboard.press('ArrowRight');
  }
  for (let step = 0; step < column; step++) await window.keyboard.press('ArrowRight');
}

test('a whole session of corrections by the keyboard alone', async ({ launch }) => {
  test.slow();
  const { app, window } = await launch();
  const folder = await mkdtemp(join(tmpdir(), 'cablewright-session-'));
  const file = join(folder, 'raw.txt');
  await writeFile(file, RAW);
  await answerOpen(app, [file]);
  const keys = window.keyboard;
  const transcription = pane(window, 'transcription');
  const heading = window
    .getByRole('main', { name: 'Workbench' })
    .getByRole('heading', { level: 1 });

  // Open, once the library is on the desk.
  await expect(list(window).getByRole('option')).toHaveCount(5);
  await expect(heading).toBeVisible();
  await keys.press('ControlOrMeta+I');
  await expect(window.getByRole('dialog').getByText('raw.txt')).toBeVisible();
  await keys.press('Escape');
  await keys.press('F6');
  await keys.press('Home');
  await keys.press('ArrowDown');
  await keys.press('ArrowDown');
  await expect(heading).toContainText('900');
  await keys.press('F8');
  await expect(transcription).toBeFocused();

  // Fix three words.
  await walkBehind(window, 'Teh');
  await keys.press('Backspace');
  await keys.press('Backspace');
  await keys.type('he');
  await walkBehind(window, 'wel');
  await keys.type('l');
  await walkBehind(window, 'Haba');
  await keys.press('ArrowLeft');
  await keys.press('Backspace');
  await keys.type('v');
  await saved(window);
  await expect(transcription).toContainText('3. The talks went well in Havana.');

  // Accept five proposals, reject one.
  await keys.press('ControlOrMeta+J');
  const decide = window.getByRole('region', { name: 'Decide' });
  await expect(decide).toContainText('1 of 6');
  for (let left = 5; left > 0; left--) {
    await keys.press('ControlOrMeta+Enter');
    await expect(decide).toContainText(`of ${left}`);
  }
  await keys.press('ControlOrMeta+Shift+Enter');
  await expect(window.getByRole('tab', { name: /Apparatus/u })).not.toContainText('·');

  // Give a reason.
  await keys.press('F8');
  await walkBehind(window, 'Havana.');
  await keys.press('ArrowLeft');
  await keys.press('ControlOrMeta+Shift+M');
  const reason = window.getByRole('button', { name: /Reason/u });
  await expect(reason).toBeFocused();
  await keys.press('Enter');
  await expect(window.getByRole('option', { name: 'None given' })).toBeFocused();
  await keys.type('slip of the m');
  await keys.press('Enter');
  await expect(reason).toContainText(/slip of the machine/iu);

  // Compare with the first revision, restore one word.
  await keys.press('ControlOrMeta+Shift+H');
  const sheet = window.getByRole('dialog', { name: 'Compare revisions' });
  await expect(sheet.getByText('Habana')).toBeVisible();
  await expect(sheet.getByText('7 differences')).toBeVisible();
  for (let next = 2; next <= 7; next++) await keys.press('n');
  await expect(sheet.getByText('Difference 7 of 7')).toBeVisible();
  await keys.press('Enter');
  await expect(sheet.getByText('6 differences')).toBeVisible();
  await keys.press('Escape');
  await expect(transcription).toContainText('The talks went well in Habana.');
  await keys.press('ControlOrMeta+Z');
  await expect(transcription).toContainText('The talks went well in Havana.');
});
