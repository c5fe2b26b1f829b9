import { canonical, compareWords, isSame } from './canonical.ts';
import type { Conflict } from './conflict.ts';
import { lastTouched, latest, standing, union, unknownTo } from './deeds.ts';
import type { Deed, NameId, Touches } from './state.ts';

/** A thing as one side has it; null where it has been deleted, or never was. */
export interface Sided<T> {
  readonly value: T | null;
  readonly deeds: readonly Deed[];
}

/** How things of a kind are merged. */
export interface Kind<T> {
  /**
   * What a value says, without who said it and when: where both say the same there is no conflict. Null is
   * asked for as well.
   */
  readonly means: (value: T | null) => unknown;
  /** The higher is taken, whenever it was said: an edit before a deletion where nothing else is told. */
  readonly rank?: (value: T | null) => number;
  /** Which of two values of the same version is taken, ours and theirs: less than 0 for the first, 0 where it is all the same. */
  readonly prefer?: (a: T, b: T) => number;
  /** Whether two values are no conflict although they differ: nobody has said one of them. */
  readonly silent?: (a: T | null, b: T | null) => boolean;
}

/** What two sides of a thing come to. */
export interface Settled<T> extends Sided<T> {
  /** Whether two people have said different things; then the value of `from` is shown. */
  readonly conflict: boolean;
  readonly from: 'ours' | 'theirs';
}

/** Merges the two sides of a thing; which of them is called ours makes no difference to value and deeds. */
export function settle<T>(ours: Sided<T>, theirs: Sided<T>, kind: Kind<T>): Settled<T> {
  const deeds = union(ours.deeds, theirs.deeds);
  const stand = standing(ours.deeds, theirs.deeds);
  if (stand === 'ours') return { value: ours.value, deeds, conflict: false, from: 'ours' };
  if (stand === 'theirs') return { value: theirs.value, deeds, conflict: false, from: 'theirs' };
  const apart = stand === 'apart';
  if (!apart && isSame(ours.value, theirs.value))
    return { value: ours.value, deeds, conflict: false, from: 'ours' };
  const from = compareSides(ours, theirs, kind, apart) < 0 ? 'theirs' : 'ours';
  const { value } = from === 'ours' ? ours : theirs;
  return { value, deeds, conflict: apart && differ(ours.value, theirs.value, kind), from };
}

function differ<T>(a: T | null, b: T | null, { means, silent }: Kind<T>): boolean {
  return canonical(means(a)) !== canonical(means(b)) && !silent?.(a, b);
}

/** Less than 0 where the second is taken. */
function compareSides<T>(a: Sided<T>, b: Sided<T>, kind: Kind<T>, apart: boolean): number {
  const { rank = present, prefer } = kind;
  const byRank = rank(a.value) - rank(b.value);
  if (byRank !== 0) return byRank;
  if (apart) {
    const byTime = compareWords(lastTouched(a.deeds), lastTouched(b.deeds));
    if (byTime !== 0) return byTime;
  } else if (a.value !== null && b.value !== null) {
    const preferred = prefer?.(a.value, b.value) ?? 0;
    if (preferred !== 0) return -preferred;
  }
  return compareWords(canonical(a.value), canonical(b.value));
}

function present(value: unknown): number {
  return value === null ? 0 : 1;
}

/** One side of a conflict: what it is in words, as data, and who said it last. */
export interface Saying {
  readonly words: string;
  readonly value: unknown;
  readonly deeds: readonly Deed[];
  /** Who is told to have said it, where the value itself tells; else the author of the latest deed. */
  readonly author?: string | null;
}

/** A conflict that has come up, before its values have their order. */
export interface Clash {
  readonly kind: Conflict['kind'];
  readonly thing: string;
  /** The thing's name where it means the same in every library; `thing` where that does. */
  readonly everywhere?: string;
  readonly cableId: string | null;
  readonly title: string;
  readonly shown: Saying;
  readonly hidden: Saying;
}

/** A conflict of two sayings. The one that was said first stands first; which is shown changes nothing of its id. */
export function conflictOf(clash: Clash, nameId: NameId): Conflict {
  const { kind, thing, everywhere = thing, cableId, title, shown, hidden } = clash;
  const time = lastTouched([...shown.deeds, ...hidden.deeds]) || NEVER;
  const [a, b] = [sideOf(shown, time), sideOf(hidden, time)];
  // Of two said at one time that which was settled by rule comes after what it took the place of.
  const order = compareWords(a.time, b.time) || 1;
  const [first, second] = order <= 0 ? [a, b] : [b, a];
  return {
    id: nameId(['conflict', kind, everywhere, ...[a.value, b.value].toSorted()].join('\n')),
    ...{ kind, thing, cableId, title, first, second },
    shown: order <= 0 ? 'first' : 'second',
    decided: null,
  };
}

const NEVER = '1970-01-01T00:00:00.000Z';

function sideOf({ words, value, deeds, author }: Saying, time: string): Conflict['first'] {
  const last = latest(deeds);
  return {
    words,
    author: author ?? last?.author ?? '',
    time: last?.time ?? time,
    value: canonical(value),
  };
}

/** A thing that was settled by rule has been touched by the conflict: whoever knows of it need not settle it again. */
export function settledBy(id: string, deeds: readonly Deed[]): readonly Deed[] {
  return union(deeds, [{ id, author: '', time: lastTouched(deeds) || NEVER }]);
}

/** What one side does not know of what has touched things. */
export function news(known: Touches, all: Touches): Touches {
  const fresh = new Map<string, readonly Deed[]>();
  for (const [thing, deeds] of all) {
    const unknown = unknownTo(known.get(thing) ?? [], deeds);
    if (unknown.length > 0) fresh.set(thing, unknown);
  }
  return fresh;
}

/** The things of both sides with all that has touched them. */
export function allTouches(ours: Touches, theirs: Touches): Map<string, readonly Deed[]> {
  const all = new Map(ours);
  for (const [thing, deeds] of theirs) all.set(thing, union(all.get(thing) ?? [], deeds));
  return all;
}
