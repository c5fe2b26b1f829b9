import type { Range } from './range.ts';

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });

/** Abbreviations after which a telegram goes on: `U.S. public opinion`, `Mr. Bundy`. */
const goesOn = /(?:\b(?:[A-Z]|Mr|Mrs|Dr|No|St|Gen|Amb|Sec|Dept|para|res)\.)\s+$/u;

/** The sentences of a paragraph one after the other, each with the white space that follows it. */
export function* sentencesOf(paragraph: string): Generator<Range> {
  let from = 0;
  for (const { segment, index } of segmenter.segment(paragraph)) {
    if (goesOn.test(segment)) continue;
    const to = index + segment.length;
    yield { from, to };
    from = to;
  }
  if (from < paragraph.length) yield { from, to: paragraph.length };
}

/**
 * The sentence at `offset` of a paragraph, both in UTF-16 code units, without the white space around
 * it. An empty range at `offset` where there are no words.
 */
export function sentenceAt(paragraph: string, offset: number): Range {
  for (const { from, to } of sentencesOf(paragraph))
    if (offset < to || to === paragraph.length) return trimmed(paragraph, from, to, offset);
  return { from: offset, to: offset };
}

function trimmed(paragraph: string, from: number, to: number, offset: number): Range {
  const words = paragraph.slice(from, to);
  const start = from + (words.length - words.trimStart().length);
  const end = start + words.trim().length;
  return start < end ? { from: start, to: end } : { from: offset, to: offset };
}
