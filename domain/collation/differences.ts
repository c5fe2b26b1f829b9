import type { Stretch, Tokens } from './tokens.ts';

/** A stretch of both texts that is the same in them, or not. */
export interface Part extends Stretch {
  readonly same: boolean;
}

/**
 * The two texts as parts in reading order, same and differing ones by turns, without a gap, from the
 * partner each token of `a` has in `b` (-1 for none).
 */
export function partsOf(partner: Int32Array, b: Tokens): Part[] {
  const parts: Part[] = [];
  let [fromA, fromB, toA, toB] = [0, 0, 0, 0];
  const end = (same: boolean) => {
    if (fromA < toA || fromB < toB) parts.push({ same, fromA, toA, fromB, toB });
    [fromA, fromB] = [toA, toB];
  };
  while (toA < partner.length) {
    while (toA < partner.length && (partner[toA] ?? -1) < 0) toA++;
    toB = toA < partner.length ? (partner[toA] ?? 0) : b.ids.length;
    end(false);
    while (toA < partner.length && partner[toA] === toB) [toA, toB] = [toA + 1, toB + 1];
    end(true);
  }
  toB = b.ids.length;
  end(false);
  return parts;
}

/**
 * The same parts, where no difference begins or ends with what both texts have: that belongs to the
 * part beside it.
 */
export function withoutSameEdges(parts: readonly Part[], a: Tokens, b: Tokens): Part[] {
  const all: Part[] = [];
  const add = (part: Part) => {
    const last = all.at(-1);
    if (part.fromA === part.toA && part.fromB === part.toB) return;
    if (last?.same === part.same) all[all.length - 1] = { ...last, toA: part.toA, toB: part.toB };
    else all.push(part);
  };
  for (const part of parts) {
    let { fromA, toA, fromB, toB } = part;
    if (!part.same) {
      while (fromA < toA && fromB < toB && a.ids[fromA] === b.ids[fromB])
        [fromA, fromB] = [fromA + 1, fromB + 1];
      while (fromA < toA && fromB < toB && a.ids[toA - 1] === b.ids[toB - 1])
        [toA, toB] = [toA - 1, toB - 1];
    }
    add({ same: true, fromA: part.fromA, toA: fromA, fromB: part.fromB, toB: fromB });
    add({ same: part.same, fromA, toA, fromB, toB });
    add({ same: true, fromA: toA, toA: part.toA, fromB: toB, toB: part.toB });
  }
  return all;
}

/**
 * The same parts, where words that stand in one text only begin at a word if they can: `the [green ]house`
 * and not `the[ green] house`, which is the same difference.
 */
export function beginningAtWords(parts: readonly Part[], a: Tokens, b: Tokens): Part[] {
  const moved = [...parts];
  for (const [index, { same }] of parts.entries()) {
    const [last, part, next] = [moved[index - 1], moved[index], moved[index + 1]];
    if (same || !last || !part || !next) continue;
    const by = toTheWord(part, next, a, b);
    if (by === 0) continue;
    moved[index - 1] = { ...last, toA: last.toA + by, toB: last.toB + by };
    moved[index] = {
      same: false,
      fromA: part.fromA + by,
      toA: part.toA + by,
      fromB: part.fromB + by,
      toB: part.toB + by,
    };
    moved[index + 1] = { ...next, fromA: next.fromA + by, fromB: next.fromB + by };
  }
  return moved;
}

/** By how many tokens a part that stands in one text only can go on to begin at a word; else 0. */
function toTheWord(part: Part, next: Part, a: Tokens, b: Tokens): number {
  const inA = part.fromB === part.toB;
  if (!inA && part.fromA < part.toA) return 0;
  const { ids, words } = inA ? a : b;
  const [from, to] = inA ? [part.fromA, part.toA] : [part.fromB, part.toB];
  const room = Math.min(to - from, next.toA - next.fromA - 1);
  for (let by = 0; by <= room; by++) {
    if (by < to - from && (words[from + by] ?? -1) >= 0) return by;
    if (ids[from + by] !== ids[to + by]) return 0;
  }
  return 0;
}

/** A stray is at most this many words. */
const STRAY = 3;

/** … and has at most one word for so many of each difference beside it. */
const LOST_AMONG = 4;

/**
 * The parts without strays: white space and signs between two differing words, and a word or two that
 * long differences happen to share. They belong to the difference. The end of a line parts differences.
 */
export function withoutStrays(parts: readonly Part[], a: Tokens, b: Tokens): Part[] {
  const [wordsA, wordsB] = [countsOf(a), countsOf(b)];
  const wordsIn = ({ fromA, toA, fromB, toB }: Part) =>
    Math.max((wordsA[toA] ?? 0) - (wordsA[fromA] ?? 0), (wordsB[toB] ?? 0) - (wordsB[fromB] ?? 0));
  const isStray = (last: Part, part: Part, next: Part) => {
    if (!part.same || textOf(a, part.fromA, part.toA).includes('\n')) return false;
    const words = wordsIn(part);
    const beside = Math.min(wordsIn(last), wordsIn(next));
    return words <= STRAY && words * LOST_AMONG <= beside;
  };
  const kept: Part[] = [];
  for (const part of parts) {
    kept.push(part);
    for (let [last, stray, next] = kept.slice(-3); ; [last, stray, next] = kept.slice(-3)) {
      if (!last || !stray || !next || !isStray(last, stray, next)) break;
      kept.splice(-3, 3, {
        same: false,
        fromA: last.fromA,
        toA: next.toA,
        fromB: last.fromB,
        toB: next.toB,
      });
    }
  }
  return kept.length < parts.length ? withoutStrays(kept, a, b) : kept;
}

/** How many words stand before each token, and in all. */
function countsOf({ words }: Tokens): Int32Array {
  const counts = new Int32Array(words.length + 1);
  for (let at = 0; at < words.length; at++)
    counts[at + 1] = (counts[at] ?? 0) + ((words[at] ?? -1) < 0 ? 0 : 1);
  return counts;
}

function textOf({ text, starts }: Tokens, from: number, to: number): string {
  return text.slice(starts[from], starts[to]);
}
