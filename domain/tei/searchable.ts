import type { OriginalFormat } from '../library/cable.ts';
import type { Range } from '../text/range.ts';
import { decoded, tokensOf } from './lexer.ts';
import { wordsOfMarkup } from './strand.ts';

/**
 * An original as it is searched: without its markup, every word in its place. Tags, comments and the
 * like are blanks, an entity the sign it stands for with blanks behind it, so that the length and
 * all positions stay.
 */
export function searchableOriginal(text: string, format: OriginalFormat): string {
  if (format === 'text') return text;
  let plain = '';
  for (const { kind, from, to } of tokensOf(text)) {
    const length = to - from;
    if (kind === 'text') plain += text.slice(from, to);
    else if (kind === 'cdata')
      plain += `${' '.repeat(9)}${text.slice(from + 9, to - 3)}${' '.repeat(3)}`;
    else plain += (kind === 'entity' ? decoded(text.slice(from, to)) : '').padEnd(length);
  }
  return plain;
}

/** An original as it is read: its text, and how that is written. */
interface Written {
  readonly text: string;
  readonly format: OriginalFormat;
}

/** The words of a stretch of an original as somebody reads them, without what only marks them up. */
export function wordsIn({ text, format }: Written, { from, to }: Range): string {
  return format === 'text' ? text.slice(from, to) : wordsOfMarkup(text, { from, to });
}
