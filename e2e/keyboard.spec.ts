import { expect, test } from './support/app.ts';
import { cards, highlighted, list, openCable, pane } from './support/reader.ts';

test('the whole way by keys alone: choose a cable, select, tag, write a note, undo, redo', async ({
  launch,
}) => {
  const { window } = await launch();
  const { keyboard } = window;
  await expect(list(window).getByRole('option')).toHaveCount(5);

  const title = window.getByRole('heading', { level: 1 });
  await keyboard.press('F6');
  await keyboard.press('Home');
  await keyboard.press('ArrowDown');
  await keyboard.press('Enter');
  await expect(title).toHaveText(/^171/u);
  await expect(pane(window, 'transcription')).toBeFocused();
  await keyboard.press('F6');
  await keyboard.press('End');
  await keyboard.press('Enter');
  await expect(title).toHaveText(/^357/u);

  await keyboard.press('F8');
  await expect(pane(window, 'transcription')).toBeFocused();
  await keyboard.press('Control+Home');
  await keyboard.press('ArrowDown');
  await keyboard.press('ArrowDown');
  await keyboard.press('Home');
  await keyboard.press('Control+Shift+ArrowRight');
  await keyboard.press('Control+Shift+ArrowRight');
  await keyboard.press('Control+t');
  await keyboard.type('instructions');
  await keyboard.press('Enter');
  await expect(cards(window).getByText('instructions')).toBeVisible();
  await keyboard.press('Escape');
  await expect(pane(window, 'transcription')).toBeFocused();
  expect((await highlighted(window, 'transcription')).join('').length).toBeGreaterThan(3);

  await keyboard.press('Control+m');
  await keyboard.type('Written by keys.');
  await keyboard.press('Escape');
  await expect(cards(window).getByText('Written by keys.')).toBeVisible();

  await keyboard.press('F8');
  await keyboard.press('Control+Shift+Backspace');
  await expect(cards(window)).toHaveCount(0);
  await keyboard.press('Control+z');
  await expect(cards(window)).toHaveCount(1);
  await keyboard.press('Control+Shift+z');
  await expect(cards(window)).toHaveCount(0);
});

test('every command can be reached from the palette, and the keys are listed', async ({
  launch,
}) => {
  const { window } = await launch();
  await expect(list(window).getByRole('option')).toHaveCount(5);
  await window.keyboard.press('Control+k');
  await window.keyboard.type('apparatus');
  await window.keyboard.press('Enter');
  await expect(window.getByRole('tab', { name: 'Apparatus' })).toHaveAttribute(
    'aria-selected',
    'true',
  );
  await window.keyboard.press('F1');
  await expect(window.getByRole('dialog', { name: 'Keys' })).toContainText('Tag the selection');
  await window.keyboard.press('Escape');
  await expect(window.getByRole('dialog', { name: 'Keys' })).toBeHidden();
});

test('what stands at the caret is explained by key', async ({ launch }) => {
  const { window } = await launch();
  await openCable(window, /circular 938/iu);
  await window.keyboard.press('F7');
  await window.keyboard.press('Control+Home');
  await window.keyboard.press('ArrowDown');
  await window.keyboard.press('ArrowDown');
  await window.keyboard.press('F2');
  await expect(window.getByRole('status').filter({ hasText: /heading/iu })).toBeVisible();
});
