import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright/test';
import { answerSave, expect, type Launch, test } from './support/app.ts';
import { serious } from './support/axe.ts';
import { cards, openCable, pane, select } from './support/reader.ts';

/** From now on another name signs what is done. */
async function signAs(window: Page, name: string): Promise<void> {
  await window.keyboard.press('Control+k');
  await window.getByRole('searchbox').fill('Your name');
  await window.keyboard.press('Enter');
  const sheet = window.getByRole('dialog', { name: 'Your name' });
  await sheet.getByLabel('Name').fill(name);
  await sheet.getByRole('button', { name: 'Keep' }).click();
  await expect(sheet).toBeHidden();
}

/** Highlights words of the transcription, and puts a tag on them where one is named. */
async function mark(window: Page, words: string, tag?: string): Promise<void> {
  const before = await cards(window).count();
  await select(window, 'transcription', words);
  if (tag === undefined) await window.keyboard.press('Control+h');
  else {
    await window.getByRole('button', { name: 'Tag the selection…' }).click();
    await window.getByLabel('Tag', { exact: true }).fill(tag);
    await window
      .getByRole('listbox', { name: 'Tags', exact: true })
      .getByRole('option', { name: new RegExp(tag, 'u') })
      .click();
  }
  await expect(cards(window)).toHaveCount(before + 1);
  if (tag !== undefined) {
    await expect(cards(window).getByText(tag).first()).toBeVisible();
    await window.keyboard.press('Escape');
  }
}

/** Kay and Lee have annotated one cable: one passage alike, one nearly, one each alone. Ed is at the desk. */
async function annotatedByTwo(launch: Launch) {
  const started = await launch();
  const { window } = started;
  await openCable(window, /circular 938/i);
  await signAs(window, 'Kay');
  await mark(window, 'the quarantine', 'measures');
  await mark(window, 'organized Soviet military units');
  await mark(window, 'take other appropriate action');
  await signAs(window, 'Lee');
  await mark(window, 'the quarantine', 'measures');
  await mark(window, 'Soviet military units');
  await mark(window, 'deal with the situation');
  await signAs(window, 'Ed');
  return started;
}

const sheet = (window: Page) => window.getByRole('dialog', { name: 'Agreement of two annotators' });
const row = (window: Page, name: RegExp) => sheet(window).getByRole('row', { name });
const bench = (window: Page) => window.getByRole('region', { name: 'Adjudication' });
const pairs = (window: Page) =>
  bench(window).getByRole('listbox', { name: 'Annotations of Kay and Lee' });
const pair = (window: Page, words: string | RegExp) =>
  pairs(window).getByRole('option').filter({ hasText: words });
/** The pair at hand. */
const atHand = (window: Page) => pairs(window).getByRole('option', { selected: true });
const told = (window: Page, words: string) => expect(bench(window).getByText(words)).toBeVisible();

async function adjudicating(window: Page): Promise<void> {
  await window.keyboard.press('Control+Shift+a');
  await sheet(window).getByRole('button', { name: 'Adjudicate this cable' }).click();
  await expect(pairs(window)).toBeFocused();
}

test('one annotator alone is told how a second one comes in', async ({ launch }) => {
  const { window } = await launch();
  await openCable(window, /circular 938/i);
  await window.keyboard.press('Control+Shift+a');
  await expect(sheet(window)).toContainText('Nobody has annotated in this library yet.');
  await window.keyboard.press('Escape');
  await signAs(window, 'Kay');
  await mark(window, 'the quarantine');
  await window.keyboard.press('Control+Shift+a');
  await expect(sheet(window)).toContainText('Only Kay has annotated in this library.');
  await expect(sheet(window)).toContainText('Edit › Your name…');
});

test('two annotators are measured over all, tag by tag and cable by cable, and the table is saved', async ({
  launch,
}, info) => {
  test.slow();
  const { app, window } = await annotatedByTwo(launch);
  await window.keyboard.press('Control+Shift+a');
  // 14 of the quarantine, 31 of the units, 29 of the action; and 14, 21, 23 of Lee; 35 of both.
  await expect(row(window, /^Anything at all/u).getByRole('cell')).toHaveText([
    '74',
    '58',
    '35',
    /^9\d\.\d %$/u,
    /^0\.\d{3}$/u,
    /^0\.\d{3}$/u,
  ]);
  await expect(row(window, /^measures/u).getByRole('cell')).toHaveText([
    '14',
    '14',
    '14',
    '100.0 %',
    '1.000',
    '1.000',
  ]);
  await expect(sheet(window).getByRole('status')).toHaveText(/characters in 1 cable\.$/u);
  await expect(sheet(window).getByRole('button', { name: /^Adjudicate .*938/iu })).toBeVisible();

  const file = info.outputPath('agreement.csv');
  await answerSave(app, file);
  await sheet(window).getByRole('button', { name: 'Save as CSV…' }).click();
  await expect
    .poll(() => readFile(file, 'utf8').catch(() => ''))
    .toMatch(/^of,name,characters,marked by Kay,marked by Lee,.*\r\n(.*\r\n)*tag,measures,/u);

  // By tags: of what both have marked as measures nothing is apart.
  await sheet(window).getByRole('button', { name: /Tags$/u }).click();
  await window.getByRole('option', { name: 'measures' }).click();
  await window.keyboard.press('Escape');
  await expect(
    row(window, /^Anything at all/u)
      .getByRole('cell')
      .first(),
  ).toHaveText('14');

  expect(await serious(window)).toEqual([]);
});

