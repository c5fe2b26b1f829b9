import fc from 'fast-check';
import { expect, it } from 'vitest';
import { accountFor } from './account.ts';
import type { Annotation, Side, Target } from './annotation.ts';

/** A target in notation: `t3` stands on the transcription in version 3, `t3!` has lost its words there. */
function target(written: string): Target {
  const [, side, version, lost] = /^([ot])(\d+)(!?)$/u.exec(written) ?? [];
  return {
    side: side === 'o' ? 'original' : 'transcription',
    from: 5,
    to: lost ? 5 : 8,
    version: Number(version),
    quote: { exact: 'now', prefix: '', suffix: '' },
    lost: lost ? 'Its words were deleted.' : null,
  };
}

function annotation(written: string): Annotation {
  const time = '1962-11-19T17:18:00.000Z';
  return {
    id: '019cb0a0-0000-7000-8000-000000000001',
    cableId: '019cb0a0-0000-7000-8000-000000000002',
    targets: written.split(' ').map(target),
    tagIds: [],
    note: '',
    creator: 'miller',
    created: time,
    modified: time,
    verdict: null,
  };
}

const shown: Record<Side, number> = { original: 0, transcription: 3 };

it.each([
  ['t3', 'placed'],
  ['o0', 'placed'],
  ['t3 t3!', 'placed'],
  ['t3!', 'unplaced'],
  ['t2!', 'unplaced'],
  ['o0! t3!', 'unplaced'],
  ['t2', 'behind'],
  ['t4', 'behind'],
  ['o1', 'behind'],
  ['t3 t2', 'behind'],
  ['t2 t3!', 'behind'],
] as const)('%s, where transcription 3 is shown, is %s', (written, kind) => {
  const one = annotation(written);
  expect(accountFor([one], shown)).toEqual({ placed: [], unplaced: [], behind: [], [kind]: [one] });
});

it('has each stored annotation once, in the order given', () => {
  const written = fc
    .array(fc.constantFrom('t3', 't2', 't3!', 't2!', 'o0', 'o0!', 'o9'), {
      minLength: 1,
      maxLength: 3,
    })
    .map((parts) => parts.join(' '));
  fc.assert(
    fc.property(fc.array(written), (all) => {
      const stored = all.map(annotation);
      const { placed, unplaced, behind } = accountFor(stored, shown);
      const places = [placed, unplaced, behind].map((some) =>
        some.map((one) => stored.indexOf(one)),
      );
      for (const some of places) expect(some).toEqual(some.toSorted((a, b) => a - b));
      expect(places.flat().toSorted((a, b) => a - b)).toEqual([...stored.keys()]);
    }),
  );
});
