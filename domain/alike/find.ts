import type { Range } from '../text/range.ts';
import type { AlikeSearch } from './alike.ts';
import { type FoldedText, foldedText } from './fold.ts';

/** A search made ready: all places in a text, in order, none overlapping another. */
export type Finder = (text: string) => Range[];

/** What is looked for, without what is to stand in its place. */
export type Sought = Omit<AlikeSearch, 'replace'>;

/**
 * One blank of a search stands for the end of a line as well, with the blanks around it, so that words
 * are found where the text wraps. An empty line is no such place: it parts two paragraphs.
 */
const BLANK = String.raw`(?: |(?<=\S)[\t ]*\n[\t ]*(?=[^\s\p{M}]))`;

/** What words are made of: letters, but no apostrophes that Unicode takes for some (U+02BC), and digits. */
const WORD = String.raw`[\p{Lu}\p{Ll}\p{Lt}\p{Lo}\p{N}]`;

/**
 * Makes a search ready. Positions are UTF-16 code units. A place never begins or ends within a
 * character, be it two code units or a letter with combining marks, so that a search that begins with
 * such a mark finds nothing. With `wholeWords` a letter or digit at an edge of the search must be at the
 * edge of a word of the text. Two blanks and more in the search are looked for as they are.
 */
export function finderOf({ find, folded, wholeWords }: Sought): Finder {
  const wanted = folded ? foldedText(find).text : find;
  const pattern = new RegExp(patternOf(wanted, wholeWords), 'gu');
  return (text) => {
    const searched: FoldedText = folded ? foldedText(text) : { text, at: null };
    return Array.from(searched.text.matchAll(pattern), ({ 0: found, index }) => ({
      from: placeIn(searched, index),
      to: placeIn(searched, index + found.length),
    }));
  };
}

function placeIn({ at }: FoldedText, position: number): number {
  return at?.[position] ?? position;
}

function patternOf(wanted: string, wholeWords: boolean): string {
  const words = wanted
    .replace(/[$()*+./?[\\\]^{|}]/gu, String.raw`\$&`)
    .replace(/(?<! ) (?![ \p{M}])/gu, BLANK);
  const edge = (at: string) => wholeWords && new RegExp(at, 'u').test(wanted);
  const before = edge(`^${WORD}`) ? String.raw`(?<!${WORD}\p{M}*)` : '';
  const after = edge(String.raw`${WORD}\p{M}*$`) ? `(?!${WORD})` : '';
  return String.raw`(?!\p{M})${before}${words}${after}(?!\p{M})`;
}
