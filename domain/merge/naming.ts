import { foldedName } from '../tag/tag.ts';
import { compareWords } from './canonical.ts';
import type { Conflict } from './conflict.ts';
import { conflictOf, settledBy } from './settle.ts';
import type { Deed, NameId } from './state.ts';
import { thing } from './things.ts';
import { wordsOf, type Valued } from './words.ts';

/** Things of one kind that come out of merging, by their ids, what has touched them, and conflicts about them. */
export interface Things<T extends { readonly id: string }> {
  readonly values: Map<string, T>;
  readonly deeds: Map<string, readonly Deed[]>;
  readonly conflicts: Conflict[];
}

/** What has a name that tells it from others of its kind. */
type Namings = 'tag' | 'relationType' | 'search';

/** How long a name may be, in UTF-16 code units. */
const LONGEST = 80;

/**
 * Gives things of one name within a place different ones: the one with the smaller id keeps it, and the other
 * gets a number behind it, which is told as a conflict.
 */
export function distinctNames<K extends Namings>(
  things: Things<Valued[K]>,
  kind: K,
  placeOf: (value: Valued[K]) => string,
  nameId: NameId,
): void {
  const keyOf = (value: Valued[K], name = value.name) => `${placeOf(value)}\n${foldedName(name)}`;
  const all = [...things.values.values()].toSorted((a, b) => compareWords(a.id, b.id));
  const taken = new Set(all.map((value) => keyOf(value)));
  const owned = new Set<string>();
  for (const value of all) {
    if (!owned.has(keyOf(value))) {
      owned.add(keyOf(value));
      continue;
    }
    const name = freeName(value.name, (words) => taken.has(keyOf(value, words)));
    const renamed: Valued[K] = { ...value, name };
    taken.add(keyOf(renamed));
    owned.add(keyOf(renamed));
    settleByRule(things, kind, value, renamed, nameId);
  }
}

/** A name with the first number behind it that makes it another than all that are taken. */
export function freeName(name: string, isTaken: (name: string) => boolean): string {
  for (let number = 2; ; number += 1) {
    const behind = ` (${number})`;
    const numbered = `${cut(name, LONGEST - behind.length)}${behind}`;
    if (!isTaken(numbered)) return numbered;
  }
}

/** The beginning of some words, without half a character at its end. */
function cut(words: string, length: number): string {
  if (words.length <= length) return words;
  const code = words.charCodeAt(length - 1);
  const half = code >= 0xd800 && code < 0xdc00;
  return words.slice(0, half ? length - 1 : length).trimEnd();
}

/** Puts another value of a thing in place because both sides together cannot be; that is told as a conflict. */
export function settleByRule<K extends Namings>(
  things: Things<Valued[K]>,
  kind: K,
  was: Valued[K],
  is: Valued[K],
  nameId: NameId,
): void {
  const name = thing[kind](was.id);
  const deeds = things.deeds.get(name) ?? [];
  const conflict = conflictOf(
    {
      kind,
      thing: name,
      cableId: null,
      title: `${TITLES[kind]} “${was.name}”`,
      shown: { words: wordsOf(kind, is, was), value: is, deeds },
      hidden: { words: wordsOf(kind, was, is), value: was, deeds },
    },
    nameId,
  );
  things.values.set(is.id, is);
  things.deeds.set(name, settledBy(conflict.id, deeds));
  things.conflicts.push(conflict);
}

const TITLES: { readonly [K in Namings]: string } = {
  tag: 'tag',
  relationType: 'kind of link',
  search: 'search',
};
