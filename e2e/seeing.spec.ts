import type { Locator, Page } from 'playwright/test';
import { expect, test } from './support/app.ts';
import { serious } from './support/axe.ts';
import {
  cards,
  caretBehind,
  find,
  highlighted,
  openCable,
  pane,
  select,
  type Side,
} from './support/reader.ts';

/** What a spec asks the store for as the window does. */
interface Asked {
  readonly cablewright: {
    request(
      name: string,
      input: unknown,
    ): Promise<{ readonly ok: boolean; readonly value: Readonly<Record<string, unknown>> }>;
  };
}

/** Asks the store as the window does. */
function ask(
  window: Page,
  name: string,
  input: unknown,
): Promise<Readonly<Record<string, unknown>>> {
  return window.evaluate(
    async ([what, put]) => {
      const { cablewright } = globalThis as unknown as Asked;
      const { ok, value } = await cablewright.request(what, put);
      if (!ok) throw new Error(`${what} fails`);
      return value;
    },
    [name, input] as const,
  );
}

/** Makes a tag and gives its id. */
async function tag(window: Page, name: string, colour: string, parentId: string | null = null) {
  const { id } = await ask(window, 'tag.create', { name, colour, parentId });
  return String(id);
}

/** Annotates words of the open cable's original, where they first stand. */
async function annotate(window: Page, words: string, tagIds: readonly string[], note = '') {
  const { lastCableId: cableId } = await ask(window, 'library.state', {});
  const { original } = await ask(window, 'cable.open', { id: cableId });
  const from = (original as { readonly text: string }).text.indexOf(words);
  expect(from, `where “${words}” stands`).toBeGreaterThan(-1);
  const ranges = [{ side: 'original', from, to: from + words.length }];
  await ask(window, 'annotation.create', { ...{ cableId, ranges, tagIds, note }, version: 0 });
}

/** The bar over the list of annotations. */
const filter = (window: Page) => window.getByRole('search', { name: 'Filter annotations' });

/** What the filter says, one by one. */
const chips = (window: Page) => filter(window).getByRole('button', { name: /^Take off: / });

/** The annotations at the caret. */
const atCaret = (window: Page) => window.getByRole('listbox', { name: 'Annotations at the caret' });

/** What readers by ear are told last. */
const told = (window: Page): Locator => window.locator('footer').getByRole('status');

/** Opens circular 938 and annotates it: persons, a measure, places, a stamp, by two readers. */
async function annotated(window: Page) {
  await openCable(window, /circular 938/i);
  const persons = await tag(window, 'Persons', 'orange');
  const measures = await tag(window, 'Measures', 'sky');
  const quarantine = await tag(window, 'Quarantine', 'green', measures);
  await ask(window, 'settings.change', { creator: 'A. Miller', asked: true });
  await annotate(window, 'The President intends', [persons]);
  await annotate(window, 'the quarantine', [quarantine], 'With or without POL.');
  await annotate(window, 'DECLASSIFIED', []);
  await ask(window, 'settings.change', { creator: 'B. Jones' });
  await annotate(window, 'organized Soviet military units', [measures, persons]);
  await expect(cards(window)).toHaveCount(4);
  await expect(filter(window)).toContainText('4 annotations');
}

/** Chooses something in a line of the filter. */
async function choose(window: Page, line: string, option: RegExp) {
  await filter(window)
    .getByRole('button', { name: new RegExp(`\\b${line}$`, 'u') })
    .click();
  const list = window.getByRole('listbox', { name: line });
  await list.getByRole('option', { name: option }).click();
  await window.keyboard.press('Escape');
  await expect(list).toBeHidden();
}

const words = (window: Page, side: Side) =>
  highlighted(window, side).then((all) => all.join(' ').replace(/\s+/gu, ' '));

