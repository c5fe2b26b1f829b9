import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright/test';
import { answerSave, expect, test } from './support/app.ts';
import { serious } from './support/axe.ts';
import {
  cards,
  caretBehind,
  highlighted,
  list,
  openCable,
  saved,
  select,
} from './support/reader.ts';

/** Gives a command by the palette, with keys alone. */
async function command(window: Page, words: string): Promise<void> {
  await window.keyboard.press('Control+k');
  await window.keyboard.type(words);
  await window.keyboard.press('Enter');
}

/** Goes on to the next step of the tour, which is done. */
async function next(card: Locator, title: string): Promise<void> {
  await expect(card.getByText('Done.')).toBeAttached();
  await card.getByRole('button', { name: 'Next' }).click();
  await expect(card.getByRole('heading')).toHaveText(title);
}

test('whoever is new takes the tour by doing its steps; it goes on after a restart, and is not offered again', async ({
  launch,
}) => {
  test.slow();
  const begun = await launch();
  let { window } = begun;
  let card = window.getByRole('region', { name: 'Tour' });
  const offer = window.getByRole('button', { name: 'Take the tour' });
  await expect(offer).toBeVisible();
  await expect(card).toBeHidden();
  // It is offered quietly: the focus is where it is without it.
  await expect(window.locator('body')).toBeFocused();
  await offer.click();
  await expect(card).toBeFocused();
  await expect(card).toContainText('Tour, 1 of 8');
  await expect(offer).toBeHidden();

  await openCable(window, /circular 938/iu);
  await next(card, 'Nothing without evidence');
  await window.keyboard.press('Control+3');
  await window
    .getByRole('button', { name: /19 November 1962/u })
    .first()
    .click();
  await next(card, 'Every change can be decided');
  await card.getByRole('button', { name: 'Show me where' }).click();
  await expect(window.getByRole('region', { name: 'Decide' })).toContainText('Strike out');
  await window.keyboard.press('Control+Shift+Enter');
  await expect(window.getByRole('button', { name: 'Accept', exact: true })).toBeVisible();
  await expect(card.getByText('Done.')).not.toBeAttached();
  await window.keyboard.press('Control+Enter');
  await next(card, 'Keep a passage');
  expect(await serious(window)).toEqual([]);
  await select(window, 'transcription', 'US reconnaissance planes');
  await window.keyboard.press('Control+h');
  await next(card, 'Say what it is about');

  ({ window } = await begun.relaunch());
  card = window.getByRole('region', { name: 'Tour' });
  await expect(cards(window)).toHaveCount(1);
  await expect(card).toContainText('Tour, 5 of 8');
  await card.getByRole('button', { name: 'Show me where' }).click();
  await window.keyboard.press('Control+t');
  await window.keyboard.type('Reconnaissance');
  await window.keyboard.press('Enter');
  await expect(cards(window).getByText('Reconnaissance', { exact: true })).toBeVisible();
  await window.keyboard.press('Escape');
  await next(card, 'Correct, and keep hold');
  await caretBehind(window, 'transcription', 'he intends to fire on U');
  await window.keyboard.type('.');
  await window.keyboard.press('ArrowRight');
  await window.keyboard.type('.');
  await saved(window);
  expect((await highlighted(window, 'transcription')).join('')).toBe('U.S. reconnaissance planes');
  await next(card, 'Find it again');
  await window.keyboard.press('Control+f');
  await window.keyboard.type('quarantine');
  await window.keyboard.press('Enter');
  await next(card, 'Take it along');
  await window.keyboard.press('Control+Alt+e');
  await expect(window.getByRole('dialog', { name: 'Export' })).toBeVisible();
  await window.keyboard.press('Escape');
  await card.getByRole('button', { name: 'End the tour' }).click();
  await expect(card).toBeHidden();

  // It is offered no more, but can be asked for, put off, and gone on with.
  await command(window, 'clear the search');
  await openCable(window, /Certain Diplomatic Missions/u);
  await expect(window.getByText('Nothing is annotated in this cable yet.')).toBeVisible();
  await expect(window.getByRole('button', { name: 'Take the tour' })).toBeHidden();
  await command(window, 'take the tour');
  await expect(card).toBeFocused();
  await expect(card).toContainText('Tour, 1 of 8');
  await card.getByRole('button', { name: 'Skip this step' }).click();
  await card.getByRole('button', { name: 'Later' }).click();
  await expect(card).toBeHidden();
  await command(window, 'take the tour');
  await expect(card).toContainText('Tour, 2 of 8');
  await expect(card).toContainText('The tour is about circular 938.');
});

