import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright/test';
import { answerSave, expect, test } from './support/app.ts';
import { serious } from './support/axe.ts';
import { ask } from './support/bridge.ts';

const sheet = (window: Page): Locator => window.getByRole('dialog', { name: 'Use of tags' });

/** Opens the sheet by its key. */
async function open(window: Page): Promise<void> {
  await window.keyboard.press('Control+Shift+u');
  await expect(sheet(window)).toBeVisible();
}

/** Chooses a view of the sheet. */
async function view(window: Page, name: string): Promise<void> {
  await sheet(window).getByText(name, { exact: true }).click();
  await expect(sheet(window).getByRole('radio', { name })).toBeChecked();
}

/** Makes annotations with a tag each, at the beginnings of the originals of cables whose titles have these words. */
async function tag(window: Page, uses: readonly (readonly [cable: string, tag: string])[]) {
  const { cables } = await ask(window, 'cable.list', { offset: 0, limit: 10 });
  const ids = new Map<string, string>();
  for (const [words, name] of uses) {
    const id = ids.get(name) ?? (await ask(window, 'tag.create', { name })).id;
    ids.set(name, id);
    const cable = cables.find(({ title }) => title.includes(words));
    if (!cable) throw new Error(`no cable has the words ${words} in its title`);
    await ask(window, 'annotation.create', {
      cableId: cable.id,
      version: 0,
      note: '',
      ranges: [{ side: 'original', from: 0, to: 10 }],
      tagIds: [id],
    });
  }
}

/** The numbers of the table that is shown, a line each. */
async function lines(window: Page): Promise<string[]> {
  const rows = await sheet(window).getByRole('table').getByRole('row').all();
  return Promise.all(
    rows.map(async (row) => (await row.locator('th, td').allTextContents()).join(' | ')),
  );
}

test('the use of tags as pictures, tables and files', async ({ launch }) => {
  const { app, window, userData } = await launch();
  await open(window);
  await expect(sheet(window).getByText(/^No tag is used yet\./u)).toBeVisible();
  await window.keyboard.press('Escape');

  await tag(window, [
    ['circular 938', 'measures'],
    ['circular 938', 'weapons'],
    ['Posts in Latin America', 'measures'],
    ['Posts in the American Republics', 'weapons'],
  ]);
  await open(window);
  const picture = sheet(window).getByRole('img', { name: 'Use of tags: measures, weapons' });
  await expect(picture).toBeVisible();
  await expect(picture.getByText('measures')).toBeVisible();
  await sheet(window).getByText('Show as table').click();
  await expect(picture).toBeHidden();
  expect(await lines(window)).toEqual([
    'Tag | Itself | With tags below',
    'measures | 2 | 2',
    'weapons | 2 | 2',
  ]);

  await view(window, 'Over time');
  expect(await lines(window)).toEqual([
    'Period | measures | weapons',
    '1961-04 | 1 | 0',
    ...['05', '06', '07', '08', '09', '10', '11', '12'].map((month) => `1961-${month} | 0 | 0`),
    ...['01', '02', '03', '04', '05', '06', '07', '08', '09', '10'].map(
      (month) => `1962-${month} | 0 | 0`,
    ),
    '1962-11 | 1 | 1',
    'undated | 0 | 1',
  ]);
  await sheet(window).getByText('Year', { exact: true }).click();
  expect(await lines(window)).toEqual([
    'Period | measures | weapons',
    '1961 | 1 | 0',
    '1962 | 1 | 1',
    'undated | 0 | 1',
  ]);

  const [svg, csv] = [join(userData, 'Use.svg'), join(userData, 'Use.csv')];
  await answerSave(app, csv);
  await sheet(window).getByRole('button', { name: 'Save numbers (CSV)…' }).click();
  await expect(sheet(window).getByRole('status')).toHaveText('Saved as Use.csv.');
  expect(await readFile(csv, 'utf8')).toBe(
    '\uFEFFPeriod,measures,weapons\r\n1961,1,0\r\n1962,1,1\r\nundated,0,1\r\n',
  );
  await answerSave(app, svg);
  await sheet(window).getByRole('button', { name: 'Save picture (SVG)…' }).click();
  await expect(sheet(window).getByRole('status')).toHaveText('Saved as Use.svg.');
  const saved = await readFile(svg, 'utf8');
  expect(saved).toMatch(/^<\?xml version="1\.0" encoding="UTF-8"\?>\n<svg xmlns=/u);
  expect(saved).toContain('<title>Use of tags over time: measures, weapons, by year</title>');
  expect(saved).toContain('fill="#221d18"');
  expect(saved).toContain('IBM Plex Sans');
  expect(saved).not.toMatch(/var\(|<style|class=|href="http/u);

  await view(window, 'By cable');
  const [, ...cables] = await lines(window);
  expect(cables.map((line) => line.replace(/^.*? \| ([\d-]{10}|undated)\S*/u, '$1'))).toEqual([
    '1961-04-23 | 1 | 0',
    '1962-11-19 | 1 | 1',
    'undated | 0 | 1',
  ]);
  expect(await serious(window)).toEqual([]);

  // Without one of the tags, by key.
  const ticks = sheet(window).getByRole('listbox', { name: 'Tags in the picture' });
  await ticks.focus();
  await window.keyboard.press('ArrowDown');
  await window.keyboard.press('Space');
  await expect(sheet(window).getByRole('columnheader', { name: 'measures' })).toHaveCount(0);
  await sheet(window).getByText('Show as table').click();
  for (const name of ['By cable', 'Over time', 'By tag']) {
    await view(window, name);
    await expect(sheet(window).getByRole('img')).toBeVisible();
  }
  expect(await serious(window)).toEqual([]);
});
