import { type Candidate, STRONG } from './candidates.ts';

/** A mark of a note in the text, and the note it points to (index from 0), or null. */
export interface NoteMark {
  readonly from: number;
  readonly to: number;
  readonly value: number;
  readonly note: number | null;
  /** Whether place and order leave no other reading. */
  readonly certain: boolean;
}

/** What a note without a mark costs the reading, in the strengths of `Candidate`. */
const MISSING = 6;

/** With less than this a mark is only offered, though its neighbours leave no other. */
const FAIR = 2;

/** With less than this, place and note together, digits are no mark: the end of a year or of a day. */
const LEAST = 0.5;

/** Rows that begin elsewhere than with 0 or 1 need one mark of at least this strength. */
const TELLING = 4;

/** How many first numbers beside 0 and 1 are tried (an older volume counts on through a chapter). */
const OTHER_STARTS = 24;

interface Chain {
  readonly picks: readonly Pick[];
  readonly start: number;
  readonly score: number;
}

/** A candidate in a row, with its strength and what its note adds to it. */
interface Pick extends Candidate {
  readonly own: number;
}

/** One link of a chain under construction; `before` leads back to its beginning. */
interface Link {
  readonly candidate: Pick;
  readonly score: number;
  readonly before: Link | null;
}

/**
 * Pairs marks and notes by their order: the marks count up without a gap from some first number
 * (0, 1, or where an older volume has got to), the list counts from 1. Of all such rows of digits
 * the strongest is taken. `support` may add to a candidate's strength what the note itself says.
 * Linear in the candidates but for the logarithm of the number of notes.
 */
export function pairMarks(
  candidates: readonly Candidate[],
  count: number,
  support: (candidate: Candidate, note: number) => number,
): NoteMark[] {
  if (count === 0) return [];
  const chains = startsOf(candidates)
    .map((start) => chainFrom(candidates, start, count, support))
    .filter(({ start, picks }) => start < 2 || picks.some(({ own }) => own >= TELLING));
  const best = chains.reduce<Chain | null>(
    (a, b) => (a && a.score + bonus(a.start) >= b.score + bonus(b.start) ? a : b),
    null,
  );
  return best && best.picks.length > 0 ? judge(best, candidates, count) : [];
}

/** Rows usually begin with 1, seldom with 0, now and then elsewhere. */
function bonus(start: number): number {
  return start === 1 ? 3 : start === 0 ? 2 : 0;
}

function startsOf(candidates: readonly Candidate[]): number[] {
  const others = new Set<number>();
  for (const { value } of candidates) {
    if (others.size >= OTHER_STARTS) break;
    if (value > 1) others.add(value);
  }
  return [1, 0, ...others];
}

/** The place in the list that a mark of this value has in a row from `start`; 1 follows 99. */
function placeIn(start: number, value: number): number {
  return value >= start ? value - start : start > 1 ? value + 99 - start : -1;
}

/**
 * The strongest row of marks from `start`: the weighted longest rising row, each missing note
 * costing `MISSING`. The prefix maxima stand in a Fenwick tree over the places in the list.
 */
function chainFrom(
  candidates: readonly Candidate[],
  start: number,
  count: number,
  support: (candidate: Candidate, note: number) => number,
): Chain {
  const tree = new Array<Link | null>(count + 1).fill(null);
  let best: Link | null = null;
  for (const candidate of candidates) {
    const place = placeIn(start, candidate.value);
    if (place < 0 || place >= count) continue;
    const before = bestBefore(tree, place, candidate.from);
    const own = candidate.strength + support(candidate, place);
    if (own < LEAST) continue;
    const score = (before?.score ?? 0) + own + MISSING;
    const link: Link = { candidate: { ...candidate, own }, score, before };
    for (let at = place + 1; at <= count; at += at & -at)
      if ((tree[at]?.score ?? 0) < link.score) tree[at] = link;
    if (!best || link.score > best.score) best = link;
  }
  return { picks: picksOf(best), start, score: (best?.score ?? 0) - MISSING * count };
}

function bestBefore(tree: readonly (Link | null)[], place: number, position: number): Link | null {
  let best: Link | null = null;
  for (let at = place; at > 0; at -= at & -at) {
    const link = tree[at];
    if (link && link.candidate.to <= position && (!best || link.score > best.score)) best = link;
  }
  return best;
}

function picksOf(last: Link | null): Pick[] {
  const picks: Pick[] = [];
  for (let link = last; link; link = link.before) picks.push(link.candidate);
  return picks.toReversed();
}

/** A mark is certain if its place is good evidence, or if it is the only one its neighbours leave. */
function judge(chain: Chain, candidates: readonly Candidate[], count: number): NoteMark[] {
  const full = chain.picks.length === count;
  const rivals = rivalsOf(chain.picks, candidates);
  return chain.picks.map((pick, index) => {
    const rival = rivals[index] ?? 0;
    const strong = pick.own >= STRONG && pick.own > rival;
    const alone = full && pick.own >= FAIR && pick.own - rival >= 1;
    const note = placeIn(chain.start, pick.value);
    return { from: pick.from, to: pick.to, value: pick.value, note, certain: strong || alone };
  });
}

/** For each pick the strength of the best other candidate of its value between its neighbours. */
function rivalsOf(picks: readonly Pick[], candidates: readonly Candidate[]): number[] {
  const rivals = picks.map(() => 0);
  let at = 0;
  for (const candidate of candidates) {
    while (at < picks.length && (picks[at]?.to ?? 0) <= candidate.from) at++;
    for (const index of [at - 1, at]) {
      const pick = picks[index];
      if (!pick || pick.from === candidate.from || pick.value !== candidate.value) continue;
      rivals[index] = Math.max(rivals[index] ?? 0, candidate.strength);
    }
  }
  return rivals;
}
