import type { Range } from './range.ts';

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });

/** Abbreviations after which a telegram goes on: `U.S. public opinion`, `Mr. Bundy`. */
const goesOn = /(?:\b(?:[A-Z]|Mr|Mrs|Dr|No|St|Gen|Amb|Sec|Dept|para|res)\.)\s+$/u;

/**
 * The sentence at `offset` of a paragraph, both in UTF-16 code units, without the white space around
 * it. An empty range at `offset` where there are no words.
 */
export function sentenceAt(paragraph: string, offset: number): Range {
  let from = 0;
  for (const { segment, index } of segmenter.segment(paragraph)) {
    const to = index + segment.length;
    if (goesOn.test(segment)) continue;
    if (offset < to || to === paragraph.length) return trimmed(paragraph, from, to, offset);
    from = to;
  }
  return trimmed(paragraph, from, paragraph.length, offset);
}

function trimmed(paragraph: string, from: number, to: number, offset: number): Range {
  const words = paragraph.slice(from, to);
  const start = from + (words.length - words.trimStart().length);
  const end = start + words.trim().length;
  return start < end ? { from: start, to: end } : { from: offset, to: offset };
}
