import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ChangeStatus } from '../change/change.ts';
import type { StoredChange } from '../change/decision.ts';
import { carryEmendations } from '../emendation/carry.ts';
import { holds } from '../emendation/emendation.ts';
import { acceptedChangesOf, emendation, replacements } from '../testing/emendations.ts';
import { recleaning } from './recleaning.ts';
import { acceptedChanges, textOf, transcribe } from './transcription.ts';
import { turning } from './turning.ts';

/** A change of the original that a person has decided on. */
const change = (from: number, to: number, insert: string, status: ChangeStatus): StoredChange => ({
  from,
  to,
  insert,
  rule: 'test',
  certainty: 'likely',
  status,
  reason: null,
  decidedBy: null,
  decidedAt: null,
});

const original = textOf('US not SECRETI involved');
const banner = (status: ChangeStatus) => [change(7, 15, '', status)];

/** A text after a decision beneath emendations, and back again. */
function thereAndBack(emendations: ReturnType<typeof emendation>[]) {
  const [was, becomes] = [banner('proposed'), banner('accepted')];
  const there = decide(was, becomes, emendations);
  const back = decide(becomes, was, there.emendations);
  return [there.text, back.text];
}

function decide(
  was: StoredChange[],
  becomes: StoredChange[],
  emendations: ReturnType<typeof emendation>[],
) {
  const step = recleaning(original, was, becomes);
  const before = acceptedChanges(original, was).apply(original);
  const after = step.apply(before);
  const carried = carryEmendations(emendations, step, before, after, 'It left.');
  const turn = turning(
    original,
    { changes: was, emendations },
    { changes: becomes, emendations: carried },
  );
  const text = turn.apply(transcribe(original, was, emendations).text).toString();
  return { text, emendations: carried };
}

describe('a decision beneath emendations, made and taken back', () => {
  it.each([
    ['before', [emendation(0, 2, 'U.S.')], ['U.S. not involved', 'U.S. not SECRETI involved']],
    ['behind', [emendation(15, 23, 'there')], ['US not there', 'US not SECRETI there']],
    ['within, and lost', [emendation(13, 14, '')], ['US not involved', 'US not SECRET involved']],
    ['over it', [emendation(3, 23, 'never')], ['US never', 'US never']],
    ['over its end', [emendation(13, 18, 'X')], ['US not Xolved', 'US not SECRETI Xolved']],
    [
      'put in at its beginning',
      [emendation(7, 7, 'so ')],
      ['US not so involved', 'US not so SECRETI involved'],
    ],
  ])('%s', (_, emendations, expected) => {
    expect(thereAndBack(emendations)).toEqual(expected);
  });
});

const text = fc.string({ minLength: 1, maxLength: 30 });

it('leads from the text under any layers to that after a decision, and back', () => {
  const cases = text.chain((string) => {
    const changes = acceptedChangesOf(string.length);
    return fc.tuple(fc.constant(string), changes, changes).chain(([all, was, becomes]) => {
      const cleaned = transcribe(all, was).text;
      return fc.tuple(
        fc.constant({ all: textOf(all), was, becomes, cleaned }),
        replacements(cleaned.length),
      );
    });
  });
  fc.assert(
    fc.property(cases, ([{ all, was, becomes, cleaned }, edits]) => {
      const emendations = edits.map(({ from, to, insert }) => emendation(from, to, insert));
      const step = recleaning(all, was, becomes);
      const after = step.apply(cleaned);
      const carried = carryEmendations(emendations, step, cleaned, after, 'It left.');
      expect(carried).toHaveLength(emendations.length);
      const here = { changes: was, emendations };
      const there = { changes: becomes, emendations: carried };
      const from = transcribe(all, was, emendations).text;
      const to = transcribe(all, becomes, carried).text;
      const turn = turning(all, here, there);
      expect(turn.apply(from).toString()).toBe(to.toString());
      expect(turning(all, there, here).apply(to).toString()).toBe(from.toString());
      // What an editor wrote stays itself: nothing is put in that stands in an emendation that held all along.
      for (const one of carried.filter(holds)) expect(to.toString()).toContain(one.insert);
    }),
    { numRuns: 3000 },
  );
});
