import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright/test';
import { answerOpen, expect, type Launch, test } from './support/app.ts';
import { serious } from './support/axe.ts';
import { list, openCable, pane, saved } from './support/reader.ts';

/** A message about invented people, as one office received it. */
const RECEIVED = `41. Telegram From the Embassy in Utopia to the Department of State

Amaurot, May 4, 1962.

1. Foreign Minister told me this morning that his government had decided to close the harbor to
all vessels carrying arms until the conference of the twelve cantons has ended.

2. He emphasized that the decision was taken unanimously, and that the Prince himself would announce
it before the assembly on Friday. I asked whether the islands were included. He evaded the question.

3. Embassy believes the minister speaks in good faith, but recommends that the consul at Anyder be
instructed to watch the harbor and report daily by telegram.

Hythloday
`;

/** The same message as another office filed it: a worse scan with other line ends, better in one word. */
const FILED = `42. Telegram From the Embassy in Utopia to the Department of State

Amaurot, May 4, 1962.

1. Foreign Minister told me this morning that his government had resolved to close
the harbor to all vessels carrying arms until the conference
of the twelve cantons has ended.

2. He emphasized that the decision was taken unanirnously, and that the Prince himself
would announce it before the assembly on Friday. I asked
whether the islands were included. He evaded the question.

3. Embassy believes the minister speaks in good faith, but recommends that the consul
at Anyder be instructed to watch the harbor and report daily by telegram.

Hythloday
`;

/** A library of the five seeds and both witnesses; the first is open. */
async function withWitnesses(launch: Launch): Promise<Page> {
  const folder = await mkdtemp(join(tmpdir(), 'cablewright-witness-'));
  await writeFile(join(folder, 'received.txt'), RECEIVED);
  await writeFile(join(folder, 'filed.txt'), FILED);
  const { app, window } = await launch();
  await expect(list(window).getByRole('option')).toHaveCount(5);
  await answerOpen(app, [folder]);
  await window.keyboard.press('Control+Shift+i');
  await expect(window.getByRole('dialog', { name: 'Import' })).toContainText('2 cables imported');
  await window.keyboard.press('Escape');
  await openCable(window, /^41/u);
  return window;
}

/** Gives the command from the palette. */
async function collate(window: Page) {
  await window.keyboard.press('Control+k');
  await expect(window.getByRole('dialog', { name: 'All commands' })).toBeVisible();
  await window.keyboard.type('another witness');
  await window.keyboard.press('Enter');
  await expect(sheet(window)).toBeVisible();
}

const sheet = (window: Page) =>
  window.getByRole('dialog', { name: 'Collate with another witness' });

/** The difference looked at, by what readers by ear are told of it. */
const difference = (window: Page) => sheet(window).locator('[aria-current=true]');

test('by keys alone: the other witness is proposed, collated, a reading taken over and undone', async ({
  launch,
}) => {
  const window = await withWitnesses(launch);
  const { keyboard } = window;
  await collate(window);
  const proposed = sheet(window).getByRole('option');
  await expect(proposed).toHaveCount(1);
  await expect(proposed).toContainText('% of its runs of words');
  await keyboard.press('ArrowDown');
  await keyboard.press('Enter');

  const comparison = sheet(window).getByRole('region', { name: 'Comparison' });
  await expect(comparison.getByRole('status')).toHaveText(/^\d differences$/u);
  const before = await comparison.getByRole('status').textContent();
  await expect(difference(window)).toBeFocused();
  await keyboard.press('ArrowDown');
  await expect(difference(window)).toHaveAccessibleName(
    /This transcription reads “decided”, The other witness reads “resolved”$/u,
  );
  await keyboard.press('Enter');
  await expect(comparison.getByRole('status')).not.toHaveText(before ?? '');
  await expect(comparison).not.toContainText('decided');
  await keyboard.press('Escape');
  await expect(sheet(window)).toBeHidden();
  const text = pane(window, 'transcription');
  await expect(text).toContainText('his government had resolved to close');
  await saved(window);
  await keyboard.press('Control+2');
  await expect(window.getByRole('listbox', { name: 'Apparatus' })).toContainText(
    'from another witness',
  );
  await keyboard.press('F8');
  await keyboard.press('Control+z');
  await expect(text).toContainText('his government had decided to close');
});

test('the inspector names the other witness; no serious obstacle in its sheet', async ({
  launch,
}) => {
  // Two faces are looked at in two themes, each for several seconds.
  test.slow();
  const window = await withWitnesses(launch);
  await window.getByRole('tab', { name: 'Cable' }).click();
  const others = window.getByRole('region', { name: 'Other witnesses' });
  await expect(others.getByRole('button')).toHaveText(/^Collate with .*Utopia/u);
  await others.getByRole('button').click();
  await expect(difference(window)).toBeFocused();
  expect(await serious(window)).toEqual([]);
  await sheet(window).getByRole('button', { name: 'Choose another' }).click();
  await expect(sheet(window).getByRole('option')).toHaveCount(1);
  expect(await serious(window)).toEqual([]);
  await window.keyboard.press('Escape');
  await expect(sheet(window)).toBeHidden();
  await openCable(window, /171/u);
  await expect(window.getByRole('region', { name: 'Original', exact: true })).toBeVisible();
  await expect(others).toBeHidden();
});

test('any cable can be collated with, found by words of its title', async ({ launch }) => {
  const window = await withWitnesses(launch);
  await openCable(window, /171/u);
  await collate(window);
  await expect(sheet(window).getByRole('status')).toHaveText(
    /^No other cable of this library seems/u,
  );
  await window.keyboard.type('nowhere');
  await expect(sheet(window).getByRole('status')).toHaveText(/^No other cable .* in its title\.$/u);
  for (let letters = 0; letters < 7; letters++) await window.keyboard.press('Backspace');
  await window.keyboard.type('utopia 42');
  await expect(sheet(window).getByRole('option')).toHaveText(/Utopia.*no\. 42/u);
  await window.keyboard.press('ArrowDown');
  await window.keyboard.press('Enter');
  await expect(sheet(window)).toContainText('with “Telegram From the Embassy in Utopia');
  await expect(sheet(window).getByRole('region', { name: 'Comparison' })).toContainText('Anyder');
});
