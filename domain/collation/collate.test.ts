import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { collate, type Segment } from './collate.ts';

/** Two texts as one: `{of the first|of the second}` where they differ. */
function shown(a: string, b: string): string {
  return collate(a, b)
    .map((segment) => {
      const first = a.slice(segment.a.from, segment.a.to);
      return segment.same ? first : `{${first}|${b.slice(segment.b.from, segment.b.to)}}`;
    })
    .join('');
}

function swapped({ same, a, b }: Segment): Segment {
  return { same, a: b, b: a };
}

describe('collate', () => {
  test.each([
    ['', '', ''],
    ['the same', 'the same', 'the same'],
    ['', 'something', '{|something}'],
    ['US not involved', 'US is involved', 'US {not|is} involved'],
    ['the house', 'the green house', 'the {|green }house'],
    ['the green house', 'the house', 'the {green |}house'],
    ['Soviet Republics0 said', 'Soviet Republics said', 'Soviet {Republics0|Republics} said'],
    ['Khrushchev\u2019s view', 'Khrushchevs view', '{Khrushchev\u2019s|Khrushchevs} view'],
    ['anti-Castro men', 'anti Castro men', '{anti-Castro|anti Castro} men'],
    [
      'file 737.00/4-2361 here',
      'file 737.00/4-2861 here',
      'file {737.00/4-2361|737.00/4-2861} here',
    ],
    ['he said, and left', 'he said and left', 'he said{,|} and left'],
    ['so quick and brown', 'so slow, red', 'so {quick and brown|slow, red}'],
    ['the quick brown fox', 'the slow red fox', 'the {quick brown|slow red} fox'],
    ['an occasion to', 'an occasions [sic] to', 'an {occasion|occasions [sic]} to'],
    ['one\ntwo', 'one two', 'one{\n| }two'],
    ['one two', 'one  two', 'one{ |  }two'],
    ['A end.\n\nB end.\n\nC end.', 'A end.\n\nC end.', 'A end.\n\n{B end.\n\n|}C end.'],
    ['A.\n\nold', 'B.\n\nnew', '{A|B}.\n\n{old|new}'],
    ['x 😀 y', 'x 😁 y', 'x {😀|😁} y'],
    ['e\u0301te\u0301 1961', 'ete 1961', '{e\u0301te\u0301|ete} 1961'],
  ])('%j and %j', (a, b, result) => {
    expect(shown(a, b)).toBe(result);
  });

  test('a word that two long differences share belongs to the difference', () => {
    const a = 'Begin. We shall press him hard today about the missile bases there. End.';
    const b = 'Begin. Nobody knew what had become of the late consul that evening. End.';
    expect(collate(a, b).filter(({ same }) => !same)).toHaveLength(1);
  });

  test('passages that have changed places differ once in each place', () => {
    const [one, two] = ['First we came to the old harbor. ', 'Then nobody was left in the town. '];
    const parts = collate(`Start. ${one}${two}Stop.`, `Start. ${two}${one}Stop.`);
    expect(parts.map(({ same }) => same)).toEqual([true, false, true, false, true]);
  });
});

const words = fc.constantFrom(
  'the',
  'Soviet',
  'ship',
  'ship\u2019s',
  '1662.1',
  ' ',
  '  ',
  '\n',
  '\n\n',
  ',',
  '.',
  '😀',
  '\ud83d',
);
const text = fc.array(words, { maxLength: 60 }).map((parts) => parts.join(''));
/** Two texts, either unlike or one made from the other by a few edits. */
const two = fc.oneof(
  fc.tuple(text, text),
  fc
    .tuple(text, fc.array(fc.tuple(fc.nat(200), fc.nat(20), text), { maxLength: 4 }))
    .map(([start, edits]): [string, string] => [
      start,
      edits.reduce((t, [at, length, put]) => t.slice(0, at) + put + t.slice(at + length), start),
    ]),
);

describe('any two texts', () => {
  test('are rebuilt from the segments, without a gap, by turns; same segments are the same', () => {
    fc.assert(
      fc.property(two, ([a, b]) => {
        let [atA, atB] = [0, 0];
        let last: boolean | null = null;
        for (const segment of collate(a, b)) {
          expect([segment.a.from, segment.b.from]).toEqual([atA, atB]);
          [atA, atB] = [segment.a.to, segment.b.to];
          const [inA, inB] = [a.slice(segment.a.from, atA), b.slice(segment.b.from, atB)];
          expect(inA + inB).not.toBe('');
          expect(inA === inB).toBe(segment.same);
          expect(segment.same).not.toBe(last);
          last = segment.same;
        }
        expect([atA, atB]).toEqual([a.length, b.length]);
      }),
      { numRuns: 1000 },
    );
  });

  test('give the same differences the other way round', () => {
    fc.assert(
      fc.property(two, ([a, b]) => {
        expect(collate(b, a)).toEqual(collate(a, b).map(swapped));
      }),
    );
  });

  test('differ in whole words only', () => {
    const inWord = (string: string, at: number) =>
      /[\p{L}\p{N}][\p{L}\p{N}]/u.test(string.slice(Math.max(0, at - 1), at + 1));
    fc.assert(
      fc.property(two, ([a, b]) => {
        for (const segment of collate(a, b)) {
          expect(inWord(a, segment.a.from)).toBe(false);
          expect(inWord(b, segment.b.to)).toBe(false);
        }
      }),
    );
  });

  test('are one same segment where they are the same', () => {
    fc.assert(
      fc.property(text, (same) => {
        const whole = { from: 0, to: same.length };
        expect(collate(same, same)).toEqual(
          same === '' ? [] : [{ same: true, a: whole, b: whole }],
        );
      }),
    );
  });
});

describe('long texts', () => {
  /** Words that come again as they do in a language, from a seed. */
  function prose(length: number, seed: number): string {
    let state = seed;
    const next = () => (state = (state * 1_103_515_245 + 12_345) % 2 ** 31) / 2 ** 31;
    let made = '';
    while (made.length < length) {
      const word = Math.floor(4000 ** next())
        .toString(26)
        .replaceAll(/\d/gu, 'z');
      made += word + (next() < 0.1 ? '.\n' : ' ');
    }
    return made;
  }

  test('a few hundred changed words are found one by one', () => {
    const before = prose(100_000, 7).split(' ');
    const after = before.map((word, index) => (index % 60 === 30 ? `${word}x` : word));
    const differing = collate(before.join(' '), after.join(' ')).filter(({ same }) => !same);
    expect(differing).toHaveLength(Math.floor((before.length + 29) / 60));
  });

  test.each([
    ['unlike texts', prose(100_000, 1), prose(100_000, 2)],
    ['one word again and again', 'a '.repeat(50_000), 'b a '.repeat(25_000)],
    ['signs only', '.-'.repeat(50_000), '-_.'.repeat(33_000)],
    ['reversed', prose(100_000, 3), prose(100_000, 3).split(' ').toReversed().join(' ')],
  ])('%s are compared with bounded effort', (_, a, b) => {
    const segments = collate(a, b);
    expect(segments.at(-1)?.a.to).toBe(a.length);
    expect(segments.at(-1)?.b.to).toBe(b.length);
  });
});
