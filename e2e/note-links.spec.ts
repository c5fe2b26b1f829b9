import { expect, test } from './support/app.ts';
import { serious } from './support/axe.ts';
import {
  card,
  CIRCULAR,
  command,
  highlight,
  MISSIONS,
  title,
  twoCables,
} from './support/linking.ts';
import { cards, highlighted, openCable } from './support/reader.ts';

test('a note leads to an annotation of another cable and to a cable, and says when one is gone', async ({
  launch,
}) => {
  test.slow();
  const { window } = await launch();
  const { keyboard } = window;
  await twoCables(window);
  const note = window.getByRole('textbox', { name: 'Note', exact: true });
  const offered = window.getByRole('listbox', { name: 'To link' }).getByRole('option');

  await command(window, 'write a note');
  await expect(note).toBeFocused();
  await keyboard.type('Compare [[favorable');
  await expect(offered).toHaveCount(1);
  expect(await serious(window)).toEqual([]);
  await keyboard.press('Enter');
  await expect(note).toHaveValue(/^Compare \[favorable answers\]\(annotation:[-0-9a-f]{36}\)$/u);
  // Who writes on before what was looked for is there has its link all the same.
  await keyboard.type(' with [[171 posts');
  await keyboard.press('Enter');
  await keyboard.type(
    ' and [the volume](https://history.state.gov/), ![seal](https://x.example/s.png).',
  );
  await keyboard.press('Escape');
  const text = cards(window).locator('.annotation-note');
  await expect(text).toHaveText(
    /Compare favorable answers with .+ and the volume \(https:\/\/history\.state\.gov\/\), seal \(https:\/\/x\.example\/s\.png\)\./u,
  );
  // Nothing that leads out of the library can be followed or is fetched.
  await expect(text.getByRole('link')).toHaveCount(2);
  await expect(text.locator('a[href], img')).toHaveCount(0);

  await text.getByRole('link', { name: 'favorable answers' }).focus();
  await keyboard.press('Enter');
  await expect(title(window)).toHaveText(CIRCULAR);
  await expect(card(window, 'favorable answers')).toBeFocused();
  await expect
    .poll(() => highlighted(window, 'transcription').then((all) => all.join('')))
    .toBe('favorable answers');

  await keyboard.press('Control+Shift+Backspace');
  await expect(cards(window)).toHaveCount(0);
  await openCable(window, MISSIONS);
  await expect(text.locator('.note-broken')).toHaveText(
    'favorable answers (This annotation has been deleted. Undo may bring it back.)',
  );
  await text.getByRole('link', { name: /All Posts/u }).click();
  await expect(title(window)).toHaveText(/All Posts in Latin America/u);
});

test('a link is copied, and the button beside a note puts one in', async ({ launch }) => {
  const { window } = await launch();
  const { keyboard } = window;
  await highlight(window, CIRCULAR, 'favorable answers');
  await command(window, 'copy a link to the cable');
  await command(window, 'write a note');
  const note = window.getByRole('textbox', { name: 'Note', exact: true });
  await expect(note).toBeFocused();
  await keyboard.press('Control+v');
  await expect(note).toHaveValue(/^\[.*\]\(cable:[-0-9a-f]{36}\)$/u);
  await window.getByRole('button', { name: 'Link…', exact: true }).click();
  await expect(note).toBeFocused();
  await keyboard.type('Certain');
  const offered = window.getByRole('listbox', { name: 'To link' }).getByRole('option');
  await expect(offered).toHaveText([/Certain Diplomatic Missions/u, /Certain Posts/u]);
  await keyboard.press('ArrowDown');
  await keyboard.press('Tab');
  await expect(note).toHaveValue(/ \[[^[]*to Certain P…\]\(cable:[-0-9a-f]{36}\)$/u);
  // Escape puts the list away first, then the field.
  await keyboard.type(' [[');
  await expect(offered.first()).toBeVisible();
  await keyboard.press('Escape');
  await expect(offered).toHaveCount(0);
  await expect(note).toBeFocused();
  await keyboard.press('Escape');
  await expect(note).toBeHidden();
});
