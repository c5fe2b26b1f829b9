import type { Locator, Page } from 'playwright/test';
import { expect, test } from './support/app.ts';
import { inTheme, serious } from './support/axe.ts';
import { ask, cableOnDesk } from './support/bridge.ts';
import { cards, find, openCable, pane } from './support/reader.ts';

/** How many annotations stand over one word. */
const MANY = 20;
const WORD = 'quarantine';

/** Annotates a word of the open transcription many times over, with tags in turn, as the window asks for it. */
async function annotateOver(window: Page, word: string, many: number): Promise<void> {
  const cableId = await cableOnDesk(window);
  const { text } = await ask(window, 'cable.read', { id: cableId });
  const from = text.indexOf(word);
  expect(from, `where “${word}” stands`).toBeGreaterThan(-1);
  const ranges = [{ side: 'transcription' as const, from, to: from + word.length }];
  const tags: string[] = [];
  for (let tag = 0; tag < 8; tag++)
    tags.push((await ask(window, 'tag.create', { name: `subject ${tag}` })).id);
  for (let each = 0; each < many; each++)
    await ask(window, 'annotation.create', {
      ...{ cableId, version: 0, note: `note ${each + 1}`, ranges },
      tagIds: tags.slice(each % 8, (each % 8) + 1),
    });
}

/** How the lines under a word lie, in pixels of the window, and how each of them looks. */
function linesUnder(text: Locator) {
  return text.locator('.highlight').evaluateAll((elements) =>
    elements.map((element) => {
      const { borderBottomStyle, borderBottomColor, borderBottomWidth } = getComputedStyle(element);
      const { bottom, left, right } = element.getBoundingClientRect();
      return {
        id: element.getAttribute('data-annotation'),
        bottom,
        width: right - left,
        height: parseFloat(borderBottomWidth),
        look: `${borderBottomStyle} ${borderBottomColor}`,
      };
    }),
  );
}

test('twenty annotations over one word are all to be seen, apart from each other', async ({
  launch,
}) => {
  const { window } = await launch();
  await openCable(window, /circular 938/i);
  await annotateOver(window, WORD, MANY);
  // The other side follows.
  await find(window, 'transcription', WORD);
  for (const theme of ['light', 'dark'] as const) {
    await inTheme(window, theme);
    for (const side of ['transcription', 'original'] as const) {
      const text = pane(window, side);
      await expect(text.locator('.highlight')).toHaveCount(MANY);
      const lines = await linesUnder(text);
      expect(new Set(lines.map(({ id }) => id)).size).toBe(MANY);
      expect(lines.every(({ width, height }) => width > 20 && height >= 1)).toBe(true);
      const down = lines.toSorted((a, b) => a.bottom - b.bottom);
      for (const [index, line] of down.slice(1).entries()) {
        // Each line lies below the last, with at least a pixel of paper between, and looks different.
        expect(line.bottom - line.height - (down[index]?.bottom ?? 0)).toBeGreaterThanOrEqual(0.9);
        expect(line.look).not.toBe(down[index]?.look);
      }
      // The next line of text is below all of them.
      const lowest = Math.max(...lines.map(({ bottom }) => bottom));
      expect(await nextLineTop(text)).toBeGreaterThan(lowest - 5);
    }
  }
  expect(await serious(window)).toEqual([]);
});

/** Where the line of text after the highlighted word begins, in pixels of the window. */
function nextLineTop(text: Locator): Promise<number> {
  return text.evaluate((element) => {
    const word = element.querySelector('.highlight');
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    if (!word?.lastChild) throw new Error('Nothing is highlighted.');
    walker.currentNode = word;
    let height = 0;
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const range = document.createRange();
      range.selectNodeContents(node);
      for (const { top, bottom } of range.getClientRects()) {
        if (word.contains(node)) height = bottom;
        else if (top > height - 5) return top;
      }
    }
    throw new Error('No text follows the highlighted word.');
  });
}

test('twenty annotations over one word are all listed, and reached by key and by clicks', async ({
  launch,
}) => {
  // Sixty steps, each looked at.
  test.slow();
  const { window } = await launch();
  await openCable(window, /circular 938/i);
  await annotateOver(window, WORD, MANY);
  await expect(cards(window).first()).toHaveAttribute('aria-setsize', String(MANY));

  const text = pane(window, 'transcription');
  const chosen = text.locator('.highlight.chosen');
  const chosenId = () => chosen.first().getAttribute('data-annotation');
  const current = cards(window).and(window.locator('[aria-current="true"]'));
  const walk = async (step: () => Promise<void>) => {
    const seen = new Set<string | null>();
    for (let steps = 0; steps < MANY; steps++) {
      const before = await chosen.evaluateAll((all) => all[0]?.getAttribute('data-annotation'));
      await step();
      await expect(chosen).toHaveCount(1);
      if (before) await expect(chosen).not.toHaveAttribute('data-annotation', before);
      await expect(current).toBeInViewport();
      seen.add(await chosenId());
    }
    return seen.size;
  };
  await text.focus();
  expect(await walk(() => window.keyboard.press('Control+Alt+ArrowDown'))).toBe(MANY);
  expect(await walk(() => window.keyboard.press('Control+Alt+ArrowUp'))).toBe(MANY);
  const { first } = await find(window, 'transcription', WORD);
  const place = [(first.left + first.right) / 2, (first.top + first.bottom) / 2] as const;
  expect(await walk(() => window.mouse.click(...place))).toBe(MANY);
});

test('the chosen one stands out at any depth, in all its parts; one of several tags shows them all', async ({
  launch,
}) => {
  const { window } = await launch();
  await openCable(window, /circular 938/i);
  await find(window, 'transcription', WORD);
  await annotateOver(window, WORD, MANY);
  const text = pane(window, 'transcription');
  await expect(text.locator('.highlight')).toHaveCount(MANY);
  const cableId = await cableOnDesk(window);
  const { text: all } = await ask(window, 'cable.read', { id: cableId });
  const tags = await ask(window, 'tag.list', {});
  const at = (words: string) => {
    const from = all.indexOf(words);
    return { side: 'transcription' as const, from, to: from + words.length };
  };
  await ask(window, 'annotation.create', {
    ...{ cableId, version: 0, note: 'in two parts' },
    ranges: [at('quarantine'), at('extension to POL')],
    tagIds: tags.slice(0, 3).map(({ tag }) => tag.id),
  });
  await expect(text.locator('.highlight')).toHaveCount(MANY + 2);
  await expect(text.locator('.also')).toHaveCount(4);
  const id = await text.locator('.also').first().getAttribute('data-annotation');
  const parts = text.locator(`.highlight[data-annotation="${id}"]`);
  await expect(parts).toHaveCount(2);
  const height = (one: Locator) =>
    one.evaluate((element) => parseFloat(getComputedStyle(element).borderBottomWidth));
  const calm = await Promise.all([height(parts.first()), height(parts.last())]);
  // On the second of its words it stands alone.
  await parts.last().click();
  for (const [index, part] of [parts.first(), parts.last()].entries()) {
    await expect(part).toHaveClass(/chosen/u);
    await expect(part).toHaveCSS('outline-style', 'solid');
    expect(await height(part)).toBeGreaterThan(calm[index] ?? 0);
  }
});
