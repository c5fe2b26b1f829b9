/** Takes the pictures of the README from the real app: `npm run pictures`. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright/test';
import { root } from '../scripts/setup/paths.mjs';
import { expect, test } from './support/app.ts';
import { cards, find, hover, list, openCable, select } from './support/reader.ts';

const folder = join(root, 'docs', 'pictures');

/** Tags words, and writes a note on them where one is given. */
async function annotate(window: Page, words: string, tag: string, note?: string) {
  const before = await cards(window).count();
  await select(window, 'transcription', words);
  await window.keyboard.press('Control+t');
  await window.keyboard.type(tag);
  await window.keyboard.press('Enter');
  await expect(cards(window)).toHaveCount(before + 1);
  await window.keyboard.press('Escape');
  if (note === undefined) return;
  await window.keyboard.press('Control+m');
  await window.keyboard.type(note);
  await window.keyboard.press('Escape');
  await expect(cards(window).filter({ hasText: note.slice(0, 12) })).toHaveCount(1);
}

test('pictures of the workbench', async ({ launch }) => {
  test.setTimeout(90_000);
  await mkdir(folder, { recursive: true });
  const { window } = await launch();
  await expect(list(window).getByRole('option')).toHaveCount(5);
  await window.keyboard.press('Control+k');
  await window.keyboard.type('your name');
  await window.keyboard.press('Enter');
  await window.getByRole('textbox', { name: 'Name' }).fill('A. Reader');
  await window.keyboard.press('Enter');
  await expect(window.getByRole('dialog')).toBeHidden();
  await openCable(window, /circular 938/iu);
  await annotate(
    window,
    'the quarantine and its extension to POL',
    'measures',
    'Reimposed “with or without” POL: compare 153, ¶ 3, trade and shipping only.',
  );
  await annotate(window, 'reimpose the quarantine', 'threats');
  await annotate(window, 'IL-28s', 'weapons');
  await annotate(window, 'intends to fire on US reconnaissance planes', 'threats');
  await find(window, 'transcription', '(f) Continued refusal');
  await hover(window, 'transcription', 'US expects to be able');
  for (const theme of ['light', 'dark'] as const) {
    await window.emulateMedia({ colorScheme: theme });
    await expect(window.locator(`html[data-theme="${theme}"]`)).toHaveCount(1);
    await window.screenshot({ path: join(folder, `workbench-${theme}.png`) });
  }
  await window.emulateMedia({ colorScheme: 'light' });
  await window.getByRole('tab', { name: 'Apparatus' }).click();
  await window.screenshot({ path: join(folder, 'apparatus.png') });
  await openCable(window, /All Posts in Latin America/iu);
  await window.getByRole('tab', { name: 'Cable' }).click();
  await window.getByRole('button', { name: /23 April 1961/u }).click();
  await window.screenshot({ path: join(folder, 'evidence.png') });
});
