import type { Range } from '../text/range.ts';
import { readMarkup } from './edits.ts';
import { type Element, isElement, treeOf } from './tree.ts';

/** The words of a stretch of XML, and where in the XML they stand. */
export interface Strand {
  readonly text: string;
  /** The stretch of the XML that a stretch of `text` was read from. */
  readonly place: (range: Range) => Range;
}

/** A run of signs that stands as it is, at `at` of the words. */
interface Run extends Range {
  readonly at: number;
}

/** The words of an element without the notes in it, in reading order. */
export function strandOf(xml: string, element: Element): Strand {
  const runs: Run[] = [];
  let text = '';
  let read = element.inner.from;
  const stand = (to: number) => {
    if (read < to) runs.push({ from: read, to, at: text.length });
    text += xml.slice(read, to);
  };
  for (const { from, to, insert } of readMarkup(xml, element).edits) {
    stand(from);
    if (insert !== '') runs.push({ from, to, at: text.length });
    text += insert;
    read = to;
  }
  stand(element.inner.to);
  return {
    text,
    place: ({ from, to }) => ({
      from: placeOf(runs, from, element.inner.from, 'start'),
      to: placeOf(runs, Math.max(from, to - 1), element.inner.to, 'end'),
    }),
  };
}

/** Where the sign at `position` of the words stands: its start, or its end. */
function placeOf(
  runs: readonly Run[],
  position: number,
  none: number,
  side: 'start' | 'end',
): number {
  const run = runs.findLast(({ at }) => at <= position);
  if (!run) return none;
  if (side === 'start') return Math.min(run.from + position - run.at, run.to);
  return Math.min(run.from + position - run.at + 1, run.to);
}

/**
 * The words of a stretch of XML that may begin or end anywhere, such as between the tags of a note. Of a
 * stretch that is one element those of the element, whatever it is.
 */
export function wordsOfMarkup(xml: string, { from, to }: Range): string {
  const root = treeOf(xml, from, to);
  const [only, ...others] = root.children;
  return strandOf(xml, only && others.length === 0 && isElement(only) ? only : root).text;
}
