import type { Page } from 'playwright/test';
import { expect, test } from './support/app.ts';
import { serious } from './support/axe.ts';
import { annotationsOnDesk, ask } from './support/bridge.ts';
import { cards, caretBehind, highlighted, openCable, pane, select } from './support/reader.ts';

/** Makes tags with keys of their own, and gives their names by their ids. */
async function withTags(window: Page, tags: Readonly<Record<string, string | null>>) {
  const names = new Map<string, string>();
  for (const [name, key] of Object.entries(tags)) {
    const { id } = await ask(window, 'tag.create', { name });
    if (key !== null) await ask(window, 'tag.update', { id, key });
    names.set(id, name);
  }
  return names;
}

/** Waits until the cable has so many annotations. */
async function counted(window: Page, count: number) {
  if (count === 0) await expect(cards(window)).toHaveCount(0);
  else await expect(cards(window).first()).toHaveAttribute('aria-setsize', String(count));
}

const selected = (window: Page) => window.evaluate(() => String(getSelection()));
const chosen = (window: Page) => cards(window).and(window.locator('[aria-current="true"]'));
const bar = (window: Page) => window.getByRole('toolbar', { name: 'With the selection' });
const markedBar = (window: Page) => window.getByRole('toolbar', { name: 'With those marked' });

test('fifty passages are tagged by the keyboard alone: by letters, by the last tag, by its own key', async ({
  launch,
}) => {
  test.slow();
  const { window } = await launch();
  const { keyboard } = window;
  await openCable(window, /circular 938/i);
  const names = await withTags(window, { persons: 'p', places: null, commitments: null });
  await keyboard.press('F8');
  await keyboard.press('Control+Home');

  let presses = 0;
  const press = async (...keys: string[]) => {
    for (const key of keys) await keyboard.press(key);
    presses += keys.length;
  };
  const ways = [
    () => press('Alt+p'),
    () => press('Control+e'),
    async () => {
      await press('Control+t', 'p', 'l', 'Enter');
      // The picker stays for a further tag, until Enter is pressed on nothing.
      await expect(window.getByLabel('Tag', { exact: true })).toHaveValue('');
      await press('Enter');
      await expect(pane(window, 'transcription')).toBeFocused();
    },
    () => press('Control+e'),
  ];
  for (let made = 0; made < 50; made++) {
    for (let words = 0; words < 4; words++) await keyboard.press('Control+ArrowRight');
    await press('Control+Alt+w');
    // Every fifth is two words.
    if (made % 5 === 0) await press('Control+Alt+w');
    await expect(bar(window)).toBeVisible();
    await ways[made % ways.length]?.();
    await counted(window, made + 1);
  }
  // Of all fifty, moving there left aside, each has cost less than four presses.
  expect(presses / 50).toBeLessThan(4);

  const all = await annotationsOnDesk(window);
  expect(all).toHaveLength(50);
  const tags = all.map(({ tagIds }) => tagIds.map((id) => names.get(id)).join());
  expect(tags.filter((name) => name === 'persons')).toHaveLength(26);
  expect(tags.filter((name) => name === 'places')).toHaveLength(24);
  const quotes = all.map(({ targets }) => targets.map(({ quote }) => quote.exact).join());
  expect(quotes.filter((words) => words.split(/\s+/u).length === 2)).toHaveLength(10);
  expect(quotes.filter((words) => !/^[\p{L}\p{N}].*[\p{L}\p{N}.]$|^\w$/su.test(words))).toEqual([]);
});

test('words, sentences and paragraphs are selected by key, on either side, and more by pressing again', async ({
  launch,
}) => {
  const { window } = await launch();
  const { keyboard } = window;
  await openCable(window, /Secretary of State Rusk/iu);
  await caretBehind(window, 'transcription', 'unequiv');
  await keyboard.press('Control+Alt+w');
  await expect.poll(() => selected(window)).toBe('unequivocal');
  await keyboard.press('Control+Alt+w');
  await expect.poll(() => selected(window)).toBe('unequivocal assurances');
  await keyboard.press('Control+Alt+s');
  await expect
    .poll(() => selected(window))
    .toMatch(/^Secy repeated .* acting cautiously in this area\.$/u);
  await keyboard.press('Control+Alt+p');
  await expect.poll(() => selected(window)).toMatch(/^Secy met Sept 25 .* in press statement\.$/u);

  await caretBehind(window, 'original', 'unequiv');
  await keyboard.press('Control+Alt+w');
  await expect.poll(() => selected(window)).toBe('unequivocal');
  await expect(bar(window)).toBeVisible();
  await keyboard.press('Control+Alt+s');
  await expect
    .poll(() => selected(window))
    .toMatch(/^\[Page 325\] Secy repeated .* cautiously in this area\.$/u);
});

