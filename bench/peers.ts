import { createTextAnnotator, type TextAnnotationLike } from '@recogito/text-annotator';

/** What is shown: a text and the stretches of it that are annotated, in UTF-16 code units. */
interface Shown {
  readonly text: string;
  readonly stretches: readonly { readonly from: number; readonly to: number }[];
}

/** How long something took until it was painted, in milliseconds, and how many highlights are in sight then. */
export interface Painted {
  readonly time: number;
  readonly inSight: number;
}

/** The ways to show annotations of others, as the page beside the window has them. */
export interface Peers {
  /** The text with nothing over it. */
  plain(shown: Shown): Promise<Painted>;
  /** `@recogito/text-annotator` as it comes, given all annotations by its public call. */
  recogito(shown: Shown): Promise<Painted>;
  /** The browser's own custom highlights, one for each of eight colours, without anything else. */
  cssHighlights(shown: Shown): Promise<Painted>;
}

const COLOURS = 8;

/** A page with a text in one element, in a frame that scrolls, as each of the two panes of the window is. */
function freshPage(): HTMLElement {
  CSS.highlights.clear();
  const frame = document.createElement('div');
  frame.className = 'frame';
  const pre = document.createElement('pre');
  frame.append(pre);
  document.body.replaceChildren(frame);
  return pre;
}

/** Resolves once the frame after this one is on the screen, as nearly as a page can tell. */
function painted(): Promise<void> {
  return new Promise((done) => {
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.addEventListener('message', () => done());
      port1.start();
      port2.postMessage(null);
    });
  });
}

/** Resolves as soon as a count is not 0, looked at with every frame. */
async function counted(count: () => number): Promise<number> {
  for (;;) {
    const found = count();
    await painted();
    if (found > 0) return found;
  }
}

/** A range over the one node of text of an element. */
function rangeIn(pre: HTMLElement, from: number, to: number): Range {
  const range = document.createRange();
  const node = pre.firstChild ?? pre;
  range.setStart(node, from);
  range.setEnd(node, to);
  return range;
}

const peers: Peers = {
  async plain({ text }) {
    const pre = freshPage();
    await painted();
    const begin = performance.now();
    pre.textContent = text;
    await painted();
    return { time: performance.now() - begin, inSight: 0 };
  },

  async recogito({ text, stretches }) {
    const pre = freshPage();
    await painted();
    const begin = performance.now();
    pre.textContent = text;
    const annotator = createTextAnnotator(pre);
    const annotations = stretches.map(({ from, to }, index): TextAnnotationLike => {
      const id = `annotation-${index}`;
      const selector = {
        quote: text.slice(from, to),
        start: from,
        end: to,
        range: rangeIn(pre, from, to),
      };
      return { id, bodies: [], target: { annotation: id, selector: [selector] } };
    });
    annotator.setAnnotations(annotations);
    const inSight = await counted(() => document.querySelectorAll('.r6o-annotation').length);
    const time = performance.now() - begin;
    annotator.destroy();
    return { time, inSight };
  },

  async cssHighlights({ text, stretches }) {
    const pre = freshPage();
    await painted();
    const begin = performance.now();
    pre.textContent = text;
    const highlights = Array.from({ length: COLOURS }, () => new Highlight());
    for (const [index, { from, to }] of stretches.entries())
      highlights[index % COLOURS]?.add(rangeIn(pre, from, to));
    for (const [index, highlight] of highlights.entries())
      CSS.highlights.set(`colour-${index}`, highlight);
    await painted();
    const inSight = highlights.reduce((sum, { size }) => sum + size, 0);
    return { time: performance.now() - begin, inSight };
  },
};

Object.assign(globalThis, { peers });
