import type { Range } from '../text/range.ts';
import type { Tally } from './coefficients.ts';

/** A stretch of a text that one annotator has marked, and as what: the categories that it is put into. */
export interface Marking extends Range {
  readonly categories: readonly string[];
}

/** How many characters the first, the second and both annotators have marked. */
export interface Marked {
  readonly first: number;
  readonly second: number;
  readonly both: number;
}

/** A tally of characters, with how many of them are marked at all. */
export interface MarkedTally extends Tally {
  readonly marked: Marked;
}

/** The category of characters that nobody marked. No set of categories is written so. */
const UNMARKED = '';
/** Stands before the categories of a character that is marked, even where it has none of them. */
const MARKED = '+';

/** Stretches in reading order, those that touch or overlap made one; empty ones are left out. */
export function union(stretches: readonly Range[]): Range[] {
  const joined: { from: number; to: number }[] = [];
  for (const { from, to } of stretches.toSorted((a, b) => a.from - b.from)) {
    const last = joined.at(-1);
    if (from >= to) continue;
    if (last && from <= last.to) last.to = Math.max(last.to, to);
    else joined.push({ from, to });
  }
  return joined;
}

/** How many characters stretches have together; none of them may overlap. */
export function lengthOf(stretches: readonly Range[]): number {
  return stretches.reduce((sum, { from, to }) => sum + to - from, 0);
}

/** How many characters two lists of stretches share; each is in reading order and without overlaps. */
export function shared(first: readonly Range[], second: readonly Range[]): number {
  let [sum, at] = [0, 0];
  for (const { from, to } of first) {
    for (let other = second[at]; other && other.from < to; other = second[at]) {
      sum += Math.max(0, Math.min(to, other.to) - Math.max(from, other.from));
      if (other.to > to) break;
      at += 1;
    }
  }
  return sum;
}

/** How many characters of two lists of stretches are marked. */
export function markedBy(first: readonly Range[], second: readonly Range[]): Marked {
  const [a, b] = [union(first), union(second)];
  return { first: lengthOf(a), second: lengthOf(b), both: shared(a, b) };
}

/**
 * The tally of one question over a text of `length` characters (UTF-16 code units): whether a
 * character is marked. Every character is a unit that both have judged, since what an annotator does
 * not mark is judged not to be worth it.
 */
export function tallyOfMarked(length: number, marked: Marked): MarkedTally {
  return {
    units: length,
    agreed: length - marked.first - marked.second + 2 * marked.both,
    first: counted(length, marked.first),
    second: counted(length, marked.second),
    marked,
  };
}

function counted(length: number, marked: number): ReadonlyMap<string, number> {
  return new Map([
    [UNMARKED, length - marked],
    [MARKED, marked],
  ]);
}

/** Where a stretch of one of the annotators begins (1) or ends (-1). */
interface Edge {
  readonly at: number;
  readonly by: 1 | -1;
  readonly judge: 0 | 1;
  readonly categories: readonly string[];
}

/**
 * The tally of all categories at once over a text of `length` characters: each character is of the
 * whole set of categories it has been put into. The text is walked from edge to edge, so that this
 * costs by the number of stretches, not by the length.
 */
export function tallyOfSets(
  length: number,
  first: readonly Marking[],
  second: readonly Marking[],
): MarkedTally {
  const tally = new SetTally();
  const now = [new Standing(), new Standing()] as const;
  let at = 0;
  for (const edge of [...edgesOf(first, 0), ...edgesOf(second, 1)].toSorted(
    (a, b) => a.at - b.at,
  )) {
    tally.add(edge.at - at, now[0].key, now[1].key);
    at = edge.at;
    now[edge.judge].pass(edge);
  }
  tally.add(length - at, UNMARKED, UNMARKED);
  return tally.whole;
}

function edgesOf(markings: readonly Marking[], judge: 0 | 1): Edge[] {
  return markings.flatMap(({ from, to, categories }): Edge[] =>
    from < to
      ? [
          { at: from, by: 1, judge, categories },
          { at: to, by: -1, judge, categories },
        ]
      : [],
  );
}

/** What one annotator says of the characters at hand. */
class Standing {
  readonly #open = new Map<string, number>();
  #depth = 0;
  #key: string | null = UNMARKED;

  pass({ by, categories }: Edge): void {
    this.#depth += by;
    this.#key = null;
    for (const category of categories) {
      const open = (this.#open.get(category) ?? 0) + by;
      if (open === 0) this.#open.delete(category);
      else this.#open.set(category, open);
    }
  }

  /** The set of categories that hold here, as one word. */
  get key(): string {
    this.#key ??=
      this.#depth === 0 ? UNMARKED : [MARKED, ...[...this.#open.keys()].toSorted()].join(' ');
    return this.#key;
  }
}

/** Counts stretches of characters by what two annotators say of them. */
class SetTally {
  readonly #first = new Map<string, number>();
  readonly #second = new Map<string, number>();
  readonly #marked = { first: 0, second: 0, both: 0 };
  #units = 0;
  #agreed = 0;

  add(length: number, first: string, second: string): void {
    this.#units += length;
    if (first === second) this.#agreed += length;
    if (first !== UNMARKED) this.#marked.first += length;
    if (second !== UNMARKED) this.#marked.second += length;
    if (first !== UNMARKED && second !== UNMARKED) this.#marked.both += length;
    this.#first.set(first, (this.#first.get(first) ?? 0) + length);
    this.#second.set(second, (this.#second.get(second) ?? 0) + length);
  }

  get whole(): MarkedTally {
    return {
      units: this.#units,
      agreed: this.#agreed,
      first: this.#first,
      second: this.#second,
      marked: this.#marked,
    };
  }
}
