import type { Page } from 'playwright/test';
import { expect, test } from './support/app.ts';
import { serious } from './support/axe.ts';
import { list, openCable, pane } from './support/reader.ts';

/** What readers by ear are told last. */
const told = (window: Page) => window.locator('footer').getByRole('status');

/** What the head of the workbench says of the state of the cable, and by whose word. */
const state = (window: Page) =>
  window.getByRole('main', { name: 'Workbench' }).getByRole('button', { name: /^State: / });

const heading = (window: Page) => window.getByRole('heading', { level: 1 });
const field = (window: Page) => window.getByRole('combobox', { name: 'Search' });
/** The states as the facet counts them. */
const counted = (window: Page) =>
  window.getByRole('group', { name: 'State' }).getByRole('button', { name: /\d$/u });
const lines = (window: Page) => list(window).getByRole('option');

/** Lists the cables in a state, by the keys alone. */
async function listOnly(window: Page, name: string) {
  await window.keyboard.press('Control+f');
  await window.keyboard.type(`state:${name}`);
  await expect(field(window)).toHaveValue(`state:${name}`);
}

test('a cable is marked by key, says who and when, and is unmarked by undo', async ({ launch }) => {
  const { window } = await launch();
  const { keyboard } = window;
  await openCable(window, /circular 938/iu);
  await expect(state(window)).toHaveText(/^State: cleaned/u);
  await keyboard.press('F8');
  await keyboard.press('Control+Shift+p');
  await expect(told(window)).toHaveText('Marked as proofread.');
  await expect(state(window)).toHaveAccessibleName(
    /^State: proofread\s*, .+, \d+ \w+ \d{4}, \d\d:\d\d/u,
  );
  await expect(pane(window, 'transcription')).toBeFocused();
  const line = lines(window).filter({ hasText: /circular 938/iu });
  await expect(line).toContainText('proofread');
  await expect(window.getByRole('contentinfo')).toContainText(/mark “.*” as proofread/u);
  await keyboard.press('Control+z');
  await expect(state(window)).toHaveText(/^State: cleaned/u);
  await expect(line).toContainText('cleaned');

  // The same by the menu of the state, and back to the cleaning.
  await state(window).click();
  await window.getByRole('menuitemradio', { name: /Mark as corrected/u }).click();
  await expect(state(window)).toHaveText(/^State: corrected/u);
  await state(window).click();
  await expect(window.getByRole('menuitemradio', { checked: true })).toHaveText(/corrected/u);
  await window.getByRole('menuitemradio', { name: /Leave the state/u }).click();
  await expect(state(window)).toHaveText(/^State: cleaned/u);
});

test('the list shows one state; the cable on the desk stays when it is not listed', async ({
  launch,
}) => {
  const { window } = await launch();
  const { keyboard } = window;
  await expect(lines(window)).toHaveCount(5);
  await openCable(window, /circular 938/iu);
  await keyboard.press('Control+Shift+p');
  await expect(told(window)).toHaveText('Marked as proofread.');

  await listOnly(window, 'cleaned');
  await expect(lines(window)).toHaveCount(4);
  await window.getByRole('search').getByRole('button', { name: 'State', exact: true }).click();
  await expect(counted(window).filter({ hasText: 'cleaned' })).toHaveText(/4$/u);
  await expect(counted(window).filter({ hasText: 'cleaned' })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  await expect(counted(window).filter({ hasText: 'proofread' })).toHaveText(/1$/u);
  await expect(heading(window)).toHaveText(/circular 938/iu);
  await expect(list(window).locator('[aria-selected=true]')).toHaveCount(0);
  // From a cable that is not listed the next one is the first of the list.
  await keyboard.press('Control+ArrowDown');
  await expect(lines(window).first()).toHaveAttribute('aria-selected', 'true');
  await expect(heading(window)).not.toHaveText(/circular 938/iu);
  for (let times = 0; times < 3; times++) {
    await keyboard.press('Control+ArrowDown');
    await expect(lines(window).nth(times + 1)).toHaveAttribute('aria-selected', 'true');
  }
  await keyboard.press('Control+ArrowDown');
  await expect(lines(window).nth(3)).toHaveAttribute('aria-selected', 'true');

  const last = await lines(window).nth(3).locator('.line-title').textContent();
  await expect(heading(window)).toContainText(last ?? '?');

  // What is marked leaves the list at once, and comes back with undo.
  await keyboard.press('Control+Shift+c');
  await expect(lines(window)).toHaveCount(3);
  await keyboard.press('Control+z');
  await expect(lines(window)).toHaveCount(4);

  await listOnly(window, 'proofread');
  await expect(lines(window)).toHaveText([/circular 938/iu]);
  await listOnly(window, 'corrected');
  await expect(list(window)).toHaveCount(0);
  const nav = window.getByRole('navigation', { name: 'Library' });
  await expect(nav).toContainText('No cable has all of this.');
  await keyboard.press('F6');
  await expect(nav.getByRole('button', { name: 'Show all cables' })).toBeFocused();
  await keyboard.press('Enter');
  await expect(lines(window)).toHaveCount(5);
});

test('no serious obstacle in states and their facet', async ({ launch }) => {
  test.slow();
  const { window } = await launch();
  await openCable(window, /circular 938/iu);
  await window.keyboard.press('Control+Shift+p');
  await expect(state(window)).toHaveText(/^State: proofread/u);
  expect(await serious(window), 'marked').toEqual([]);
  await window.getByRole('search').getByRole('button', { name: 'State', exact: true }).click();
  await expect(counted(window).first()).toBeVisible();
  expect(await serious(window), 'facet').toEqual([]);
  await state(window).click();
  await expect(window.getByRole('menu', { name: 'State' })).toBeVisible();
  expect(await serious(window), 'menu').toEqual([]);
});
