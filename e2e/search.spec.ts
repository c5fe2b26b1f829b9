import type { Page } from 'playwright/test';
import { expect, test } from './support/app.ts';
import { serious } from './support/axe.ts';
import { list, openCable, pane, saved, select } from './support/reader.ts';

const field = (window: Page) => window.getByRole('combobox', { name: 'Search' });
const panel = (window: Page) => window.getByRole('search', { name: 'Search the library' });
const lines = (window: Page) => list(window).getByRole('option');
const chips = (window: Page) =>
  window.getByRole('list', { name: 'Conditions' }).locator('.condition-words');
const heading = (window: Page) => window.getByRole('heading', { level: 1 });
const status = (window: Page) => window.getByRole('contentinfo');

/** Types a search in the place of the one before. */
async function search(window: Page, query: string) {
  await window.keyboard.press('Control+f');
  await expect(field(window)).toBeFocused();
  await window.keyboard.type(query);
}

test('a search is typed, completed, explained, and changed by mouse as well', async ({
  launch,
}) => {
  test.slow();
  const { window } = await launch();
  const { keyboard } = window;
  await expect(lines(window)).toHaveCount(5);
  await expect(panel(window)).toContainText('5 cables');

  // Values with their counts are offered behind a field, and completed by the keys alone.
  await search(window, 'class:');
  const offered = window.getByRole('listbox', { name: 'Values of class' }).getByRole('option');
  await expect(offered.first()).toBeVisible();
  const [value = ''] = ((await offered.first().textContent()) ?? '').split(' ');
  await keyboard.press('ArrowDown');
  await expect(field(window)).toHaveAttribute('aria-activedescendant', /./u);
  await keyboard.press('Enter');
  await expect(field(window)).toHaveValue(`class:${value} `);
  await expect(chips(window)).toHaveText([`class: ${value}`]);

  // What is wrong is told with its place and what may have been meant; the rest is looked for.
  await keyboard.press('Control+a');
  await keyboard.type('cuba clas:secret');
  await expect(field(window)).toHaveAttribute('aria-invalid', 'true');
  await expect(field(window)).toHaveAccessibleDescription(/clas/u);
  await expect(lines(window).first()).toBeVisible();
  expect(await serious(window), 'a query that is wrong').toEqual([]);
  await panel(window).getByRole('button', { name: 'Search for cuba class:secret' }).click();
  await expect(field(window)).toHaveValue('cuba class:secret');
  await expect(field(window)).toHaveAttribute('aria-invalid', 'false');

  // By mouse: what the chip asks for is ruled out, then taken out.
  await chips(window).nth(1).click();
  await window.getByRole('menuitem', { name: 'Rule it out' }).click();
  await expect(field(window)).toHaveValue('cuba -class:secret');
  await window.getByRole('button', { name: 'Take out: not class: secret' }).click();
  await expect(field(window)).toHaveValue('cuba');
  await panel(window).getByRole('button', { name: 'Clear the search' }).click();
  await expect(lines(window)).toHaveCount(5);

  // A facet is opened; its values are alternatives, and what is chosen can be taken out again.
  await panel(window).getByRole('button', { name: 'Class', exact: true }).click();
  const values = window.getByRole('group', { name: 'Class' }).getByRole('button');
  await expect(values.first()).toBeVisible();
  expect(await serious(window), 'facets').toEqual([]);
  const shown = ((await values.first().locator('.facet-count').textContent()) ?? '').trim();
  await values.first().click();
  await expect(values.first()).toHaveAttribute('aria-pressed', 'true');
  await expect(lines(window)).toHaveCount(Number(shown));
  await expect(chips(window)).toHaveCount(1);
  await values.nth(1).click();
  await expect(chips(window)).toHaveText([/ or /u]);
  await values.first().click();
  await values.first().click();
  await expect(field(window)).toHaveValue('');

  // A condition is added from a menu, and Escape clears before it leaves.
  await search(window, 'cuba');
  await expect(panel(window)).toContainText(/\d cables?/u);
  await panel(window).getByRole('button', { name: 'Add condition' }).click();
  await keyboard.type('Has');
  await keyboard.press('ArrowRight');
  await window.getByRole('menuitem', { name: 'proposal', exact: true }).click();
  await expect(field(window)).toHaveValue('cuba has:proposal');
  await field(window).focus();
  await keyboard.press('Escape');
  await expect(field(window)).toHaveValue('');
  await keyboard.press('Escape');
  await expect(list(window)).toBeFocused();
});

