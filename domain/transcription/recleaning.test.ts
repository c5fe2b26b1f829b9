import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Change, ChangeStatus } from '../change/change.ts';
import { recleaning } from './recleaning.ts';
import { textOf, transcribe } from './transcription.ts';

const change = (from: number, to: number, insert: string, status: ChangeStatus): Change => ({
  from,
  to,
  insert,
  rule: 'test',
  certainty: 'likely',
  status,
  reason: null,
});

const original = textOf('US not [Page 864] involved');
const marker = (status: ChangeStatus) => change(7, 18, '', status);

describe('deciding on a change', () => {
  it.each([
    ['accepting it', 'proposed', 'accepted', 'US not involved'],
    ['taking it back', 'accepted', 'proposed', 'US not [Page 864] involved'],
    ['rejecting it', 'accepted', 'rejected', 'US not [Page 864] involved'],
    ['leaving it', 'accepted', 'accepted', 'US not involved'],
  ] as const)('%s', (_, before, after, text) => {
    const was = transcribe(original, [marker(before)]).text;
    const step = recleaning(original, [marker(before)], [marker(after)]);
    expect(step.apply(was).toString()).toBe(text);
    expect(step.empty).toBe(was.toString() === text);
  });
});

it('leaves alone what both cleanings agree on, whichever rule says it', () => {
  const one = { ...marker('accepted'), rule: 'one' };
  const other = { ...marker('accepted'), rule: 'other' };
  expect(recleaning(original, [one], [other]).empty).toBe(true);
});

/** Two random lists of changes over one text; in each the accepted ones do not overlap. */
const cleanings = fc.string({ minLength: 1, maxLength: 40 }).chain((text) => {
  const list = fc
    .array(fc.tuple(fc.nat(text.length), fc.nat(text.length), fc.string({ maxLength: 4 })), {
      maxLength: 6,
    })
    .map((all) => {
      let reached = 0;
      return all
        .map(([a, b, insert]) => change(Math.min(a, b), Math.max(a, b), insert, 'accepted'))
        .toSorted((a, b) => a.from - b.from || a.to - b.to)
        .filter(({ from, to }) => {
          const apart = from >= reached && (to > from || from > reached);
          if (apart) reached = to;
          return apart;
        });
    });
  return fc.tuple(fc.constant(text), list, list);
});

it('leads from any cleaning of a text to any other', () => {
  fc.assert(
    fc.property(cleanings, ([string, before, after]) => {
      const text = textOf(string);
      const step = recleaning(text, before, after);
      const was = transcribe(text, before).text;
      expect(step.apply(was).toString()).toBe(transcribe(text, after).text.toString());
    }),
    { numRuns: 2000 },
  );
});
