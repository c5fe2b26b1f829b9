import { anchors } from './anchors.ts';
import { shortestEdit } from './shortest-edit.ts';
import type { Stretch, Tokens } from './tokens.ts';

/** Up to this many tokens the shortest edit is looked for at once; in more, anchors come first. */
const SMALL = 400;

/** What one comparison may cost, in steps of its innermost loops: a fraction of a second. */
const BUDGET = 12_000_000;

/**
 * The tokens that both texts have in the same order: for each of `a` its partner in `b`, or -1. Runs
 * of three words that stand once in both texts are held for the same first, then words that do; what
 * lies between is compared by the shortest edit (patience, then Myers). When the effort is spent,
 * what is left has no partner.
 */
export function match(a: Tokens, b: Tokens): Int32Array {
  const partner = new Int32Array(a.ids.length).fill(-1);
  const effort = { left: BUDGET };
  const waiting: Stretch[] = [{ fromA: 0, toA: a.ids.length, fromB: 0, toB: b.ids.length }];
  for (let stretch = waiting.pop(); stretch; stretch = waiting.pop()) {
    const inner = withoutEnds(a, b, stretch, partner);
    const { fromA, toA, fromB, toB } = inner;
    if (fromA === toA || fromB === toB) continue;
    const size = toA - fromA + toB - fromB;
    const found = size <= SMALL || effort.left < size ? [] : between(a, b, inner);
    effort.left -= size;
    if (found.length === 0) {
      for (const [i, j] of shortestEdit(a.ids, b.ids, inner, effort)) partner[i] = j;
      continue;
    }
    let [lastA, lastB] = [fromA, fromB];
    for (const [i, j] of found) {
      partner[i] = j;
      waiting.push({ fromA: lastA, toA: i, fromB: lastB, toB: j });
      [lastA, lastB] = [i + 1, j + 1];
    }
    waiting.push({ fromA: lastA, toA, fromB: lastB, toB });
  }
  return partner;
}

/** The anchors of a stretch: runs of words where there are any, else words. */
function between(a: Tokens, b: Tokens, stretch: Stretch) {
  const runs = anchors(a.runs, b.runs, stretch).filter(([i, j]) => a.ids[i] === b.ids[j]);
  return runs.length > 0 ? runs : anchors(a.words, b.words, stretch);
}

/** Takes what both begin and end with for the same; what is left lies between. */
function withoutEnds(a: Tokens, b: Tokens, stretch: Stretch, partner: Int32Array): Stretch {
  let { fromA, toA, fromB, toB } = stretch;
  while (fromA < toA && fromB < toB && a.ids[fromA] === b.ids[fromB]) partner[fromA++] = fromB++;
  while (fromA < toA && fromB < toB && a.ids[toA - 1] === b.ids[toB - 1]) partner[--toA] = --toB;
  return { fromA, toA, fromB, toB };
}
