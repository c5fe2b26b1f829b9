import type { Locator, Page } from 'playwright/test';
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
import { cards, openCable, pane, select } from './support/reader.ts';

const sheet = (window: Page): Locator => window.getByRole('dialog', { name: 'Link annotations' });
const kinds = (on: Locator): Locator => on.getByRole('listbox', { name: 'Kind of link' });
const found = (window: Page): Locator =>
  sheet(window).getByRole('listbox', { name: 'Annotations to link with' }).getByRole('option');

/** The links on the cards of the cable on the desk. */
const links = (window: Page): Locator =>
  cards(window).getByRole('list', { name: 'Links' }).getByRole('listitem');

/** What readers by ear are told last. */
const told = (window: Page): Locator => window.locator('footer').getByRole('status');

/** Links the chosen annotation by keys alone: the first letters of the kind, then words of the other one. */
async function linkByKeys(window: Page, kind: string, words: string) {
  const { keyboard } = window;
  await keyboard.press('Control+l');
  await expect(sheet(window)).toBeVisible();
  await expect(kinds(sheet(window)).getByRole('option', { selected: true })).toBeFocused();
  await keyboard.type(kind);
  await expect(kinds(sheet(window)).getByRole('option', { selected: true })).toHaveText(
    new RegExp(`^${kind}`, 'u'),
  );
  await keyboard.press('Tab');
  await expect(sheet(window).getByRole('textbox', { name: 'Note on the link' })).toBeFocused();
  await keyboard.press('Tab');
  await expect(sheet(window).getByRole('combobox', { name: 'Find an annotation' })).toBeFocused();
  await keyboard.type(words);
  await expect(found(window)).toHaveCount(1);
  await keyboard.press('Enter');
  await expect(sheet(window)).toBeHidden();
}

test('two annotations of two cables are linked, visited and parted by keys alone', async ({
  launch,
}) => {
  test.slow();
  const first = await launch();
  let { window } = first;
  await twoCables(window);
  await linkByKeys(window, 'quotes', 'FAVORABLE circular');
  await expect(links(window)).toHaveText(/^quotes “favorable answers” in .*Circular/iu);
  await expect(told(window)).toHaveText(
    'Linked: “statement, capping cumulative evidence” quotes “favorable answers”',
  );

  // There …
  const link = links(window).getByRole('link');
  await link.focus();
  await window.keyboard.press('Enter');
  await expect(title(window)).toHaveText(CIRCULAR);
  await expect(card(window, 'favorable answers')).toBeFocused();
  await expect(pane(window, 'transcription').locator('.lit')).toHaveText('favorable answers');
  await expect(links(window)).toHaveText(/^is quoted by “statement, capping cumulative evidence”/u);

  // … and back.
  await links(window).getByRole('link').focus();
  await window.keyboard.press('Enter');
  await expect(title(window)).toHaveText(MISSIONS);
  await expect(card(window, 'statement, capping cumulative evidence')).toBeFocused();
  await expect(pane(window, 'transcription').locator('.lit')).toHaveText(
    'statement, capping cumulative evidence',
  );

  ({ window } = await first.relaunch());
  await expect(links(window)).toHaveCount(1);
  await pane(window, 'transcription').focus();
  await window.keyboard.press('Control+z');
  await expect(links(window)).toHaveCount(0);
  await expect(title(window)).toHaveText(MISSIONS);
  await openCable(window, CIRCULAR);
  await expect(cards(window)).toHaveCount(1);
  await expect(links(window)).toHaveCount(0);
  await pane(window, 'transcription').focus();
  await window.keyboard.press('Control+Shift+z');
  await expect(links(window)).toHaveText(/^is quoted by/u);
});

test('a link gets another kind, direction and note, and is removed', async ({ launch }) => {
  test.slow();
  const { window } = await launch();
  await twoCables(window);
  await linkByKeys(window, 'quotes', 'favorable');

  await links(window)
    .getByRole('button', { name: /^Change/u })
    .click();
  const change = window.getByRole('dialog', { name: 'Change the link' });
  await expect(change).toBeVisible();
  expect(await serious(window)).toEqual([]);
  await kinds(change)
    .getByRole('option', { name: /^is replied to by/u })
    .click();
  await change.getByRole('textbox', { name: 'Note on the link' }).fill('Within the day.');
  await change.getByRole('button', { name: 'Save' }).click();
  await expect(links(window)).toHaveText(
    /^is replied to by “favorable answers”.*Within the day\./u,
  );

  await links(window)
    .getByRole('button', { name: /^Remove/u })
    .click();
  await expect(links(window)).toHaveCount(0);
  for (const words of [/^is replied to by/u, /^quotes/u]) {
    await pane(window, 'transcription').focus();
    await window.keyboard.press('Control+z');
    await expect(links(window)).toHaveText(words);
  }
});

