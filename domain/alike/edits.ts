import { partsCharacter } from '../text/characters.ts';
import type { AlikeSearch } from './alike.ts';
import { foldedText } from './fold.ts';
import type { Range } from '../text/range.ts';

/** A replacement of `[from, to)` of a text (UTF-16 code units). */
export interface Edit extends Range {
  readonly insert: string;
}

/**
 * What has to be typed at a place so that it reads `replace`, and no more: letters that stay keep
 * their identity, and with it whatever is annotated on them. Where the place goes over the end of a
 * line and the words are as many as before, the lines stay as they are. Nothing where it reads so already.
 */
export function editsAt(text: string, { from, to }: Range, replace: string): Edit[] {
  const found = text.slice(from, to);
  const words = found.split(/(\s+)/u);
  const others = replace.split(/(\s+)/u);
  if (!found.includes('\n') || words.length !== others.length)
    return trimmed(text, { from, to, insert: replace });
  const edits: Edit[] = [];
  let at = from;
  for (const [index, word] of words.entries()) {
    const isBlank = index % 2 === 1;
    if (!isBlank)
      edits.push(...trimmed(text, { from: at, to: at + word.length, insert: others[index] ?? '' }));
    at += word.length;
  }
  return edits;
}

/** An edit without the characters at its beginning and its end that stay; none where all stay. */
function trimmed(text: string, { from, to, insert }: Edit): Edit[] {
  const found = text.slice(from, to);
  if (found === insert) return [];
  const longest = Math.min(found.length, insert.length);
  let head = 0;
  while (head < longest && found[head] === insert[head]) head++;
  while (head > 0 && !(isEdge(found, head) && isEdge(insert, head))) head--;
  let tail = 0;
  while (tail < longest - head && found.at(-1 - tail) === insert.at(-1 - tail)) tail++;
  const isEnd = (word: string) => isEdge(word, word.length - tail);
  while (tail > 0 && !(isEnd(found) && isEnd(insert))) tail--;
  return [{ from: from + head, to: to - tail, insert: insert.slice(head, insert.length - tail) }];
}

/** Whether a position stands between two characters, and parts no letter from its marks. */
function isEdge(text: string, at: number): boolean {
  return !partsCharacter(text, at) && !/^\p{M}/u.test(text.slice(at, at + 2));
}

/**
 * Whether a place of a search may read already what is to stand there, and is then none to be emended.
 * Where it may not, what is to stand there has no bearing on which places there are.
 */
export function mayReadSo({ find, replace, folded }: AlikeSearch): boolean {
  const plain = (words: string) => (folded ? foldedText(words).text : words).replace(/\s+/gu, ' ');
  return plain(find) === plain(replace);
}
