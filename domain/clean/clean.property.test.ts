import fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, test } from 'vitest';
import { expect } from 'vitest';
import { transcribe } from '../transcription/transcription.ts';
import { clean } from './clean.ts';

const FOLDER = new URL('../../seeds/', import.meta.url);
const SEEDS = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.txt'))
  .map((name) => readFileSync(new URL(name, FOLDER), 'utf8'));

/** What every cleaning owes its original, whatever the text. fast-check prints the seed of a failure. */
function holdsFor(text: string): void {
  const cleaning = clean(text);
  let reached = 0;
  for (const { from, to } of cleaning.changes) {
    expect(from).toBeGreaterThanOrEqual(reached);
    expect(to).toBeGreaterThanOrEqual(from);
    reached = to;
  }
  expect(reached).toBeLessThanOrEqual(text.length);
  for (const { from, to } of [...cleaning.structure, ...cleaning.warnings])
    expect(0 <= from && from <= to && to <= text.length).toBe(true);
  for (const { evidence } of cleaning.metadata)
    expect(!evidence || (evidence.from < evidence.to && evidence.to <= text.length)).toBe(true);
  const transcription = transcribe(text, cleaning.changes);
  const back = transcription.map.invert(transcription.original).apply(transcription.text);
  expect(back.toString()).toBe(text);
  const once = transcription.text.toString();
  const twice = transcribe(once, clean(once).changes).text.toString();
  expect(twice).toBe(once);
}

/** Pieces of which cables are made, and pieces that break parsers. */
const PIECE = fc.constantFrom(
  ...[
    '\n',
    '\n\n',
    '\r\n',
    '\r',
    ' ',
    '  ',
    '\t',
    '\0',
    '\u00a0',
    '\ufeff',
    '\u2028',
    '.',
    ',',
    ':',
  ],
  ...[
    'SECRET',
    'TOP SECRET',
    'CONFIDENTIAL',
    '~~',
    '~~XXXX~~',
    '[Page 4]',
    '[Page ',
    ']',
    '0',
    '12',
  ],
  ...[
    '# ',
    '☐',
    '( ) DENY',
    'Drafted by:',
    'ARA:Doe:ab',
    'REPRODUCTION FROM THIS COPY',
    '  1. Note',
  ],
  ...[
    '  1. Source: Department of State. Secret.',
    '  2. Ibid.',
    '7. Telegram From A to the B',
    'Rusk1',
  ],
  ...[
    'OUTGOING TELEGRAM',
    'Origin',
    'SS',
    'ACTION: BONN',
    'INFO: ROME',
    '(a)',
    'A.',
    '1. Text here.',
  ],
  ...[
    'the delegate',
    'were told that',
    'ʼ',
    '\u0301',
    '\ud800',
    '\udc00',
    '😀',
    'DECLASSIFIED',
    '-',
    '--',
  ],
  ...[
    "Nov 19 5 18 PM '62",
    'FORM 05-322-11',
    '737.00/4-2361',
    '1662.1',
    '[assume?]',
    'END OF MESSAGE',
  ],
  ...[
    'PAGE TWO',
    '- 2 -',
    '14-00000',
    '1',
    '2',
    '3',
    'BECRET',
    'S E C R E T',
    '&amp;',
    '<br>',
    '**TO:**',
  ],
  ...[
    '2025 RELEASE UNDER THE PRESIDENT ACT OF 1992',
    'govern-',
    'ment',
    '272207Z',
    'IN 12345',
    '---',
  ],
);

const HOSTILE = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.string({ unit: 'grapheme-ascii', maxLength: 200 }),
  fc
    .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 120 })
    .map((units) => String.fromCharCode(...units)),
  fc.tuple(PIECE, fc.integer({ min: 1, max: 300 })).map(([piece, times]) => piece.repeat(times)),
);

/** A real document with pieces thrown in, so that rules meet inside real text. */
const SPOILT = fc
  .tuple(
    fc.constantFrom(...SEEDS),
    fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), PIECE), { maxLength: 12 }),
  )
  .map(([text, added]) =>
    added.reduce((now, [where, piece]) => {
      const at = Math.floor(where * now.length);
      return now.slice(0, at) + piece + now.slice(at);
    }, text),
  );

describe('whatever the text', () => {
  test('nothing is lost, nothing overlaps, twice is once', () => {
    fc.assert(
      fc.property(fc.array(PIECE, { maxLength: 40 }), (pieces) => holdsFor(pieces.join(''))),
      { numRuns: 800 },
    );
    fc.assert(fc.property(HOSTILE, holdsFor), { numRuns: 400 });
  });

  test('the same holds for real documents with anything thrown in', () => {
    fc.assert(fc.property(SPOILT, holdsFor), { numRuns: 150 });
  });
});
