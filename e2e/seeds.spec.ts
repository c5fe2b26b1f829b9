import type { Page } from 'playwright/test';
import { expect, test } from './support/app.ts';
import { find, openCable, pane } from './support/reader.ts';

/** What the inspector says of a cable: the values of each field, in the order in which they stand. */
async function facts(window: Page): Promise<Record<string, string[]>> {
  await window.getByRole('tab', { name: 'Cable' }).click();
  await expect(window.getByRole('term').first()).toBeVisible();
  const pairs = await window
    .locator('dl.facts > div')
    .evaluateAll((fields) =>
      fields.map((field): [string, string[]] => [
        field.querySelector('dt')?.textContent ?? '',
        [...field.querySelectorAll('dd')].map((value) => value.textContent ?? ''),
      ]),
    );
  return Object.fromEntries(pairs);
}

/** The notes at the foot of the transcription: mark and first words. */
async function notes(window: Page): Promise<string[]> {
  const foot = window.getByRole('region', { name: 'Notes of the edition' });
  await pane(window, 'transcription').press('Control+End');
  const all = await foot.getByRole('listitem').allTextContents();
  return all.map((note) => note.slice(0, 22));
}

test('000: document 357, circular telegram 109, undated, mark 0 without a note', async ({
  launch,
}) => {
  const { window } = await launch();
  await openCable(window, /Certain Posts in the American Republics/u);
  const known = await facts(window);
  expect(known['Document number']).toEqual(['357']);
  expect(known['Telegram number']).toEqual(['109']);
  expect(known['Date']).toEqual(['no date in the text']);
  expect(known['Classification']).toBeUndefined();
  expect(known['Signed']).toBeUndefined();
  await expect(
    pane(window, 'transcription').getByRole('img', { name: 'Note mark 0, no such note' }),
  ).toBeVisible();
});

test('001: document 171, circular telegram 1661, dated by its file number, marks 0–3 for notes 1–4', async ({
  launch,
}) => {
  const { window } = await launch();
  await openCable(window, /All Posts in Latin America/u);
  const known = await facts(window);
  expect(known['Document number']).toEqual(['171']);
  expect(known['Telegram number']).toEqual(['1661']);
  expect(known['Date']).toEqual(['23 April 1961']);
  expect(known['Classification']).toEqual(['Secret']);
  expect(known['Signed']).toEqual(['Rusk']);
  expect(known['File number']).toEqual(['737.00/4-2361']);
  expect(await notes(window)).toEqual(
    [
      '0Source: Department of ',
      '1In circular telegram 1',
      '2See Document 170.',
      '3The Department sent ou',
    ].map((note) => note.slice(0, 22)),
  );
  await find(window, 'transcription', 'Re Depcirtel 1662. Take early occasion');
});

test('002: circular 938 without a document number, 19 November 1962, 5:18 p.m., what was struck out is gone', async ({
  launch,
}) => {
  const { window } = await launch();
  await openCable(window, /circular 938/iu);
  const known = await facts(window);
  expect(known['Document number']).toBeUndefined();
  expect(known['Telegram number']).toEqual(['938']);
  expect(known['Date']).toEqual(['19 November 1962, 5:18 p.m.']);
  expect(known['Classification']).toEqual(['Secret']);
  expect(known['Signed']).toEqual(['RUSK']);
  await find(window, 'transcription', 'These cannot be dismissed merely as');
  await find(window, 'transcription', 'proscribed list--or to take other appropriate action');
  await window.getByRole('tab', { name: 'Apparatus' }).click();
  const apparatus = window.getByRole('listbox', { name: 'Apparatus' });
  const struck = apparatus.getByRole('option').filter({ hasText: '~~dismissed~~' });
  await apparatus.focus();
  for (let pages = 0; pages < 20 && (await struck.count()) === 0; pages++)
    await window.keyboard.press('PageDown');
  await expect(struck).toContainText(/dismissed\s*\]/u);
});

test('003: document 153, Secto 21, 26 September 1962, notes 1–3', async ({ launch }) => {
  const { window } = await launch();
  await openCable(window, /Secretary of State Rusk/u);
  const known = await facts(window);
  expect(known['Document number']).toEqual(['153']);
  expect(known['Telegram number']).toEqual(['Secto 21']);
  expect(known['Date']).toEqual(['26 September 1962']);
  expect(known['Classification']).toEqual(['Confidential']);
  expect((await notes(window)).map((note) => note[0])).toEqual(['1', '2', '3']);
});

test('004: document 552, telegram 47, 11 July 1960, signed Herter, notes 1–2', async ({
  launch,
}) => {
  const { window } = await launch();
  await openCable(window, /Certain Diplomatic Missions/u);
  const known = await facts(window);
  expect(known['Document number']).toEqual(['552']);
  expect(known['Telegram number']).toEqual(['47']);
  expect(known['Date']).toEqual(['11 July 1960']);
  expect(known['Classification']).toEqual(['Secret']);
  expect(known['Signed']).toEqual(['Herter']);
  expect((await notes(window)).map((note) => note[0])).toEqual(['1', '2']);
});
