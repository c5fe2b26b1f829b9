/** What a reader does at the desk, in the words of the desk. Specs are written with these. */
import { expect, type Locator, type Page } from 'playwright/test';

export type Side = 'original' | 'transcription';

/** One of the two texts. */
export function pane(window: Page, side: Side): Locator {
  const name = side === 'original' ? 'Original, read only' : 'Transcription';
  return window.getByRole('textbox', { name, exact: true });
}

/** The library's list. */
export function list(window: Page): Locator {
  return window.getByRole('listbox', { name: 'Cables' });
}

/** Opens a cable from the library's list by words of its line, and waits until its title stands over the workbench. */
export async function openCable(window: Page, words: RegExp): Promise<void> {
  await list(window).getByRole('option', { name: words }).click();
  await expect(
    window.getByRole('main', { name: 'Workbench' }).getByRole('heading', { level: 1 }),
  ).toHaveText(words);
}

/** A rectangle on the screen, in pixels of the window. */
interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Where words stand in a text now: the boxes of their first and last letters; null where they are not drawn. */
function boxesOf(text: Locator, words: string): Promise<{ first: Box; last: Box } | null> {
  return text.evaluate((element, wanted) => {
    const places: { node: Text; offset: number }[] = [];
    let line = '';
    for (const block of element.querySelectorAll('.cm-line')) {
      const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        // Signs (note marks, page breaks) are not part of the text.
        if (!(node instanceof Text) || node.parentElement?.closest('[contenteditable="false"]'))
          continue;
        for (let offset = 0; offset < node.length; offset++) places.push({ node, offset });
        line += node.data;
      }
      line += '\n';
      places.push({ node: new Text(), offset: 0 });
    }
    const at = line.indexOf(wanted);
    if (at === -1) return null;
    const box = (index: number) => {
      const place = places[index];
      if (!place) return null;
      const range = document.createRange();
      range.setStart(place.node, place.offset);
      range.setEnd(place.node, place.offset + 1);
      const { left, right, top, bottom } = range.getBoundingClientRect();
      return { left, right, top, bottom };
    };
    const first = box(at);
    const last = box(at + wanted.length - 1);
    return first && last && { first, last };
  }, words);
}

/** Turns the wheel over a text and waits until it has moved, if it can, and come to rest. */
async function wheel(window: Page, text: Locator, by: number): Promise<void> {
  const rest = await text.evaluateHandle((element, amount) => {
    const scroller = element.parentElement ?? element;
    const frame = () => new Promise((done) => requestAnimationFrame(done));
    const start = scroller.scrollTop;
    const end = scroller.scrollHeight - scroller.clientHeight;
    const canMove = amount < 0 ? start > 0 : start < end - 1;
    const settle = async () => {
      if (canMove)
        do await frame();
        while (scroller.scrollTop === start);
      for (let still = 0, last = -1; still < 4; still++) {
        await frame();
        if (scroller.scrollTop !== last) still = 0;
        last = scroller.scrollTop;
      }
    };
    return { settled: settle() };
  }, by);
  await window.mouse.wheel(0, by);
  await rest.evaluate(({ settled }) => settled);
  await rest.dispose();
}

/**
 * Scrolls a text by the wheel, as a hand does, until words can be seen with some room below; gives
 * the boxes of their first and last letters.
 */
export async function find(window: Page, side: Side, words: string) {
  const text = pane(window, side);
  const frame = await text.locator('xpath=..').boundingBox();
  if (!frame) throw new Error(`The ${side} is not to be seen.`);
  await window.mouse.move(frame.x + frame.width - 20, frame.y + 5);
  await wheel(window, text, -100_000);
  for (let turns = 0; turns < 100; turns++) {
    const boxes = await boxesOf(text, words);
    if (boxes && boxes.last.bottom < frame.y + frame.height - 60) return boxes;
    await wheel(window, text, 180);
  }
  throw new Error(`"${words}" does not stand in the ${side}.`);
}

/** Selects words with the mouse, from before their first letter to after their last. */
export async function select(window: Page, side: Side, words: string): Promise<void> {
  const { first, last } = await find(window, side, words);
  await window.mouse.move(first.left + 1, (first.top + first.bottom) / 2);
  await window.mouse.down();
  await window.mouse.move(last.right - 1, (last.top + last.bottom) / 2, { steps: 4 });
  await window.mouse.up();
  await expect(window.getByRole('toolbar', { name: 'With the selection' })).toBeVisible();
}

/** Sets the caret behind words with the mouse. */
export async function caretBehind(window: Page, side: Side, words: string): Promise<void> {
  const { last } = await find(window, side, words);
  await window.mouse.click(last.right - 1, (last.top + last.bottom) / 2);
  await expect(pane(window, side)).toBeFocused();
}

/** Waits until what was typed is in the library. */
export async function saved(window: Page): Promise<void> {
  // The status line says that something waits as soon as the last letter is on the screen.
  await window.evaluate(
    () => new Promise((done) => requestAnimationFrame(() => setTimeout(() => setTimeout(done)))),
  );
  await expect(window.getByRole('contentinfo').getByText(/^Saved /u)).toBeVisible();
}

/** Rests the pointer on words. */
export async function hover(window: Page, side: Side, words: string): Promise<void> {
  const { first } = await find(window, side, words);
  await window.mouse.move(first.left + 4, (first.top + first.bottom) / 2);
}

/** The words that are highlighted on a side, in reading order; a highlight that is cut into pieces counts once a piece. */
export function highlighted(window: Page, side: Side): Promise<string[]> {
  return pane(window, side).locator('.highlight').allTextContents();
}

/** The cards of the inspector's annotations. */
export function cards(window: Page): Locator {
  return window.getByRole('list', { name: 'Annotations of this cable' }).locator('> li');
}