test('the same is not said twice; the sheet says so and stays', async ({ launch }) => {
  const { window } = await launch();
  await highlight(window, CIRCULAR, 'favorable answers');
  await highlight(window, CIRCULAR, 'press conference');
  await linkByKeys(window, 'contradicts', 'favorable');
  await window.keyboard.press('Control+l');
  await found(window).filter({ hasText: 'favorable answers' }).click();
  await expect(sheet(window).getByRole('alert')).toHaveText(
    '“press conference” and “favorable answers” are linked by “contradicts” already. Choose another kind of link, or another annotation.',
  );
  await window.keyboard.press('Escape');
  await expect(sheet(window)).toBeHidden();
  await expect(links(window)).toHaveCount(2);
});

test('two that are marked are linked: one of two passages, and one on the whole cable', async ({
  launch,
}) => {
  test.slow();
  const { window } = await launch();
  const { keyboard } = window;
  await highlight(window, CIRCULAR, 'favorable answers');
  await select(window, 'transcription', 'press conference');
  await keyboard.press('Control+Shift+e');
  const parted = cards(window).filter({ hasText: 'press conference … favorable answers' });
  await expect(parted).toHaveCount(1);
  const lit = pane(window, 'transcription').locator('.lit');
  await parted.getByRole('button', { name: 'Go to passage 2, “favorable answers”' }).click();
  await expect(lit).toHaveText('favorable answers');
  await parted.getByRole('button', { name: 'Go to passage 1, “press conference”' }).click();
  await expect(lit).toHaveText('press conference');
  await keyboard.press('Control+Alt+x');

  await pane(window, 'transcription').focus();
  await keyboard.press('Control+Alt+m');
  const note = window.getByRole('textbox', { name: 'Note', exact: true });
  await expect(note).toBeFocused();
  await keyboard.type('The best account.');
  await keyboard.press('Escape');
  const whole = cards(window).filter({ hasText: 'On the whole cable' });
  await expect(whole).not.toContainText('on the transcription');
  await whole.getByRole('button', { name: 'Go to the annotation on the whole cable' }).focus();
  await keyboard.press('Control+Alt+x');

  await keyboard.press('Control+l');
  await expect(sheet(window).getByText('“press conference … favorable answers”')).toBeVisible();
  expect(await serious(window)).toEqual([]);
  await expect(kinds(sheet(window)).getByRole('option', { selected: true })).toBeFocused();
  await keyboard.type('supports');
  await keyboard.press('Enter');
  await expect(sheet(window)).toBeHidden();
  await expect(links(window)).toHaveText([
    /^supports “press conference … favorable answers”/u,
    /^is supported by the whole cable/u,
  ]);
});

test('a filter that would hide where a link leads is put away', async ({ launch }) => {
  const { window } = await launch();
  await highlight(window, CIRCULAR, 'favorable answers');
  await highlight(window, CIRCULAR, 'press conference');
  await linkByKeys(window, 'contradicts', 'favorable');
  await command(window, 'filter annotations');
  await window.getByRole('textbox', { name: 'Words' }).fill('press');
  await expect(cards(window)).toHaveCount(1);
  await links(window).getByRole('link').focus();
  await window.keyboard.press('Enter');
  await expect(card(window, 'favorable answers')).toBeFocused();
  await expect(cards(window)).toHaveCount(2);
});

test('kinds of links are made, named from both ends, refused twice, and deleted with their links', async ({
  launch,
}) => {
  test.slow();
  const { window } = await launch();
  const { keyboard } = window;
  await highlight(window, CIRCULAR, 'favorable answers');
  await highlight(window, CIRCULAR, 'press conference');
  await command(window, 'kinds of links');
  const desk = window.getByRole('dialog', { name: 'Kinds of links' });
  const all = desk.getByRole('listbox', { name: 'Kinds of links' });
  await desk.getByRole('textbox', { name: 'New kind of link' }).fill('Quotes');
  await keyboard.press('Enter');
  await expect(desk.getByText(/There is a kind of link “quotes” already/u)).toBeVisible();
  await desk.getByRole('textbox', { name: 'New kind of link' }).fill('corrects');
  await keyboard.press('Enter');
  await expect(all.getByRole('option', { selected: true })).toHaveText(/^corrects0 links$/u);
  expect(await serious(window)).toEqual([]);
  const other = desk.getByRole('textbox', { name: 'From the other end' });
  await other.fill('is corrected by');
  await other.press('Enter');
  await expect(all.getByRole('option', { selected: true })).toHaveText(/is corrected by/u);
  await keyboard.press('Escape');
  await expect(desk).toBeHidden();

  await card(window, 'press conference').click();
  await linkByKeys(window, 'is corrected by', 'favorable');
  await expect(links(window)).toHaveText([
    /^is corrected by “favorable answers”/u,
    /^corrects “press conference”/u,
  ]);

  await command(window, 'kinds of links');
  await all.getByRole('option', { name: /^corrects/u }).click();
  await expect(desk.getByText('On 1 link. Deleting removes it; Undo')).toBeVisible();
  await desk.getByRole('button', { name: 'Delete' }).click();
  await expect(all.getByRole('option', { name: /^corrects/u })).toHaveCount(0);
  await keyboard.press('Escape');
  await expect(links(window)).toHaveCount(0);
  await pane(window, 'transcription').focus();
  await keyboard.press('Control+z');
  await expect(links(window)).toHaveCount(2);
});
