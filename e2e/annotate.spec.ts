import { expect, test } from './support/app.ts';
import { cards, find, highlighted, openCable, pane, select } from './support/reader.ts';

test('highlight, tag and note hold over a restart', async ({ launch }) => {
  const first = await launch();
  let { window } = first;
  await openCable(window, /circular 938/i);

  await select(window, 'transcription', 'the quarantine');
  await window.getByRole('button', { name: 'Tag the selection…' }).click();
  await window.getByLabel('Tag', { exact: true }).fill('measures');
  await window.keyboard.press('Enter');
  await expect(cards(window)).toHaveCount(1);
  await expect(cards(window).getByText('measures')).toBeVisible();
  await window.keyboard.press('Escape');

  await window.getByRole('button', { name: 'Write a note…' }).click();
  await window.getByRole('textbox', { name: 'Note' }).fill('Compare **153**.');
  await window.getByRole('textbox', { name: 'Note' }).press('Escape');
  await expect(cards(window).locator('strong', { hasText: '153' })).toBeVisible();

  ({ window } = await first.relaunch());
  await expect(cards(window)).toHaveCount(1);
  await expect(cards(window).getByText('measures')).toBeVisible();
  await expect(cards(window).locator('strong', { hasText: '153' })).toBeVisible();
  await find(window, 'transcription', 'the quarantine');
  expect((await highlighted(window, 'transcription')).join('')).toBe('the quarantine');
});

test('a highlight made in the original is seen in the transcription, without the stamps between', async ({
  launch,
}) => {
  const { window } = await launch();
  await openCable(window, /circular 938/i);
  await select(window, 'transcription', 'list--or to take');
  await window.keyboard.press('Control+h');
  await expect
    .poll(() => highlighted(window, 'transcription').then((all) => all.join('')))
    .toBe('list--or to take');
  await expect
    .poll(() => highlighted(window, 'original').then((all) => all.join(' ')))
    .toMatch(/^list--or to take$/u);

  await select(window, 'original', 'DECLASSIFIED');
  await window.keyboard.press('Control+h');
  await expect(cards(window)).toHaveCount(2);
  expect((await highlighted(window, 'transcription')).join('')).toBe('list--or to take');
});

test('overlapping highlights are all to be seen and to be chosen', async ({ launch }) => {
  const { window } = await launch();
  await openCable(window, /circular 938/i);
  for (const words of [
    'organized Soviet military units',
    'Soviet military',
    'military units in Cuba',
  ]) {
    await select(window, 'transcription', words);
    await window.keyboard.press('Control+h');
    await expect(cards(window).getByRole('button', { name: `Go to “${words}”` })).toBeVisible();
  }
  await expect(cards(window)).toHaveCount(3);
  // "military" stands under all three, each with a line in a lane of its own.
  const { first } = await find(window, 'transcription', 'military units in Cuba');
  const classes = await window.evaluate(
    ([x, y]) => {
      const over = document.elementsFromPoint(x, y);
      return over
        .filter((element) => element.classList.contains('highlight'))
        .map((element) => element.className);
    },
    [first.left + 2, (first.top + first.bottom) / 2] as const,
  );
  const lanes = new Set(classes.map((name) => /lane-\d/u.exec(name)?.[0]));
  expect(lanes.size).toBe(3);

  const chosen = cards(window).and(window.locator('[aria-current="true"]'));
  const seen = new Set<string>();
  for (let clicks = 0; clicks < 3; clicks++) {
    await window.mouse.click(first.left + 4, (first.top + first.bottom) / 2);
    seen.add((await chosen.getByRole('button', { name: /^Go to/ }).textContent()) ?? '');
  }
  expect(seen.size).toBe(3);
});

test('delete, undo and redo', async ({ launch }) => {
  const running = await launch();
  let { window } = running;
  await openCable(window, /Secretary of State Rusk/i);
  await select(window, 'transcription', 'solve problem');
  await window.keyboard.press('Control+h');
  await expect(cards(window)).toHaveCount(1);
  await cards(window).getByRole('button', { name: 'Delete' }).click();
  await expect(cards(window)).toHaveCount(0);
  await pane(window, 'transcription').focus();
  await window.keyboard.press('Control+z');
  await expect(cards(window)).toHaveCount(1);
  await window.keyboard.press('Control+z');
  await expect(cards(window)).toHaveCount(0);
  // Undo and redo survive a restart.
  ({ window } = await running.relaunch());
  await expect(pane(window, 'transcription')).toBeVisible();
  await window.keyboard.press('Control+Shift+z');
  await expect(cards(window)).toHaveCount(1);
  expect((await highlighted(window, 'transcription')).join('')).toBe('solve problem');
});
