import { describe, expect, it } from 'vitest';
import type { Side } from '../../domain/annotation/annotation.ts';
import { undecided } from '../../domain/change/decision.ts';
import type { Emendation } from '../../domain/emendation/emendation.ts';
import { explanationsAt } from './explain.ts';
import { type Manuscript, manuscriptOf } from './manuscript.ts';
import { manuscript } from './sample.ts';
import { emendationAt, originalMarking, proposalAt, transcriptionMarking } from './textMarks.ts';

/** An emendation of `[from, to)` of the cleaned text. */
function emendation(from: number, to: number, insert: string): Emendation {
  const time = '2026-11-21T14:20:00.000Z';
  const id = `00000000-0000-7000-8000-${String(from).padStart(12, '0')}`;
  const said = {
    rank: 0,
    reason: 'machine' as const,
    note: 'As in the reply.',
    witness: null,
    lost: null,
  };
  return { id, from, to, insert, author: 'A. Reader', time, ...said };
}

function emended(
  marked: string,
  emendations: Emendation[],
  proposed?: [number, number],
): Manuscript {
  const { cable } = manuscript(marked);
  const proposal = proposed && {
    ...{ from: proposed[0], to: proposed[1], insert: 'x', rule: 'offer', reason: null },
    certainty: 'likely' as const,
    status: 'proposed' as const,
  };
  const changes = proposal ? [...cable.changes, undecided(proposal)] : cable.changes;
  return manuscriptOf({ ...cable, changes, emendations });
}

const marksOf = (page: Manuscript, side: Side) => {
  const { transcription } = page;
  const marking = side === 'original' ? originalMarking(page) : transcriptionMarking(page, false);
  const text = side === 'original' ? transcription.original : transcription.text;
  const marks = marking.marks.map(({ from, to, className }) => [
    className,
    text.sliceString(from, to),
  ]);
  return { marks, signs: marking.signs.map(({ at }) => at) };
};

describe('emended words are marked', () => {
  const page = emended('in Havna ~stamp ~now, not then', [
    emendation(6, 6, 'a'),
    emendation(9, 12, 'soon'),
    emendation(13, 18, ''),
  ]);

  it('in the transcription, with a sign where words were taken away', () => {
    expect(page.transcription.text.toString()).toBe('in Havana soon,then');
    expect(marksOf(page, 'transcription')).toEqual({
      marks: [
        ['emended', 'a'],
        ['emended', 'soon'],
      ],
      signs: [15],
    });
  });

  it('in the original, with a sign where words were put in', () => {
    expect(marksOf(page, 'original')).toEqual({
      marks: [
        ['left', 'stamp '],
        ['emended', 'now'],
        ['emended', ' not '],
      ],
      signs: [6],
    });
  });
});

describe('the emendation at a place', () => {
  const page = emended('one two three', [emendation(4, 5, 'T'), emendation(6, 7, 'O')]);

  it.each([
    ['transcription', 4, 4],
    ['transcription', 5, 4],
    ['transcription', 7, 6],
    ['original', 6, 6],
    ['transcription', 1, null],
    ['original', 9, null],
  ] as const)('on the %s at %d begins at %o', (side, at, from) => {
    expect(emendationAt(page, side, at)?.from ?? null).toBe(from);
  });

  it('is none where words have been typed over it since', () => {
    const { transcription } = page;
    const text = transcription.text.replace(4, 5, transcription.text.slice(0, 3));
    const ahead = { ...page, transcription: { ...transcription, text } };
    expect(emendationAt(ahead, 'transcription', 4)).toBeUndefined();
  });

  it('is explained: who, when, why, and what the original has', () => {
    const [said] = explanationsAt(page, [], new Map(), 'transcription', 4);
    expect(said?.kind).toBe('emendation');
    expect(said?.head).toMatch(/^Emended by A\. Reader, 21 Nov 2026, \d\d:20$/u);
    expect(said?.text).toBe('· slip of the machine · the original has “two” · As in the reply.');
  });
});

describe('a proposal under an emendation is found by its words, whatever they read now', () => {
  it.each([
    ['all of them emended', emendation(4, 7, 'second'), 8, true],
    ['beside them', emendation(0, 3, 'first'), 8, true],
    ['beyond them', emendation(4, 7, 'second'), 12, false],
    ['taken away', emendation(3, 7, ''), 3, true],
  ])('%s', (_, one, at, found) => {
    const page = emended('one two three', [one], [4, 7]);
    expect(proposalAt(page, 'transcription', at) !== undefined).toBe(found);
    expect(proposalAt(page, 'original', 5)?.rule).toBe('offer');
  });
});