test('results show why they were found, on the side where it stands, and are walked through', async ({
  launch,
}) => {
  test.slow();
  const { window } = await launch();
  const { keyboard } = window;
  await expect(lines(window)).toHaveCount(5);
  await search(window, 'quarantine');
  await expect(lines(window).first().locator('mark').first()).toHaveText(/^quarantine$/iu);
  await expect(panel(window).getByRole('button', { name: /Order/u })).toHaveText('relevance');
  await expect(
    window.locator('.snippet.in-original, .snippet.in-transcription').first(),
  ).toBeVisible();

  // Enter leads to the first of them, at the place found.
  await keyboard.press('Enter');
  await expect(list(window)).toBeFocused();
  await expect(lines(window).first()).toHaveAttribute('aria-selected', 'true');
  await expect(pane(window, 'transcription').locator('.search-hit').first()).toHaveText(
    /quarantine/iu,
  );
  await expect(pane(window, 'original').locator('.search-hit').first()).toHaveText(/quarantine/iu);
  await expect(pane(window, 'transcription').locator('.lit').first()).toBeVisible();
  await expect(status(window)).toContainText(/\d+ of \d+ places? found/u);

  // Through the places of this cable, and over its end.
  await keyboard.press('F8');
  const first = await status(window).locator('.found-status').textContent();
  await keyboard.press('F3');
  await expect(status(window).locator('.found-status')).not.toHaveText(first ?? '');
  await keyboard.press('Shift+F3');
  await expect(status(window).locator('.found-status')).toHaveText(first ?? '');
  expect(await serious(window), 'places found').toEqual([]);

  // The marks stay on their words while somebody types before them.
  await keyboard.press('Control+Home');
  await keyboard.type('Typed: ');
  await saved(window);
  await keyboard.press('F3');
  const hit = pane(window, 'transcription').locator('.search-hit').first();
  await expect(hit).toHaveText(/^quarantine$/iu);
  await expect(status(window).locator('.found-status')).toHaveText(first ?? '');

  // Nothing found says what can be tried.
  await search(window, 'quarantine zzyzx');
  const none = window.getByRole('region', { name: 'Nothing found' });
  await expect(none).toBeVisible();
  expect(await serious(window), 'nothing found').toEqual([]);
  await none.getByRole('button', { name: 'Without zzyzx' }).click();
  await expect(field(window)).toHaveValue('quarantine');
  await expect(lines(window).first()).toBeVisible();

  // Selected words are looked for as they stand.
  await keyboard.press('Escape');
  await search(window, ' ');
  await select(window, 'transcription', 'Organ of Consultation');
  await keyboard.press('Control+Shift+v');
  await expect(field(window)).toHaveValue('"organ of consultation"');
  await expect(lines(window).first().locator('mark').first()).toHaveText(/organ/iu);
});

test('the list is put in order, and ↑↓ walk it as it is listed', async ({ launch }) => {
  const { window } = await launch();
  const { keyboard } = window;
  const titles = () => lines(window).locator('.line-title').allTextContents();
  await expect(lines(window)).toHaveCount(5);
  await openCable(window, /circular 938/iu);
  await panel(window).getByRole('button', { name: /Order/u }).click();
  await window.getByRole('option', { name: 'title', exact: true }).click();
  await expect
    .poll(async () => {
      const shown = await titles();
      return shown.join() === shown.toSorted((a, b) => a.localeCompare(b, 'en')).join();
    })
    .toBe(true);
  const ascending = await titles();
  await panel(window).getByRole('button', { name: 'Descending' }).click();
  await expect.poll(titles).toEqual(ascending.toReversed());
  for (let times = 0; times < 5; times++) await keyboard.press('Control+ArrowUp');
  await expect(lines(window).first()).toHaveAttribute('aria-selected', 'true');
  await expect(heading(window)).toContainText(ascending.at(-1) ?? '?');
  await keyboard.press('Control+ArrowDown');
  await expect(heading(window)).toContainText(ascending.at(-2) ?? '?');
});