test('their work is adjudicated by key: accepted, rejected, merged, undone, taken back', async ({
  launch,
}, info) => {
  test.slow();
  const { window } = await annotatedByTwo(launch);
  const { keyboard } = window;
  await adjudicating(window);
  await expect(pairs(window).getByRole('option')).toHaveCount(4);
  await told(window, '0 of 4 decided');
  await expect(pair(window, 'the quarantine')).toContainText('same words, same tags');
  await expect(pair(window, 'Soviet military units')).toContainText('68 % of the words');
  await expect(pair(window, 'Soviet military units').locator('mark')).toHaveText('organized ');
  await expect(pair(window, 'deal with')).toContainText('only Lee');
  await window.screenshot({ path: info.outputPath('adjudication-begin.png') });

  // What is at hand is lit above.
  while (!(await atHand(window).textContent())?.includes('Soviet military')) {
    await keyboard.press('ArrowDown');
  }
  const lit = pane(window, 'transcription').locator('.lit');
  await expect
    .poll(async () => (await lit.allTextContents()).join(''))
    .toBe('organized Soviet military units');

  await keyboard.press('m');
  await expect(pair(window, 'Soviet military units')).toContainText('✓ merged');
  await told(window, '1 of 4 decided');
  await expect(pairs(window)).toBeFocused();
  await keyboard.press('Control+z');
  await told(window, '0 of 4 decided');
  await expect(pair(window, 'Soviet military units')).toContainText('not decided');
  await keyboard.press('Control+Shift+z');
  await told(window, '1 of 4 decided');
  // What came of it is the work of who merged; what was merged is out of sight.
  await expect(cards(window).filter({ hasText: 'Soviet military units' })).toHaveCount(1);
  await expect(cards(window).filter({ hasText: 'Soviet military units' })).toContainText('Ed');

  await bench(window)
    .getByRole('button', { name: /^Accept all that are the same/u })
    .click();
  await expect(pair(window, 'the quarantine')).toContainText('✓ both accepted');
  await pair(window, 'deal with').click();
  await pairs(window).focus();
  await keyboard.press('x');
  await expect(pair(window, 'deal with')).toContainText('✓ rejected');
  await expect(cards(window).filter({ hasText: 'deal with' })).toHaveCount(0);
  await expect(atHand(window)).toContainText('appropriate action');
  await keyboard.press('1');
  await expect(pair(window, 'appropriate action')).toContainText('✓ accepted');
  await told(window, '4 of 4 decided');

  expect(await serious(window)).toEqual([]);

  // Taking back the merging takes away what came of it.
  await pair(window, 'Soviet military units').click();
  await pairs(window).focus();
  await keyboard.press('Backspace');
  await told(window, '3 of 4 decided');
  await expect(cards(window).filter({ hasText: 'Soviet military units' })).toHaveCount(2);
  await keyboard.press('2');
  await expect(pair(window, 'Soviet military units')).toContainText(
    'Kay’s rejected, Lee’s accepted',
  );
  await bench(window).getByRole('button', { name: 'Close' }).click();
  await expect(bench(window)).toBeHidden();
});

test('verdicts hold over a restart, and so does undo; the measure stays what it was', async ({
  launch,
}) => {
  test.slow();
  const first = await annotatedByTwo(launch);
  let { window } = first;
  await adjudicating(window);
  await pair(window, 'deal with').click();
  await bench(window)
    .getByRole('button', { name: /^Reject/u })
    .click();
  await told(window, '1 of 4 decided');

  ({ window } = await first.relaunch());
  await expect(cards(window)).toHaveCount(5);
  await window.keyboard.press('Control+Shift+a');
  const anything = row(window, /^Anything at all/u).getByRole('cell');
  await expect(anything.nth(1)).toHaveText('58');
  await sheet(window).getByRole('button', { name: 'Adjudicate this cable' }).click();
  await told(window, '1 of 4 decided');
  await window.keyboard.press('Control+z');
  await told(window, '0 of 4 decided');
  await expect(cards(window)).toHaveCount(6);
});
