import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Annotation, Target, Verdict } from '../annotation/annotation.ts';
import { pieces, transcribe, type MapPiece } from '../transcription/transcription.ts';
import { isDecided, pairsOf } from './pairing.ts';

const TEXT = 'The US is not {[Page 864] }involved in such raids. {SECRET}';
/** The map of TEXT to what it reads without the braces. */
const MAP: readonly MapPiece[] = pieces(
  transcribe(
    TEXT,
    [...TEXT.matchAll(/\{[^}]*\}/gu)].map(({ index, 0: found }) => ({
      from: index,
      to: index + found.length,
      insert: '',
      rule: 'braces',
      certainty: 'certain' as const,
      status: 'accepted' as const,
      reason: null,
    })),
  ),
);

const TIME = '2026-01-01T00:00:00.000Z';

function target(from: number, to: number, side: Target['side'] = 'transcription'): Target {
  const lost = from === to ? 'gone' : null;
  return { side, from, to, version: 0, quote: { exact: 'x', prefix: '', suffix: '' }, lost };
}

/** An annotation from notation: `kay 0-4+6-8 place person`; `o3-8` stands on the original. */
function annotation(notation: string, more: Partial<Annotation> = {}): Annotation {
  const [creator = '', places = '', ...tagIds] = notation.split(' ');
  const targets = places.split('+').flatMap((place) => {
    const [, original, from, to] = /^(o?)(\d+)-(\d+)$/u.exec(place) ?? [];
    return from === undefined
      ? []
      : [target(Number(from), Number(to), original ? 'original' : 'transcription')];
  });
  return {
    id: notation,
    cableId: 'cable',
    targets,
    tagIds,
    note: '',
    creator,
    created: TIME,
    modified: TIME,
    verdict: null,
    ...more,
  };
}

function paired(annotations: readonly (string | Annotation)[]): string[] {
  const all = annotations.map((each) => (typeof each === 'string' ? annotation(each) : each));
  return pairsOf(all, ['kay', 'lee'], MAP).map(
    ({ first, second, likeness, overlap }) =>
      `${first?.id ?? '–'} | ${second?.id ?? '–'} | ${likeness} ${Math.round(overlap * 100)}`,
  );
}

describe('annotations answer to each other', () => {
  test.each([
    [
      'same words, same tags',
      ['kay 0-4 a b', 'lee 0-4 b a'],
      ['kay 0-4 a b | lee 0-4 b a | same 100'],
    ],
    ['same words, no tags', ['kay 0-4', 'lee 0-4'], ['kay 0-4 | lee 0-4 | same 100']],
    [
      'same words, other tags',
      ['kay 0-4 a', 'lee 0-4 b'],
      ['kay 0-4 a | lee 0-4 b | other-tags 100'],
    ],
    ['overlapping words', ['kay 0-4 a', 'lee 2-6 a'], ['kay 0-4 a | lee 2-6 a | overlap 33']],
    [
      'words that only touch',
      ['kay 0-4', 'lee 4-8'],
      ['kay 0-4 | – | only 0', '– | lee 4-8 | only 0'],
    ],
    [
      'the same tag before the same words',
      ['kay 0-9 a', 'lee 0-9 b', 'lee 0-8 a'],
      ['kay 0-9 a | lee 0-8 a | overlap 89', '– | lee 0-9 b | only 0'],
    ],
    [
      'the one read first, where two are as alike',
      ['kay 0-4 a', 'kay 4-8 a', 'lee 2-6 a'],
      ['kay 0-4 a | lee 2-6 a | overlap 33', 'kay 4-8 a | – | only 0'],
    ],
    [
      'passages in pieces, however they are cut',
      ['kay 0-4+6-8', 'lee 0-2+2-4+6-8'],
      ['kay 0-4+6-8 | lee 0-2+2-4+6-8 | same 100'],
    ],
    [
      'words marked in the original and in the transcription',
      ['kay o10-35 a', 'lee 10-22 a'],
      ['kay o10-35 a | lee 10-22 a | same 100'],
    ],
    [
      'words that have left the reading text',
      ['kay o52-58 a', 'lee o52-58 a'],
      ['kay o52-58 a | lee o52-58 a | same 100'],
    ],
    ['the whole cable', ['kay - a', 'lee - a'], ['kay - a | lee - a | same 100']],
    [
      'the whole cable only with the whole cable',
      ['kay - a', 'lee 0-46 a'],
      ['kay - a | – | only 0', '– | lee 0-46 a | only 0'],
    ],
    [
      'what is lost to nothing',
      ['kay 3-3', 'lee 3-3'],
      ['kay 3-3 | – | only 0', '– | lee 3-3 | only 0'],
    ],
    ['nobody else', ['kay 0-4', 'zoe 0-4'], ['kay 0-4 | – | only 0']],
  ])('%s', (_, annotations, pairs) => {
    expect(paired(annotations)).toEqual(pairs);
  });

  test('what came of merging is in no pair; what was merged stays in its own', () => {
    const by = 'kay';
    const verdict: Verdict = { value: 'merged', by, time: '2026-02-02T00:00:00.000Z' };
    const merged = ['kay 0-4 a', 'lee 2-6 a'].map((each) => annotation(each, { verdict }));
    const merger = annotation('kay 0-6 a', { created: verdict.time });
    const own = annotation('kay 8-9 a');
    expect(paired([...merged, merger, own])).toEqual([
      'kay 0-4 a | lee 2-6 a | overlap 33',
      'kay 8-9 a | – | only 0',
    ]);
  });

  test('a pair is decided once each of it is', () => {
    const verdict: Verdict = { value: 'rejected', by: 'kay', time: TIME };
    const [open, done] = [annotation('kay 0-4'), annotation('lee 0-4', { verdict })];
    const of = (all: Annotation[]) => pairsOf(all, ['kay', 'lee'], MAP).map(isDecided);
    expect(of([open, done])).toEqual([false]);
    expect(of([{ ...open, verdict }, done])).toEqual([true]);
    expect(of([done])).toEqual([true]);
  });
});

const works = fc.array(
  fc.record({
    creator: fc.constantFrom('kay', 'lee'),
    from: fc.nat(30),
    size: fc.integer({ min: 1, max: 9 }),
    tag: fc.constantFrom('a', 'b', ''),
  }),
  { maxLength: 25 },
);

test('each annotation is in one pair, and none that overlap are left apart', () => {
  fc.assert(
    fc.property(works, (given) => {
      const annotations = given.map(({ creator, from, size, tag }, index) =>
        annotation(`${creator} ${from}-${from + size} ${tag}`.trim(), { id: String(index) }),
      );
      const pairs = pairsOf(annotations, ['kay', 'lee'], MAP);
      const members = pairs.flatMap(({ first, second }) =>
        [first, second].flatMap((one) => one ?? []),
      );
      expect(members.map(({ id }) => Number(id)).toSorted((a, b) => a - b)).toEqual(
        annotations.map((_, index) => index),
      );
      const alone = pairs.filter(({ likeness }) => likeness === 'only');
      const span = (one: Annotation | null) => one?.targets[0] ?? target(0, 0);
      for (const { first } of alone)
        for (const { second } of alone) {
          const [a, b] = [span(first), span(second)];
          expect(Math.min(a.to, b.to)).toBeLessThanOrEqual(Math.max(a.from, b.from));
        }
      for (const { first, second, overlap } of pairs)
        if (first && second) expect(overlap).toBeGreaterThan(0);
    }),
  );
});
