import { expect, test } from './support/app.ts';
import { serious } from './support/axe.ts';
import { caretBehind, highlighted, openCable, pane, saved, select } from './support/reader.ts';

test('what is typed into the transcription is saved, survives a restart and is undone', async ({
  launch,
}) => {
  const { window, relaunch } = await launch();
  await openCable(window, /171/u);
  const transcription = pane(window, 'transcription');
  await caretBehind(window, 'transcription', 'early occasion');
  await window.keyboard.type(' (corrected)');
  await expect(transcription).toContainText('early occasion (corrected)');
  await saved(window);
  await expect(pane(window, 'original')).not.toContainText('(corrected)');

  const { window: again } = await relaunch();
  await expect(pane(again, 'transcription')).toContainText('early occasion (corrected)');
  await again.keyboard.press('ControlOrMeta+Z');
  while ((await pane(again, 'transcription').textContent())?.includes('(corr')) {
    await again.keyboard.press('ControlOrMeta+Z');
    await saved(again);
  }
  await expect(pane(again, 'transcription')).toContainText('early occasion');
});

test('a highlight holds on to its words while others are typed before and in them', async ({
  launch,
}) => {
  const { window } = await launch();
  await openCable(window, /171/u);
  await select(window, 'transcription', 'Kindly obtain');
  await window.keyboard.press('ControlOrMeta+H');
  await expect.poll(() => highlighted(window, 'transcription')).toEqual(['Kindly obtain']);
  await caretBehind(window, 'transcription', 'Kindly');
  await window.keyboard.type(' do');
  await expect.poll(() => highlighted(window, 'transcription')).toEqual(['Kindly do obtain']);
  await saved(window);
  expect(await highlighted(window, 'transcription')).toEqual(['Kindly do obtain']);
});

test('the name that signs corrections is asked for once, beside the work', async ({ launch }) => {
  const { window, relaunch } = await launch();
  await openCable(window, /171/u);
  await caretBehind(window, 'transcription', 'early');
  await window.keyboard.type('!');
  const form = window.getByRole('form', { name: 'Your name' });
  await expect(form).toBeVisible();
  expect(await serious(window)).toEqual([]);
  await form.getByRole('textbox').fill('A. Editor');
  await form.getByRole('button', { name: 'Keep' }).click();
  await expect(form).toBeHidden();

  const { window: again } = await relaunch();
  await caretBehind(again, 'transcription', 'early!');
  await again.keyboard.type('?');
  await saved(again);
  await expect(again.getByRole('form', { name: 'Your name' })).toBeHidden();
});