test('both texts, the list and the walk show what the filter lets through', async ({ launch }) => {
  const { window } = await launch();
  await annotated(window);
  await find(window, 'original', 'The President intends');
  await window.keyboard.press('Control+Alt+f');
  await expect(filter(window).getByRole('textbox', { name: 'Words' })).toBeFocused();

  // A tag takes in all tags below it.
  await choose(window, 'Tags', /^Measures/u);
  await expect(cards(window)).toHaveCount(2);
  await expect(filter(window)).toContainText('2 of 4 shown');
  await expect(told(window)).toHaveText('2 of 4 shown');
  await expect.poll(() => words(window, 'original')).not.toContain('President');
  await choose(window, 'By', /^A\. Miller/u);
  await expect(cards(window)).toHaveCount(1);
  await expect(cards(window)).toContainText('the quarantine');
  await expect(chips(window)).toHaveCount(2);

  // Whoever walks meets those that are shown, again and again.
  await pane(window, 'transcription').focus();
  for (let steps = 0; steps < 2; steps++) {
    await window.keyboard.press('Control+Alt+ArrowDown');
    await expect(told(window)).toHaveText('Quarantine: “the quarantine”, 1 of 1');
  }
  expect(await words(window, 'transcription')).toBe('the quarantine');
  expect(await words(window, 'original')).toBe('the quarantine');

  await chips(window).first().click();
  await expect(chips(window)).toHaveCount(1);
  await expect(cards(window)).toHaveCount(3);
  await filter(window).getByRole('button', { name: 'Show all' }).click();
  await expect(cards(window)).toHaveCount(4);
  await expect(chips(window)).toHaveCount(0);
  await find(window, 'original', 'The President intends');
  await expect.poll(() => words(window, 'original')).toContain('The President intends');
});

test('filter by side, by days, by words, and without a tag', async ({ launch }) => {
  const { window } = await launch();
  await annotated(window);
  await select(window, 'transcription', 'US expects');
  await window.keyboard.press('Control+h');
  await expect(cards(window)).toHaveCount(5);
  await filter(window).getByRole('button', { name: 'Filter', exact: true }).click();

  await choose(window, 'Side', /transcription/u);
  await expect(cards(window)).toHaveCount(1);
  await expect(cards(window)).toContainText('US expects');
  await choose(window, 'Side', /original/u);
  await expect(cards(window)).toHaveCount(4);
  await chips(window).click();

  const today = new Date().toISOString().slice(0, 10);
  await filter(window).getByRole('textbox', { name: 'Until' }).fill('1962-11-19');
  await expect(cards(window)).toHaveCount(0);
  await expect(chips(window)).toHaveText(/until 19 November 1962/u);
  await expect(filter(window)).toContainText('0 of 5 shown');
  await filter(window).getByRole('textbox', { name: 'Until' }).fill('');
  await filter(window).getByRole('textbox', { name: 'Since' }).fill(today);
  await expect(cards(window)).toHaveCount(5);
  await filter(window).getByRole('textbox', { name: 'Since' }).fill('');

  await filter(window).getByRole('textbox', { name: 'Words' }).fill('without pol');
  await expect(cards(window)).toHaveCount(1);
  await expect(cards(window)).toContainText('the quarantine');
  await filter(window).getByRole('textbox', { name: 'Words' }).fill('');
  await choose(window, 'Tags', /^Without a tag/u);
  await expect(cards(window)).toHaveCount(2);

  // Escape puts the fields away, and leaves the filter as it is.
  await filter(window).getByRole('textbox', { name: 'Words' }).press('Escape');
  await expect(filter(window).getByRole('textbox')).toHaveCount(0);
  await expect(filter(window).getByRole('button', { name: 'Filter', exact: true })).toBeFocused();
  await expect(cards(window)).toHaveCount(2);
});

test('what is about the whole cable comes first; what was rejected is left out, and said to be', async ({
  launch,
}) => {
  const { window } = await launch();
  await annotated(window);
  const { lastCableId: cableId } = await ask(window, 'library.state', {});
  const about = { cableId, ranges: [], tagIds: [], note: 'Of all of it.', version: 0 };
  const { id } = await ask(window, 'annotation.create', about);
  await expect(cards(window).first()).toContainText('On the whole cable');
  await ask(window, 'agreement.judge', { ids: [id], verdict: 'rejected' });
  await expect(cards(window)).toHaveCount(4);
  await expect(filter(window)).toContainText('4 of 5 shown · 1 rejected');
  await filter(window).getByRole('button', { name: 'Show', exact: true }).click();
  await expect(cards(window)).toHaveCount(5);
  await chips(window).click();
  await expect(cards(window)).toHaveCount(4);
});

