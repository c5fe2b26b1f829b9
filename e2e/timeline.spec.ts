import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright/test';
import { answerSave, expect, test } from './support/app.ts';
import { serious } from './support/axe.ts';

const sheet = (window: Page) => window.getByRole('dialog', { name: 'Time line' });
const field = (window: Page) => window.getByRole('combobox', { name: 'Search' });
const cables = (window: Page) =>
  window.getByRole('listbox', { name: 'Cables' }).getByRole('option');
const mini = (window: Page) => window.getByRole('slider', { name: /^Time line by/u });

test('dates are chosen on the time line by hand and by key, and its picture is saved', async ({
  launch,
}) => {
  const { app, window, userData } = await launch();
  const { keyboard } = window;
  const small = window.getByRole('region', { name: 'Time line' });
  await expect(small).toContainText('Jul 1960 to Nov 1962');

  // The last bars of the small one are drawn over; those before stay.
  const box = await mini(window).boundingBox();
  if (!box) throw new Error('the small time line is not drawn');
  const at = { x: box.x + box.width - 2, y: box.y + 20 };
  await window.mouse.move(at.x, at.y);
  await window.mouse.down();
  await window.mouse.move(at.x - box.width / 8, at.y, { steps: 4 });
  await window.mouse.up();
  await expect(field(window)).toHaveValue(/^date:1962-0\d\.\.1962-11$/u);
  await expect(cables(window)).toHaveCount(2);
  await expect(small).toContainText(/to Nov 1962: 2 of 5/u);
  await expect(small.locator('rect[fill="var(--soft)"]')).not.toHaveCount(0);
  await small.getByRole('button', { name: 'All dates' }).click();
  await expect(field(window)).toHaveValue('');

  // By keys: Home, then Shift and an arrow choose the first two months.
  await mini(window).focus();
  await keyboard.press('Home');
  await expect(mini(window)).toHaveAttribute('aria-valuetext', 'Jul 1960: 1 cable');
  await keyboard.press('Shift+ArrowRight');
  await expect(field(window)).toHaveValue('date:1960-07..1960-08');
  await expect(cables(window)).toHaveCount(1);

  // The large one shows the same, and its ends are moved.
  await keyboard.press('Control+Shift+y');
  await expect(sheet(window)).toContainText('Jul 1960 to Aug 1960');
  const end = sheet(window).getByRole('slider', { name: 'End of the dates chosen' });
  await end.focus();
  await keyboard.press('PageUp');
  await expect(end).toHaveAttribute('aria-valuetext', 'Aug 1961: 0 cables');
  await expect(sheet(window)).toContainText('Jul 1960 to Aug 1961');
  await expect(field(window)).toHaveValue('date:1960-07..1961-08');
  await expect(sheet(window)).toContainText('2 of 5 cables');
  expect(await serious(window)).toEqual([]);

  // Divided, by year, and as numbers.
  await sheet(window).getByText('Year', { exact: true }).click();
  await sheet(window).getByText('State', { exact: true }).click();
  await expect(
    sheet(window).getByRole('list', { name: 'What the parts of the bars are' }),
  ).toBeVisible();
  await sheet(window).getByText('Show as table').click();
  const rows = await sheet(window).getByRole('table').getByRole('row').allTextContents();
  expect(rows[0]).toMatch(/^PeriodChosenCables/u);
  // Each has one state, so that the last number is the one before it again.
  expect(rows.slice(1)).toEqual(['1960yes11', '1961yes11', '1962no22']);

  const file = join(userData, 'time.svg');
  await answerSave(app, file);
  await sheet(window).getByRole('button', { name: 'Save picture (SVG)…' }).click();
  await expect(sheet(window).getByRole('status')).toContainText('Saved as time.svg.');
  expect(await readFile(file, 'utf8')).toMatch(/<title>5 cables by year, 1960 to 1962<\/title>/u);

  await sheet(window).getByRole('button', { name: 'Choose all dates' }).click();
  await keyboard.press('Escape');
  await expect(field(window)).toHaveValue('');
  await expect(cables(window)).toHaveCount(5);
});
