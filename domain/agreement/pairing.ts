import type { Annotation } from '../annotation/annotation.ts';
import { isOnCable } from '../annotation/order.ts';
import type { Range } from '../text/range.ts';
import type { MapPiece } from '../transcription/transcription.ts';
import { lengthOf, shared } from './characters.ts';
import { mergersIn } from './merged.ts';
import { standingOf } from './standing.ts';

/**
 * How two annotations answer to each other: same words and same tags, same words with other tags, words
 * that overlap, or nothing of the other annotator answers to the one.
 */
export type Likeness = 'same' | 'other-tags' | 'overlap' | 'only';

/** An annotation of one annotator, and the one of the other that answers to it. */
export interface Pair {
  readonly first: Annotation | null;
  readonly second: Annotation | null;
  readonly likeness: Likeness;
  /** The share of the characters of either that both stand on (intersection over union), 0 to 1. */
  readonly overlap: number;
}

/** The annotations of a pair, the first annotator's before the second's. */
export function membersOf({ first, second }: Pair): Annotation[] {
  return [first, second].filter((each) => each !== null);
}

/** Whether somebody has said what is to become of every annotation of a pair. */
export function isDecided(pair: Pair): boolean {
  return membersOf(pair).every(({ verdict }) => verdict !== null);
}

/**
 * Which annotations of two annotators answer to each other, in reading order; each is in one pair.
 * `annotations` are those of a cable in reading order, of whomever; `map` are the pieces of its map.
 * What came of merging is nobody's and in no pair.
 *
 * Of all that overlap, the two that are most alike (by characters and by tags) are paired first, then
 * the next of those that are left. Where two are alike to the same degree, the one read first is.
 */
export function pairsOf(
  annotations: readonly Annotation[],
  creators: readonly [string, string],
  map: readonly MapPiece[],
): Pair[] {
  const mergers = new Set([...mergersIn(annotations).values()].map(({ id }) => id));
  const worksOf = (creator: string) =>
    annotations.flatMap((annotation, at): Work[] => {
      if (annotation.creator !== creator || mergers.has(annotation.id)) return [];
      const stretches = standingOf(annotation.targets, map);
      const tags = new Set(annotation.tagIds);
      return [{ annotation, at, stretches, length: lengthOf(stretches), tags }];
    });
  const [first, second] = [worksOf(creators[0]), worksOf(creators[1])];
  const taken = new Set<Work>();
  const paired: Candidate[] = [];
  for (const likeliest of candidates(first, second).toSorted(likelier)) {
    const { a, b } = likeliest;
    if (taken.has(a) || taken.has(b)) continue;
    taken.add(a).add(b);
    paired.push(likeliest);
  }
  const alone = (works: readonly Work[]) => works.filter((work) => !taken.has(work));
  return [
    ...paired.map(({ a, b, overlap }) => ({
      at: Math.min(a.at, b.at),
      pair: {
        first: a.annotation,
        second: b.annotation,
        likeness: likenessOf(a, b, overlap),
        overlap,
      },
    })),
    ...alone(first).map(({ annotation, at }) => ({
      at,
      pair: { first: annotation, second: null, likeness: 'only' as const, overlap: 0 },
    })),
    ...alone(second).map(({ annotation, at }) => ({
      at,
      pair: { first: null, second: annotation, likeness: 'only' as const, overlap: 0 },
    })),
  ]
    .toSorted((a, b) => a.at - b.at)
    .map(({ pair }) => pair);
}

/** An annotation with its place in reading order and where it stands. */
interface Work {
  readonly annotation: Annotation;
  readonly at: number;
  readonly stretches: readonly Range[];
  /** How many characters these are. */
  readonly length: number;
  readonly tags: ReadonlySet<string>;
}

interface Candidate {
  readonly a: Work;
  readonly b: Work;
  readonly overlap: number;
  /** How alike they are, by characters and by tags, 0 to 2. */
  readonly alike: number;
}

function likelier(one: Candidate, other: Candidate): number {
  return (
    other.alike - one.alike ||
    other.overlap - one.overlap ||
    one.a.at - other.a.at ||
    one.b.at - other.b.at
  );
}

function likenessOf(a: Work, b: Work, overlap: number): Likeness {
  if (overlap < 1) return 'overlap';
  return tagLikeness(a, b) === 1 ? 'same' : 'other-tags';
}

function candidates(first: readonly Work[], second: readonly Work[]): Candidate[] {
  const about = (works: readonly Work[]) => works.filter(({ annotation }) => isOnCable(annotation));
  const others = about(second);
  const onCable = about(first).flatMap((a) => others.map((b) => candidate(a, b, 1)));
  return [...onCable, ...meetings(first, second).map(([a, b]) => candidate(a, b, overlapOf(a, b)))];
}

function candidate(a: Work, b: Work, overlap: number): Candidate {
  return { a, b, overlap, alike: overlap + tagLikeness(a, b) };
}

/** Intersection over union of the characters. */
function overlapOf(a: Work, b: Work): number {
  const both = shared(a.stretches, b.stretches);
  return both / (a.length + b.length - both);
}

/** Intersection over union of the tags; 1 where neither has any. */
function tagLikeness({ tags: a }: Work, { tags: b }: Work): number {
  let both = 0;
  for (const id of a) if (b.has(id)) both += 1;
  const all = a.size + b.size - both;
  return all === 0 ? 1 : both / all;
}

/** All that share a character, each two once. The stretches are walked in order, so that none is held against all. */
function meetings(first: readonly Work[], second: readonly Work[]): [Work, Work][] {
  const begins = [
    ...first.flatMap((work) =>
      work.stretches.map(({ from, to }) => ({ work, from, to, mine: true })),
    ),
    ...second.flatMap((work) =>
      work.stretches.map(({ from, to }) => ({ work, from, to, mine: false })),
    ),
  ].toSorted((a, b) => a.from - b.from);
  const found = new Map<Work, Set<Work>>();
  let [openA, openB]: [typeof begins, typeof begins] = [[], []];
  for (const begin of begins) {
    openA = openA.filter(({ to }) => to > begin.from);
    openB = openB.filter(({ to }) => to > begin.from);
    for (const { work } of begin.mine ? openB : openA) {
      const [a, b] = begin.mine ? [begin.work, work] : [work, begin.work];
      found.set(a, (found.get(a) ?? new Set()).add(b));
    }
    (begin.mine ? openA : openB).push(begin);
  }
  return [...found].flatMap(([a, all]) => [...all].map((b): [Work, Work] => [a, b]));
}
