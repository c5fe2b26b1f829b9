import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright/test';
import { root } from '../scripts/setup/paths.mjs';
import { answerOpen, answerSave, expect, test } from './support/app.ts';
import { serious } from './support/axe.ts';
import { caretBehind, find, list, openCable, pane } from './support/reader.ts';

/** Documents of an edition, of which some refer to others: 154 to 153, and both to what is not there. */
const EDITION = ['frus1961-63v12-d154', 'frus1958-60v11-d64', 'frus1955-57v17-d113'].map((name) =>
  join(root, 'domain', 'clean', 'fixtures', 'edition', `${name}.txt`),
);

const title = (window: Page): Locator =>
  window.getByRole('main', { name: 'Workbench' }).getByRole('heading', { level: 1 });

/** The cable's data in the inspector, as far as they are about references. */
const section = (window: Page): Locator => window.getByRole('region', { name: 'References' });

async function takeEdition({
  app,
  window,
}: {
  app: Parameters<typeof answerOpen>[0];
  window: Page;
}) {
  await expect(list(window)).toBeVisible();
  await answerOpen(app, EDITION);
  await window.keyboard.press('Control+i');
  await expect(list(window).getByRole('option')).toHaveCount(8);
  await window.keyboard.press('Escape');
}

test('a reference is followed by key and by mouse, and there is a way back', async ({ launch }) => {
  const { app, window } = await launch();
  await takeEdition({ app, window });
  await openCable(window, /^154/u);
  const links = pane(window, 'transcription').locator('.reference');
  await expect(links.first()).toHaveText('Secto 21');

  // By key: the caret goes to the reference, F4 opens the cable.
  await caretBehind(window, 'transcription', 'reported Secto 21');
  await window.keyboard.press('F4');
  await expect(title(window)).toContainText('Telegram From Secretary of State Rusk');
  await expect(list(window).getByRole('option', { selected: true })).toContainText('153');
  await window.keyboard.press('Alt+ArrowLeft');
  await expect(list(window).getByRole('option', { selected: true })).toContainText('154');
  await window.keyboard.press('Alt+ArrowRight');
  await expect(list(window).getByRole('option', { selected: true })).toContainText('153');

  // What leads nowhere says so, and the panel lists it.
  await window.keyboard.press('Control+3');
  await expect(section(window).getByRole('button', { name: 'Secto 41 in a note' })).toBeVisible();
  await expect(section(window)).toContainText('Is referred to by');
  await section(window)
    .getByRole('button', { name: /^No\. 154/u })
    .click();
  await expect(list(window).getByRole('option', { selected: true })).toContainText('154');

  // By mouse, with Ctrl; and from the notes at the foot.
  const { first } = await find(window, 'transcription', 'Secto 21');
  await window.mouse.move(first.left + 4, (first.top + first.bottom) / 2);
  await window.mouse.move(first.left + 6, (first.top + first.bottom) / 2);
  await expect(window.getByText(/^Secto 21 perhaps No\. 153/u)).toBeVisible();
  await window.keyboard.down('Control');
  await window.mouse.click(first.left + 4, (first.top + first.bottom) / 2);
  await window.keyboard.up('Control');
  await expect(list(window).getByRole('option', { selected: true })).toContainText('153');
  await window.keyboard.press('Alt+ArrowLeft');
  await expect(title(window)).toContainText('154');
  const notes = window.getByRole('region', { name: 'Notes of the edition' });
  await pane(window, 'transcription').press('Control+End');
  await notes.getByRole('button', { name: /^Document 153: / }).click();
  await expect(list(window).getByRole('option', { selected: true })).toContainText('153');
  expect(await serious(window)).toEqual([]);
});

test('what is missing is listed, found by words and saved', async ({ launch }) => {
  const { app, window, userData } = await launch();
  await takeEdition({ app, window });
  await window.keyboard.press('Control+k');
  await window.keyboard.type('lead nowhere');
  await window.keyboard.press('Enter');
  const missing = window.getByRole('dialog', { name: 'References that lead nowhere' });
  const lines = missing.getByRole('list', { name: 'Missing documents' }).getByRole('listitem');
  await expect(lines.filter({ hasText: 'Circular telegram 1662' })).toContainText('2 references');
  await expect(lines.filter({ hasText: 'Telegram 3244 from Egypt' })).toContainText('No. 64');
  expect(await serious(window)).toEqual([]);
  await missing.getByRole('searchbox').fill('israel 978');
  await expect(lines).toHaveCount(1);
  const saved = join(userData, 'missing.csv');
  await answerSave(app, saved);
  await missing.getByRole('button', { name: 'Save list (CSV)…' }).click();
  await expect(missing.getByRole('status')).toHaveText('Saved as missing.csv.');
  expect(await readFile(saved, 'utf8')).toContain('Telegram 978 from Israel,Embtel 978,1,1,');
  await lines.getByRole('button', { name: /^No\. 113/u }).click();
  await expect(title(window)).toContainText('Embassy in Israel');
});

test('a picture shows who cites whom, the same in words beside it', async ({ launch }) => {
  const { app, window, userData } = await launch();
  await takeEdition({ app, window });
  await openCable(window, /^154/u);
  await window.keyboard.press('Control+Shift+x');
  const graph = window.getByRole('dialog', { name: 'Who cites whom' });
  await expect(
    graph.getByRole('img', { name: /^Who cites whom: 2 cables and 1 link/u }),
  ).toBeVisible();
  const cables = graph.getByRole('listbox', { name: 'Cables in the order of time' });
  await expect(cables.getByRole('option', { selected: true })).toContainText('refers to No. 153');
  expect(await serious(window)).toEqual([]);
  const picture = join(userData, 'graph.svg');
  await answerSave(app, picture);
  await graph.getByRole('button', { name: 'Save picture (SVG)…' }).click();
  await expect(graph.getByRole('status')).toHaveText('Saved as graph.svg.');
  expect(await readFile(picture, 'utf8')).toMatch(/<path d="M [\d.]+ /u);
  await graph.getByText('Among all cables').click();
  await cables.press('Home');
  await expect(cables.getByRole('option', { selected: true })).toContainText('is referred to by');
  await cables.press('Enter');
  await expect(graph).toBeHidden();
  await expect(list(window).getByRole('option', { selected: true })).toContainText('153');
});
