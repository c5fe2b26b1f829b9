import type { Range } from '../text/range.ts';
import { sentencesOf } from '../text/sentence.ts';

/** Words with what holds their parts together, and every other sign for itself with the marks on it. */
const TOKEN =
  /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:[-'’ʼ.&/‐‑][\p{L}\p{N}][\p{L}\p{N}\p{M}]*)*|\S\p{M}*/gu;

/** The words and signs of a text in their order: everything but white space. */
export function tokensOf(text: string): Range[] {
  return Array.from(text.matchAll(TOKEN), ({ 0: token, index }) => ({
    from: index,
    to: index + token.length,
  }));
}

/**
 * The sentences of a text as stretches of its tokens, `[first, end)` by their numbers. A line ends a
 * sentence, as paragraphs of cables are single lines; every token is in one.
 */
export function sentencesIn(
  text: string,
  tokens: readonly Range[],
): { readonly first: number; readonly end: number }[] {
  const starts: number[] = [];
  let at = 0;
  for (const line of text.split('\n')) {
    for (const { from } of sentencesOf(line)) starts.push(at + from);
    at += line.length + 1;
  }
  const sentences: { first: number; end: number }[] = [];
  let next = 0;
  for (const [index, token] of tokens.entries()) {
    let begins = sentences.length === 0;
    for (; next < starts.length && (starts[next] ?? 0) < token.to; next += 1) begins = true;
    const last = sentences.at(-1);
    if (begins || !last) sentences.push({ first: index, end: index + 1 });
    else last.end = index + 1;
  }
  return sentences;
}
