import type { Page } from 'playwright/test';
import { expect, test } from './support/app.ts';
import { serious } from './support/axe.ts';
import { list, openCable, pane } from './support/reader.ts';

/** The row of a field in the inspector. */
const field = (window: Page, name: string) =>
  window
    .locator('.fact')
    .filter({ has: window.getByRole('term').getByText(name, { exact: true }) });

/** The text field in which a field is written. */
const writing = (window: Page, name: string) => window.getByRole('textbox', { name, exact: true });

const lines = (window: Page) => list(window).getByRole('option');

test('by keys alone: a date is read otherwise, the list follows, the evidence stays, undo', async ({
  launch,
}) => {
  const { window } = await launch();
  const { keyboard } = window;
  await openCable(window, /All Posts in Latin America/iu);
  await keyboard.press('Control+3');
  const date = field(window, 'Date');
  const before = await lines(window).allTextContents();
  const at = before.findIndex((line) => /All Posts in Latin America/iu.test(line));
  expect(at).toBeGreaterThan(-1);
  expect(at).toBeLessThan(before.length - 1);

  // Enter on the value shows its evidence and opens it; Escape leaves all as it was.
  await date.getByRole('button').focus();
  await keyboard.press('Enter');
  await expect(writing(window, 'Date')).toBeFocused();
  await expect(writing(window, 'Date')).toHaveValue('1961-04-23');
  await expect(pane(window, 'original').locator('.lit')).toHaveText('737.00/4-2361');
  await keyboard.type('1999');
  await keyboard.press('Escape');
  await expect(date.getByRole('button', { name: '23 April 1961' })).toBeFocused();

  // What is no date is refused in its place, and nothing is lost.
  await keyboard.press('Enter');
  await keyboard.type('23 Apr 63');
  await keyboard.press('Enter');
  await expect(date.getByRole('alert')).toContainText('“23 Apr 63” is no date');
  await expect(writing(window, 'Date')).toHaveValue('23 Apr 63');
  await keyboard.press('Control+a');
  await keyboard.type('1963-04-23T05:00');
  await keyboard.press('Enter');
  await expect(date.getByRole('button', { name: '23 April 1963, 5:00 a.m.' })).toBeFocused();
  await expect(date).toContainText(/, \d+ \w+ \d{4}, \d\d:\d\d\s*cleaning read: 23 April 1961/u);
  const others = before.filter((_, index) => index !== at).length;
  const dated = before.filter((line) => !line.includes('undated')).length;
  await expect(lines(window).nth(dated - 1)).toContainText('23 Apr 1963');
  await expect(lines(window).nth(dated - 1)).toContainText(/All Posts in Latin America/iu);
  await expect(lines(window)).toHaveCount(others + 1);
  await expect(window.locator('.cable-head')).toContainText('23 April 1963, 5:00 a.m.');

  // What cleaning read leads to its evidence as before.
  await keyboard.press('Tab');
  await expect(date.getByRole('button', { name: '23 April 1961' })).toBeFocused();
  await keyboard.press('Enter');
  await expect(pane(window, 'original').locator('.lit')).toHaveText('737.00/4-2361');
  await expect(window.getByRole('contentinfo')).toContainText(/change the date of “/u);
  await keyboard.press('Control+z');
  await expect(date.getByRole('button')).toHaveText(['23 April 1961']);
  await expect(lines(window).nth(at)).toContainText(/All Posts in Latin America/iu);
});

test('a missing field is added, with several values, and taken back', async ({ launch }) => {
  const { window } = await launch();
  const { keyboard } = window;
  await openCable(window, /All Posts in Latin America/iu);
  await keyboard.press('Control+3');
  await window.getByRole('button', { name: 'Add a field…' }).click();
  await window.getByRole('menuitem', { name: 'Approved by' }).click();
  await expect(writing(window, 'Approved by')).toBeFocused();
  await keyboard.type('A. Miller');
  await keyboard.press('Shift+Enter');
  await keyboard.type(' B. Hale ');
  await window.getByRole('tab', { name: 'Cable' }).click();
  const approver = field(window, 'Approved by');
  await expect(approver.getByRole('button', { name: 'A. Miller' })).toBeVisible();
  await expect(approver.getByRole('button', { name: 'B. Hale' })).toBeVisible();
  await expect(approver).toContainText('cleaning read: nothing');
  await approver.getByRole('button', { name: 'Take back' }).press('Enter');
  await expect(approver).toHaveCount(0);
  await expect(window.getByRole('button', { name: 'Add a field…' })).toBeFocused();
  await expect(window.getByRole('contentinfo')).toContainText(/take back the approver of “/u);
});

test('the editor’s title stands in the list and over the texts, also after a restart', async ({
  launch,
}) => {
  const running = await launch();
  let { window } = running;
  await openCable(window, /All Posts in Latin America/iu);
  await window.keyboard.press('Control+3');
  await field(window, 'Title').getByRole('button').click();
  await window.keyboard.type('To the posts, on the landing');
  await window.keyboard.press('Enter');
  const heading = /To the posts, on the landing/u;
  await expect(window.getByRole('heading', { level: 1 })).toHaveText(heading);
  await expect(lines(window).filter({ hasText: heading })).toHaveCount(1);
  ({ window } = await running.relaunch());
  await expect(window.getByRole('heading', { level: 1 })).toHaveText(heading);
  await window.keyboard.press('Control+3');
  await expect(field(window, 'Title')).toContainText(/cleaning read: .*All Posts/iu);
  await field(window, 'Title').getByRole('button', { name: 'Take back' }).click();
  await expect(window.getByRole('heading', { level: 1 })).toHaveText(/All Posts/iu);
});

test('no serious obstacle in the fields', async ({ launch }) => {
  test.slow();
  const { window } = await launch();
  await openCable(window, /All Posts in Latin America/iu);
  await window.keyboard.press('Control+3');
  await field(window, 'Date').getByRole('button').click();
  await window.keyboard.type('1963');
  await window.keyboard.press('Enter');
  await expect(field(window, 'Date')).toContainText('cleaning read');
  expect(await serious(window), 'read otherwise').toEqual([]);
  await field(window, 'Date').getByRole('button').first().click();
  await window.keyboard.type('63');
  await window.keyboard.press('Enter');
  await expect(field(window, 'Date').getByRole('alert')).toBeVisible();
  expect(await serious(window), 'being written').toEqual([]);
});