test('what stands at the caret is listed, the shortest first, and reached by keys', async ({
  launch,
}) => {
  const { window } = await launch();
  await annotated(window);
  for (const more of ['Soviet', 'Soviet military', 'Soviet military units'])
    await annotate(window, more, []);
  await expect(cards(window)).toHaveCount(7);
  await caretBehind(window, 'transcription', 'organized Soviet mil');
  await expect(atCaret(window).getByRole('option')).toHaveText([
    /Soviet military$/u,
    /Soviet military units$/u,
    /organized Soviet military units$/u,
  ]);

  await pane(window, 'transcription').press('Control+ArrowLeft');
  await pane(window, 'transcription').press('ArrowLeft');
  await expect(atCaret(window).getByRole('option')).toHaveCount(4);
  await atCaret(window).focus();
  const chosen = cards(window).and(window.locator('[aria-current="true"]'));
  await window.keyboard.press('Home');
  for (const found of [/“Soviet”/u, /“Soviet military”/u]) {
    await expect(chosen.getByRole('button', { name: /^Go to/u })).toHaveAccessibleName(found);
    await window.keyboard.press('ArrowDown');
  }
  await window.keyboard.press('Enter');
  await expect(chosen.getByRole('button', { name: /“Soviet military units”/u })).toBeFocused();
});

test('the map in the margin shows all of the cable and leads there', async ({ launch }) => {
  const { window } = await launch();
  await annotated(window);
  const map = window.locator('.margin-map');
  await expect(map.locator('path').first()).toBeVisible();
  const box = await map.boundingBox();
  if (!box) throw new Error('The map is not to be seen.');
  const scroller = pane(window, 'transcription').locator('xpath=..');

  // A tick is where a click leads to its words, on both sides.
  await find(window, 'transcription', 'As you know President');
  const green = await map.locator('path.tag-green').boundingBox();
  if (!green) throw new Error('The quarantine is not on the map.');
  await window.mouse.move(green.x + 3, green.y + 1);
  await expect(map.locator('.margin-pointed')).toContainText('Quarantine the quarantine');
  await window.mouse.down();
  await window.mouse.up();
  for (const side of ['transcription', 'original'] as const)
    await expect(
      pane(window, side).locator('.highlight').filter({ hasText: 'the quarantine' }).first(),
    ).toBeInViewport();

  // A drag goes to the head of the text.
  await window.mouse.down();
  await window.mouse.move(box.x + 6, box.y + 1, { steps: 3 });
  await window.mouse.up();
  await expect.poll(() => scroller.evaluate(({ scrollTop }) => scrollTop)).toBe(0);
});

test('walking over a text by keys, readers by ear hear where annotations begin and end', async ({
  launch,
}) => {
  const { window } = await launch();
  await annotated(window);
  const { keyboard } = window;
  await caretBehind(window, 'transcription', 'reestablishment of');
  await keyboard.press('ArrowRight');
  await expect(told(window)).toHaveText('start of Quarantine');
  await keyboard.press('ArrowRight');
  await keyboard.press('Control+ArrowRight');
  await keyboard.press('Control+ArrowRight');
  await expect(told(window)).toHaveText('end of Quarantine');
  await keyboard.press('ArrowLeft');
  await expect(told(window)).toHaveText('back into Quarantine');

  // The mouse says nothing, and neither does typing.
  await caretBehind(window, 'transcription', 'The President');
  await window.mouse.move(0, 0);
  await caretBehind(window, 'transcription', '(g)');
  await expect(told(window)).toHaveText('back into Quarantine');
  await keyboard.press('ArrowRight');
  await expect(told(window)).toHaveText('start of Persons');
});

test('twenty annotations over one word are no obstacle', async ({ launch }) => {
  test.slow();
  const { window } = await launch();
  await annotated(window);
  const ids = await Promise.all(
    ['orange', 'sky', 'yellow', 'blue', 'vermilion', 'purple', 'grey'].map((colour) =>
      tag(window, `In ${colour}`, colour),
    ),
  );
  for (let number = 0; number < 20; number++)
    await annotate(window, 'cooperation', [ids[number % ids.length] ?? '']);
  await expect(filter(window)).toContainText('24 annotations');
  await caretBehind(window, 'transcription', 'cooper');
  await expect(atCaret(window).getByRole('option')).toHaveCount(20);
  await window.keyboard.press('Home');
  await window.keyboard.press('Control+Alt+f');
  await expect(filter(window).getByRole('textbox', { name: 'Words' })).toBeFocused();
  expect(await serious(window)).toEqual([]);
  await choose(window, 'Tags', /^Persons/u);
  await expect(chips(window)).toHaveCount(1);
  expect(await serious(window)).toEqual([]);
});