test('the pages of the help are read with keys alone, printed and copied', async ({ launch }) => {
  test.slow();
  const { app, window, userData } = await launch();
  await expect(list(window).getByRole('option')).toHaveCount(5);
  const { keyboard } = window;

  await keyboard.press('F1');
  const keys = window.getByRole('dialog', { name: 'Keys' });
  await expect(keys.getByRole('searchbox', { name: 'Find a key' })).toBeFocused();
  await expect(keys).toContainText('In the table of cables');
  expect(await serious(window)).toEqual([]);
  await keyboard.type('table del');
  await expect(keys.getByRole('status')).toHaveText('1 line');
  await expect(keys.getByRole('term')).toHaveText(['Delete the cables marked, or the one at hand']);
  const path = join(userData, 'keys.pdf');
  await answerSave(app, path);
  await keys.getByRole('button', { name: 'Save as PDF…' }).click();
  await expect.poll(() => readFile(path, 'latin1').catch(() => '')).toMatch(/^%PDF-/u);

  await keys.getByRole('button', { name: 'Rules' }).click();
  const rules = window.getByRole('dialog', { name: 'Catalogue of rules' });
  await expect(rules.getByRole('searchbox', { name: 'Find a rule' })).toBeFocused();
  await keyboard.type('misread');
  const listed = rules.getByRole('option');
  await expect(listed.first()).toHaveAttribute('aria-selected', 'true');
  await expect(rules.getByRole('region')).toContainText('BECRET');
  await keyboard.press('Control+a');
  await keyboard.press('Backspace');
  await keyboard.press('Tab');
  await keyboard.press('ArrowDown');
  await expect(listed.nth(1)).toHaveAttribute('aria-selected', 'true');
  await expect(rules.getByRole('row')).not.toHaveCount(0);
  expect(await serious(window)).toEqual([]);

  await rules.getByRole('button', { name: 'Formats' }).click();
  const formats = window.getByRole('dialog', { name: 'What each format loses' });
  await expect(formats.getByRole('heading', { level: 3 })).toHaveCount(7);
  await expect(formats.getByRole('region', { name: 'WebAnno TSV 3' })).toContainText(
    'everything stands on words',
  );
  expect(await serious(window)).toEqual([]);

  await formats.getByRole('button', { name: 'About' }).click();
  const about = window.getByRole('dialog', { name: 'About Cablewright' });
  await expect(about).toContainText(join(userData, 'logs', 'main.log'));
  await about.getByRole('button', { name: 'Copy for a report' }).click();
  const copied = await app.evaluate(({ clipboard }) => clipboard.readText());
  expect(copied).toMatch(/^Cablewright: \d+\.\d+\.\d+.*\nElectron: \d/u);
  expect(copied).toContain(`This library: ${join(userData, 'libraries')}`);
  expect(await serious(window)).toEqual([]);
  await app.evaluate(({ shell }) => {
    shell.showItemInFolder = (file) => Object.assign(globalThis, { shown: file });
  });
  await about.getByRole('button', { name: 'Show This library in its folder' }).click();
  await expect
    .poll(() => app.evaluate(() => (globalThis as { shown?: string }).shown ?? ''))
    .toContain('.cablewright');

  await about.getByRole('button', { name: 'Licences', exact: true }).click();
  const licences = window.getByRole('dialog', { name: 'Licences' });
  const works = licences.getByRole('listbox', { name: 'Works' });
  await expect(works.locator(':focus')).toHaveCount(1);
  const names = await works.getByRole('option').allTextContents();
  for (const name of ['Electron', 'SQLite', 'better-sqlite3', 'react', 'courier-prime', 'saxes'])
    expect(names.join('\n')).toContain(name);
  await works.getByRole('option', { name: /courier-prime/u }).click();
  await expect(licences.getByRole('region', { name: 'Licence' })).toContainText(
    'SIL OPEN FONT LICENSE',
  );
  expect(await serious(window)).toEqual([]);
  await keyboard.press('Escape');
  await expect(licences).toBeHidden();
});