test('the words of an annotation are changed by keys: longer, shorter, a second passage, a part taken out', async ({
  launch,
}) => {
  const { window } = await launch();
  const { keyboard } = window;
  await openCable(window, /circular 938/i);
  const now = () => highlighted(window, 'transcription').then((all) => all.join(' | '));
  await select(window, 'transcription', 'Soviet military');
  await keyboard.press('Control+h');
  await expect.poll(now).toBe('Soviet military');

  await pane(window, 'transcription').focus();
  for (const [key, words] of [
    ['Control+Alt+ArrowRight', 'Soviet military units'],
    ['Control+Alt+Shift+ArrowLeft', 'organized Soviet military units'],
    ['Control+Alt+Shift+ArrowRight', 'Soviet military units'],
    ['Control+Alt+ArrowLeft', 'Soviet military'],
    ['Control+Alt+ArrowLeft', 'Soviet'],
    // One word stays.
    ['Control+Alt+ArrowLeft', 'Soviet'],
    ['Control+Alt+Shift+ArrowRight', 'Soviet'],
  ] as const) {
    await keyboard.press(key);
    await expect.poll(now).toBe(words);
  }
  // Pressed faster than they are carried out, all of them count.
  for (let times = 0; times < 4; times++) await keyboard.press('Control+Alt+ArrowRight');
  await expect.poll(now).toBe('Soviet military units in Cuba');

  await select(window, 'transcription', 'the quarantine');
  await keyboard.press('Control+Shift+e');
  await expect(chosen(window)).toContainText('2 passages');
  await expect.poll(now).toMatch(/the quarantine/u);
  await select(window, 'transcription', 'military units');
  await bar(window).getByRole('button', { name: 'Take the selection out' }).click();
  await expect(chosen(window)).toContainText('3 passages');
  await expect.poll(now).toMatch(/Soviet \| in Cuba/u);

  await pane(window, 'transcription').focus();
  await keyboard.press('Control+z');
  await expect(chosen(window)).toContainText('2 passages');
  await keyboard.press('Control+z');
  await expect.poll(now).toBe('Soviet military units in Cuba');
});

