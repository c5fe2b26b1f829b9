import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { MapPiece } from '../transcription/transcription.ts';
import { type EdgeMove, united, withEdge, without } from './reach.ts';
import type { Passage } from './draft.ts';

/** A map in which 10 characters of the original, from 20 on, have left the transcription. */
const map: MapPiece[] = [
  { fromOriginal: 0, toOriginal: 20, fromTranscription: 0, toTranscription: 20, kept: true },
  { fromOriginal: 20, toOriginal: 30, fromTranscription: 20, toTranscription: 20, kept: false },
  { fromOriginal: 30, toOriginal: 90, fromTranscription: 20, toTranscription: 80, kept: true },
];

const left = (from: number, to: number): Passage => ({ side: 'original', from, to });
const right = (from: number, to: number): Passage => ({ side: 'transcription', from, to });

describe('the passages of an annotation', () => {
  it.each<[what: string, given: Passage[], held: Passage[]]>([
    ['stand apart', [left(0, 3), left(5, 6)], [left(0, 3), left(5, 6)]],
    ['that touch are one', [left(3, 5), left(0, 3)], [left(0, 5)]],
    ['that overlap are one', [right(0, 4), right(3, 5)], [right(0, 5)]],
    ['within others are in them', [right(0, 9), right(3, 5), right(9, 9)], [right(0, 9)]],
    ['of two sides are never one', [right(0, 4), left(0, 4)], [right(0, 4), left(0, 4)]],
    ['come in reading order', [right(25, 30), left(32, 34)], [left(32, 34), right(25, 30)]],
    ['come in reading order', [left(36, 38), right(25, 30)], [right(25, 30), left(36, 38)]],
  ])('%s: %j', (_what, given, held) => {
    expect(united(map, given)).toEqual(held);
  });

  test('hold what was given, and nothing else, once', () => {
    const passage = fc
      .tuple(fc.constantFrom('original' as const, 'transcription' as const), fc.nat(70), fc.nat(9))
      .map(([side, from, length]) => ({ side, from, to: from + length + 1 }));
    fc.assert(
      fc.property(fc.array(passage, { maxLength: 12 }), (given) => {
        const places = (all: readonly Passage[]) =>
          all.flatMap(({ side, from, to }) =>
            Array.from({ length: to - from }, (_, at) => `${side} ${from + at}`),
          );
        const held = united(map, given);
        expect(places(held).toSorted()).toEqual([...new Set(places(given))].toSorted());
        expect(united(map, held)).toEqual(held);
      }),
    );
  });
});

describe('what is cut out of a passage', () => {
  /** `<` and `>` stand around the passages, `[` and `]` around what is cut out. */
  it.each([
    ['<Matias [and his] men>', '<Matias> and his <men>'],
    ['<[Matias and] his men>', 'Matias and <his men>'],
    ['<Matias and [his men]>', '<Matias and> his men'],
    ['<Matias [and> his] men', '<Matias> and his men'],
    ['<[Matias and his men]>', 'Matias and his men'],
    ['<Matias> and [his] men', '<Matias> and his men'],
    ['<Matias>[ and] his men', '<Matias> and his men'],
    ['<Matias \n[and]\n >his men', '<Matias> \nand\n his men'],
  ])('%j leaves %j', (marked, answer) => {
    const at = (sign: string) =>
      marked.slice(0, marked.indexOf(sign)).replace(/[<>[\]]/gu, '').length;
    const text = marked.replace(/[<>[\]]/gu, '');
    const pieces = without(text, { from: at('<'), to: at('>') }, { from: at('['), to: at(']') });
    const shown = pieces
      .toReversed()
      .reduce(
        (words, { from, to }) =>
          `${words.slice(0, from)}<${words.slice(from, to)}>${words.slice(to)}`,
        text,
      );
    expect(shown).toBe(answer);
  });
});

describe('an edge that is moved by a word', () => {
  const move = (marked: string, edge: EdgeMove['edge'], way: EdgeMove['way']) => {
    const text = marked.replace(/[<>]/gu, '');
    const range = { from: marked.indexOf('<'), to: marked.indexOf('>') - 1 };
    const moved = withEdge(text, range, { edge, way });
    if (!moved) return 'stays';
    const { from, to } = moved;
    return `${text.slice(0, from)}<${text.slice(from, to)}>${text.slice(to)}`;
  };

  it.each<[at: string, edge: EdgeMove['edge'], way: EdgeMove['way'], answer: string]>([
    ['the U.S. <fleet> now', 'start', 'earlier', 'the <U.S. fleet> now'],
    ['the <U.S. fleet> now', 'start', 'later', 'the U.S. <fleet> now'],
    ['the U.S. <fleet> now', 'end', 'later', 'the U.S. <fleet now>'],
    ['the U.S. <fleet now>', 'end', 'earlier', 'the U.S. <fleet> now'],
    ['the U.S. <fl>eet now', 'end', 'later', 'the U.S. <fleet> now'],
    ['the U.S. fl<eet> now', 'start', 'earlier', 'the U.S. <fleet> now'],
    ['the 🚢🚢<, fleet> now', 'start', 'earlier', '<the 🚢🚢, fleet> now'],
    ['<the fleet>', 'start', 'earlier', 'stays'],
    ['the <fleet>', 'end', 'later', 'stays'],
    ['the <fleet> now', 'start', 'later', 'stays'],
    ['the <fleet> now', 'end', 'earlier', 'stays'],
    ['the < fleet> now', 'end', 'earlier', 'stays'],
    ['<🚢>', 'start', 'later', 'stays'],
  ])('%j, %s %s: %j', (at, edge, way, answer) => {
    expect(move(at, edge, way)).toBe(answer);
  });
});
