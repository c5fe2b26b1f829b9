import { expect, it } from 'vitest';
import type { Annotation, Target } from '../../domain/annotation/annotation.ts';
import { signature, verdictWords } from './signature.ts';

const now = new Date(2026, 10, 22, 12);
const at = (...parts: [number, number, number, number?, number?]) =>
  new Date(...parts).toISOString();
const noon = at(2026, 10, 19, 12, 5);

/** An annotation with a target on each of these sides. */
function annotation(sides: readonly Target['side'][], more: Partial<Annotation> = {}): Annotation {
  return {
    ...{ id: '', cableId: '', tagIds: [], note: '', creator: 'kay', created: noon, verdict: null },
    modified: noon,
    targets: sides.map((side) => ({
      ...{ side, from: 0, to: 1, version: 0, lost: null },
      quote: { exact: 'x', prefix: '', suffix: '' },
    })),
    ...more,
  };
}

it.each([
  [annotation(['original']), 'kay · 19 Nov, 12:05 · on the original'],
  [annotation(['original', 'original']), 'kay · 19 Nov, 12:05 · on the original'],
  [annotation(['original', 'transcription']), 'kay · 19 Nov, 12:05 · on both sides'],
  [annotation([]), 'kay · 19 Nov, 12:05'],
  [annotation([], { modified: at(2026, 10, 19, 14, 30) }), 'kay · 19 Nov, 12:05 · changed 14:30'],
  [annotation([], { creator: '' }), '19 Nov, 12:05'],
  [
    annotation([], { created: at(2025, 2, 3), modified: noon }),
    'kay · 3 Mar 2025 · changed 19 Nov, 12:05',
  ],
])('%# is signed %s', (one, words) => {
  expect(signature(one, now)).toBe(words);
});

it.each([
  [null, null],
  [{ value: 'accepted', by: 'lee', time: noon }, 'Accepted by lee · 19 Nov, 12:05'],
  [{ value: 'rejected', by: 'lee', time: at(2024, 0, 2) }, 'Rejected by lee · 2 Jan 2024'],
  [{ value: 'merged', by: '', time: noon }, 'Merged into another annotation · 19 Nov, 12:05'],
] as const)('%o is told as %s', (verdict, words) => {
  expect(verdictWords(annotation([], { verdict }), now)).toBe(words);
});