test('many are acted on at once: tagged, untagged, deleted, each with one undo', async ({
  launch,
}) => {
  test.slow();
  const { window } = await launch();
  const { keyboard } = window;
  await openCable(window, /circular 938/i);
  await withTags(window, { persons: 'p', places: null });
  await keyboard.press('F8');
  await keyboard.press('Control+Home');
  for (let made = 0; made < 12; made++) {
    for (let words = 0; words < 3; words++) await keyboard.press('Control+ArrowRight');
    await keyboard.press('Control+Alt+w');
    await expect(bar(window)).toBeVisible();
    await keyboard.press('Control+h');
    await counted(window, made + 1);
  }
  // The list draws only the cards in sight.
  const uses = async (name: string) => {
    const tags = await ask(window, 'tag.list', {});
    return tags.find(({ tag }) => tag.name === name)?.uses;
  };

  await keyboard.press('Control+Alt+a');
  await expect(markedBar(window)).toContainText('12 marked');
  await keyboard.press('Control+t');
  await keyboard.type('pla');
  await keyboard.press('Enter');
  await expect.poll(() => uses('places')).toBe(12);
  await keyboard.press('Enter');
  await expect(window.getByRole('dialog')).toBeHidden();
  await pane(window, 'transcription').focus();
  await keyboard.press('Alt+p');
  await expect.poll(() => uses('persons')).toBe(12);
  await expect(cards(window).last()).toContainText('persons');
  await keyboard.press('Control+z');
  await expect.poll(() => uses('persons')).toBe(0);
  await keyboard.press('Control+z');
  await expect.poll(() => uses('places')).toBe(0);
  await keyboard.press('Control+Shift+z');
  await expect.poll(() => uses('places')).toBe(12);
  expect(await serious(window)).toEqual([]);

  await keyboard.press('Escape');
  await expect(markedBar(window)).toBeHidden();
  const boxes = window.getByRole('checkbox', { name: /^Mark “/u });
  await boxes.nth(1).check({ force: true });
  await boxes.nth(4).click({ modifiers: ['Shift'], force: true });
  await expect(markedBar(window)).toContainText('4 marked');
  await markedBar(window).getByRole('button', { name: 'Take off…' }).click();
  await window.getByRole('menuitem', { name: /places/u }).click();
  await expect.poll(() => uses('places')).toBe(8);
  await markedBar(window).getByRole('button', { name: 'Delete' }).click();
  await counted(window, 8);
  await expect(markedBar(window)).toBeHidden();
  await keyboard.press('Control+z');
  await counted(window, 12);
  await keyboard.press('Control+Alt+a');
  await expect(markedBar(window)).toBeVisible();
  expect(await serious(window)).toEqual([]);
  // The keys of a text field are not those of a box.
  await boxes.first().focus();
  await keyboard.press('Alt+p');
  await expect.poll(() => uses('persons')).toBe(12);
  await keyboard.press('Escape');
  await expect(markedBar(window)).toBeHidden();
  await expect(window.getByRole('list', { name: /^Annotations/u }).locator('..')).toBeFocused();
});

test('a cable is annotated as a whole; its note stands first', async ({ launch }) => {
  const { window } = await launch();
  const { keyboard } = window;
  await openCable(window, /circular 938/i);
  await select(window, 'transcription', 'the quarantine');
  await keyboard.press('Control+h');
  await counted(window, 1);
  await keyboard.press('Control+Alt+m');
  await keyboard.type('A circular of the *same* night.');
  await keyboard.press('Escape');
  await counted(window, 2);
  await expect(cards(window).first()).toContainText('On the whole cable');
  await expect(cards(window).first().locator('em', { hasText: 'same' })).toBeVisible();
});

test('what is typed before the field is there goes into the field, not into the transcription', async ({
  launch,
}) => {
  const { window } = await launch();
  const { keyboard } = window;
  await openCable(window, /circular 938/i);
  await caretBehind(window, 'transcription', 'expects');
  const text = await pane(window, 'transcription').textContent();

  /** Presses a key of a command and types on before the window has had time for anything. */
  const rush = (command: Readonly<Record<string, unknown>>, words: string) =>
    window.evaluate(
      ([first, rest]) => {
        const press = (init: KeyboardEventInit) => {
          const event = new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...init });
          const meant = document.activeElement?.dispatchEvent(event);
          if (meant && init.key?.length === 1 && !init.ctrlKey)
            document.execCommand('insertText', false, init.key);
        };
        press(first);
        for (const key of rest) press({ key });
      },
      [command, words] as const,
    );
  await rush({ key: 'm', ctrlKey: true, altKey: true }, 'Seen by');
  const note = window.getByRole('textbox', { name: 'Note' });
  await expect(note).toBeFocused();
  await keyboard.type(' Rusk.');
  await expect(note).toHaveValue('Seen by Rusk.');
  await keyboard.press('Escape');
  await expect(cards(window).first()).toContainText('Seen by Rusk.');

  await pane(window, 'transcription').focus();
  await keyboard.press('Control+Alt+w');
  await expect(bar(window)).toBeVisible();
  await rush({ key: 't', ctrlKey: true }, 'verb');
  await expect(window.getByLabel('Tag', { exact: true })).toHaveValue('verb');
  await keyboard.press('Enter');
  await keyboard.press('Enter');
  await expect(pane(window, 'transcription')).toBeFocused();
  await counted(window, 2);
  await expect(chosen(window)).toContainText('verb');
  expect(await pane(window, 'transcription').textContent()).toBe(text);
});
