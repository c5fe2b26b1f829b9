import type { Locator, Page } from 'playwright/test';
import { expect, test } from './support/app.ts';
import { serious } from './support/axe.ts';
import { cards, highlighted, openCable, pane, saved, select } from './support/reader.ts';

/** The cards of annotations that have no place. */
const tray = (window: Page): Locator =>
  window.getByRole('list', { name: 'Annotations without a place' }).locator('> li');

/** The button of the status line that leads to the tray. */
const count = (window: Page) =>
  window.getByRole('contentinfo').getByRole('button', { name: /without a place$/u });

/** The proposed places. */
const places = (window: Page) => window.getByRole('listbox', { name: /^Places for/u });

/** What readers by ear are told last. */
const told = (window: Page) => window.locator('footer').getByRole('status');

const words = (window: Page) => highlighted(window, 'transcription').then((all) => all.join(''));

/** Gives a command by its words, from the palette. */
async function command(window: Page, title: string) {
  await window.keyboard.press('Control+k');
  await expect(window.getByRole('dialog', { name: 'All commands' })).toBeVisible();
  await window.keyboard.type(title);
  await window.keyboard.press('Enter');
  await expect(window.getByRole('dialog', { name: 'All commands' })).toBeHidden();
}

/** Highlights words of circular 938 and deletes them, with the word before them. */
async function lose(window: Page) {
  await openCable(window, /circular 938/i);
  await select(window, 'transcription', 'take other appropriate action');
  await window.keyboard.press('Control+h');
  await expect(cards(window)).toHaveCount(1);
  await select(window, 'transcription', 'to take other appropriate action');
  await window.keyboard.press('Delete');
  await saved(window);
  await expect(tray(window)).toHaveCount(1);
}

test('an annotation whose words are deleted waits in the tray; undo brings it to its place', async ({
  launch,
}) => {
  const { window } = await launch();
  await lose(window);
  await expect(cards(window)).toHaveCount(0);
  await expect(tray(window)).toHaveText(/take other appropriate action/u);
  await expect(tray(window).locator('.annotation-loss')).toHaveText(/^Its words .+\.$/u);
  await expect(count(window)).toHaveText('1 annotation without a place');
  expect(await words(window)).toBe('');

  await pane(window, 'transcription').focus();
  await window.keyboard.press('Control+z');
  await expect(tray(window)).toHaveCount(0);
  await expect(cards(window)).toHaveCount(1);
  await expect.poll(() => words(window)).toBe('take other appropriate action');
  await expect(count(window)).toHaveCount(0);
});

test('by keys alone: go to the tray, look at the proposed places, place it on one', async ({
  launch,
}) => {
  test.slow();
  const { window } = await launch();
  const { keyboard } = window;
  await lose(window);
  await keyboard.type('to take others appropriate actions');
  await saved(window);

  await command(window, 'without a place');
  await expect(tray(window).getByRole('button', { name: /^Go to where/u })).toBeFocused();
  const find = tray(window).getByRole('button', { name: 'Find places' });
  while (!(await find.evaluate((button) => button === document.activeElement)))
    await keyboard.press('Tab');
  await keyboard.press('Enter');
  const options = places(window).getByRole('option');
  await expect(options.first()).toBeFocused();
  await expect(options.first()).toHaveText(/^9\d %.*now.*others appropriate actions.*was/u);
  await expect(options.first().locator('ins')).toHaveText(['others', 'actions']);
  await expect(options.first().locator('del')).toHaveText(['other', 'action']);
  await expect(pane(window, 'transcription').locator('.lit')).toHaveText(
    'take others appropriate actions',
  );
  // Nothing is placed by being looked at.
  await expect(count(window)).toHaveText('1 annotation without a place');
  expect(await serious(window)).toEqual([]);

  await keyboard.press('Escape');
  await expect(places(window)).toHaveCount(0);
  await expect(find).toBeFocused();
  await keyboard.press('Enter');
  await expect(options.first()).toBeFocused();
  await keyboard.press('Enter');
  await expect(told(window)).toHaveText('Placed on “take others appropriate actions”');
  await expect(tray(window)).toHaveCount(0);
  await expect.poll(() => words(window)).toBe('take others appropriate actions');
  await expect(cards(window).getByRole('button', { name: /^Go to/u })).toBeFocused();

  await keyboard.press('Control+z');
  await expect(tray(window)).toHaveCount(1);
  expect(await words(window)).toBe('');
});

test('an annotation is placed on words selected on either side', async ({ launch }) => {
  const { window } = await launch();
  await lose(window);
  const onSelection = tray(window).getByRole('button', { name: 'Place on the selection' });
  await expect(onSelection).toBeDisabled();
  await select(window, 'original', 'take other appropriate action');
  await onSelection.click();
  await expect(tray(window)).toHaveCount(0);
  await expect(cards(window)).toHaveText(/on the original/u);
  await expect
    .poll(() => highlighted(window, 'original').then((all) => all.join('')))
    .toBe('take other appropriate action');

  await pane(window, 'transcription').focus();
  await window.keyboard.press('Control+z');
  await expect(tray(window)).toHaveCount(1);
  await select(window, 'transcription', 'deal with the situation');
  await window.keyboard.press('Control+Alt+h');
  await expect(cards(window)).toHaveCount(1);
  await expect.poll(() => words(window)).toBe('deal with the situation');
});

test('one that nobody needs is deleted from the tray', async ({ launch }) => {
  const { window } = await launch();
  await lose(window);
  await tray(window).getByRole('button', { name: 'Delete' }).click();
  await expect(tray(window)).toHaveCount(0);
  await expect(count(window)).toHaveCount(0);
});
