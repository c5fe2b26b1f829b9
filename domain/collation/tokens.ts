/**
 * A text as collation reads it: words, stretches of white space, and signs one by one. `starts` are
 * the positions (UTF-16 code units) at which they begin, and the length of the text after the last.
 * Equal `ids` are equal characters. `words` are the ids of words, -1 for what is none. `runs` stand for a
 * word with the two that follow it, whatever is between them: equal runs have equal numbers (and very
 * seldom unlike ones have); they are -1 where fewer words follow.
 */
export interface Tokens {
  readonly text: string;
  readonly starts: Int32Array;
  readonly ids: Int32Array;
  readonly words: Int32Array;
  readonly runs: Int32Array;
}

/** Two stretches of tokens that are compared: `[fromA, toA)` of the one text, `[fromB, toB)` of the other. */
export interface Stretch {
  readonly fromA: number;
  readonly toA: number;
  readonly fromB: number;
  readonly toB: number;
}

/**
 * Letters and digits with what binds them (`Khrushchev’s`, `anti-Castro`, `737.00`), a stretch of
 * white space, or one sign.
 */
const TOKEN =
  /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:(?:['’ʼ\u2010\u2011-]|(?<=\p{N})[.,:/](?=\p{N}))[\p{L}\p{N}][\p{L}\p{M}\p{N}]*)*|\s+|./gsu;

const WORD = /^[\p{L}\p{N}]/u;

/** Two texts as tokens that can be compared by their numbers. */
export function tokensOf(a: string, b: string): readonly [Tokens, Tokens] {
  const ids = new Map<string, number>();
  const isWord: boolean[] = [];
  const idOf = (token: string): number => {
    const known = ids.get(token);
    if (known !== undefined) return known;
    isWord.push(WORD.test(token));
    ids.set(token, ids.size);
    return ids.size - 1;
  };
  return [read(a, idOf, isWord), read(b, idOf, isWord)];
}

function read(text: string, idOf: (token: string) => number, isWord: readonly boolean[]): Tokens {
  const found = text.match(TOKEN) ?? [];
  const starts = new Int32Array(found.length + 1);
  const ids = new Int32Array(found.length);
  const words = new Int32Array(found.length).fill(-1);
  const runs = new Int32Array(found.length).fill(-1);
  let at = 0;
  let beforeLast = -1;
  let last = -1;
  for (let index = 0; index < found.length; index++) {
    const token = found[index] ?? '';
    starts[index] = at;
    at += token.length;
    const id = idOf(token);
    ids[index] = id;
    if (isWord[id] !== true) continue;
    words[index] = id;
    if (beforeLast >= 0) runs[beforeLast] = runOf(ids[beforeLast], ids[last], id);
    beforeLast = last;
    last = index;
  }
  starts[found.length] = at;
  return { text, starts, ids, words, runs };
}

/** One number for three words in their order; seldom the same for other words. */
function runOf(first = 0, second = 0, third = 0): number {
  const mixed = Math.imul(Math.imul(first, 0x9e3779b1) ^ second, 0x85ebca6b) ^ third;
  return Math.imul(mixed ^ (mixed >>> 15), 0xc2b2ae35) >>> 1;
}
