import type { Change } from '../change/change.ts';
import { type ChangeKey, keyOf, type StoredChange } from '../change/decision.ts';
import type { Range } from '../text/range.ts';
import type { Transcription } from '../transcription/transcription.ts';
import { folded, shortened, visible, wordAfter, wordBefore } from './words.ts';

/** Words of one witness: what is in question, and the rest of the words it stands in. */
export interface Reading {
  readonly before: string;
  readonly own: string;
  readonly after: string;
}

/**
 * One entry of the apparatus: `lemma ] reading O`. The lemma is what the transcription has, or would
 * have if the change were accepted; the reading is what the original has at `range`.
 */
export interface ApparatusEntry {
  readonly lemma: Reading;
  readonly reading: Reading;
  readonly range: Range;
  /** Where the lemma's own words begin in the transcription. */
  readonly place: number;
  readonly rule: string;
  readonly certainty: Change['certainty'];
  readonly status: Change['status'];
  /** What the rule said of this place, where its own explanation does not say enough. */
  readonly reason: string | null;
  /** What the entry is made of, in reading order. All of them have been decided on together, or none. */
  readonly changes: Block;
}

/** All that has been done to an original, or is proposed, in reading order. */
export function apparatus(
  transcription: Transcription,
  changes: readonly StoredChange[],
): ApparatusEntry[] {
  const original = transcription.original.toString();
  const text = transcription.text.toString();
  return blocks(original, changes).map((block) => entryOf(transcription, original, text, block));
}

/** The change with this key and all that make one entry with it; null where there is none. */
export function blockOf(
  original: string,
  changes: readonly StoredChange[],
  key: ChangeKey,
): Block | null {
  const wanted = keyOf(key);
  const found = blocks(original, changes).find((block) =>
    block.some((change) => keyOf(change) === wanted),
  );
  return found ?? null;
}

/** How many entries each rule has, in the order in which the rules first come up. */
export function countsByRule(entries: readonly ApparatusEntry[]): [rule: string, count: number][] {
  const counts = new Map<string, number>();
  for (const { rule } of entries) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  return [...counts];
}

/** One or more changes that make one entry. */
export type Block = readonly [StoredChange, ...StoredChange[]];

/**
 * Changes of one kind with only white space between them are one block, as the lines of one stamp
 * are. A proposal stands alone, since it is decided on alone.
 */
function blocks(original: string, changes: readonly StoredChange[]): Block[] {
  const all: [StoredChange, ...StoredChange[]][] = [];
  for (const change of changes.toSorted((a, b) => a.from - b.from || a.to - b.to)) {
    const block = all.at(-1);
    const last = block?.at(-1);
    if (block && last && sameKind(last, change) && isBlank(original.slice(last.to, change.from)))
      block.push(change);
    else all.push([change]);
  }
  return all;
}

function sameKind(a: StoredChange, b: StoredChange): boolean {
  return (
    a.rule === b.rule &&
    a.status === b.status &&
    a.status !== 'proposed' &&
    a.decidedBy === b.decidedBy &&
    a.decidedAt === b.decidedAt &&
    a.certainty === b.certainty &&
    a.reason === b.reason &&
    a.to <= b.from
  );
}

function entryOf(
  { map }: Transcription,
  original: string,
  text: string,
  block: Block,
): ApparatusEntry {
  const [{ rule, certainty, status, reason, from }] = block;
  const to = block.at(-1)?.to ?? from;
  const here = original.slice(from, to);
  const there = emended(original, block);
  const place = map.mapPos(from, -1);
  const around = surroundings(text, place, map.mapPos(to, 1), here, there);
  const before = folded(around.before);
  const after = folded(around.after);
  return {
    lemma: { before, own: shortened(folded(there)), after },
    reading: { before, own: isBlank(here) ? visible(here) : shortened(folded(here)), after },
    range: { from, to },
    place,
    rule,
    certainty,
    status,
    reason,
    changes: block,
  };
}

/** What a block puts in the place of its stretch of the original. */
function emended(original: string, block: Block): string {
  const [{ from }] = block;
  let at = from;
  let text = '';
  for (const change of block) {
    text += original.slice(at, change.from) + change.insert;
    at = change.to;
  }
  return text;
}

/**
 * The words the change stands in: what touches it on either side; where nothing does and no word
 * stands on both sides of the bracket, the words before and after.
 */
function surroundings(text: string, from: number, to: number, here: string, there: string) {
  const touching = { before: wordBefore(text, from), after: wordAfter(text, to) };
  const enough = touching.before !== '' || touching.after !== '';
  if (enough || (!isBlank(here) && !isBlank(there))) return touching;
  return { before: wordBefore(text, from, 'apart'), after: wordAfter(text, to, 'apart') };
}

function isBlank(text: string): boolean {
  return text.trim() === '';
}
