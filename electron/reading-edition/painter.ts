import type { Range } from '../../domain/text/range.ts';
import { escaped } from './html.ts';

/**
 * Something that holds of the characters of `[from, to)` of a text, as the tags around them. Of marks on
 * the same characters the one of the greatest `depth` stands outermost.
 */
export interface Mark extends Range {
  readonly open: string;
  readonly close: string;
  readonly depth: number;
}

/** HTML that stands at one place of a text without being part of it. */
export interface Sign {
  readonly at: number;
  readonly html: string;
}

/** Paints stretches of a text, which have to be asked for in reading order. */
export interface Painter {
  /** The characters of a stretch with their marks, and the signs among them; not those at its end. */
  readonly paint: (from: number, to: number) => string;
  /** The signs up to a position and at it that have not been painted. */
  readonly signs: (at: number) => string;
}

/** A mark over a stretch as an element with a class. */
export function classMark({ from, to }: Range, className: string): Mark {
  return { from, to, open: `<span class="${className}">`, close: '</span>', depth: 0 };
}

/** Paints a text with marks, which may overlap as they like. Its characters come out as they are, all of them. */
export function painter(text: string, marks: readonly Mark[], signs: readonly Sign[]): Painter {
  const coming = marks.filter(({ from, to }) => from < to).toSorted((a, b) => a.from - b.from);
  const standing = signs.toSorted((a, b) => a.at - b.at);
  let active: readonly Mark[] = [];
  let nextMark = 0;
  let nextSign = 0;

  /** The marks that hold at a position. */
  const marksAt = (at: number) => {
    const begun = active.filter(({ to }) => to > at);
    for (let mark = coming[nextMark]; mark && mark.from <= at; mark = coming[++nextMark])
      if (mark.to > at) begun.push(mark);
    active = begun.toSorted((a, b) => b.depth - a.depth);
    return active;
  };

  /** How far nothing changes from a position on. */
  const endFrom = (at: number, to: number) => {
    let end = Math.min(to, coming[nextMark]?.from ?? to, standing[nextSign]?.at ?? to);
    for (const mark of active) end = Math.min(end, mark.to);
    return Math.max(end, at + 1);
  };

  const signsUpTo = (at: number) => {
    let html = '';
    for (let sign = standing[nextSign]; sign && sign.at <= at; sign = standing[++nextSign])
      html += sign.html;
    return html;
  };

  return {
    paint(from, to) {
      let html = '';
      for (let at = from; at < to;) {
        html += signsUpTo(at);
        const here = marksAt(at);
        const end = endFrom(at, to);
        const words = escaped(text.slice(at, end));
        html += here.map(({ open }) => open).join('') + words;
        html += here
          .map(({ close }) => close)
          .toReversed()
          .join('');
        at = end;
      }
      return html;
    },
    signs: signsUpTo,
  };
}
