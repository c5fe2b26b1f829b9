import { describe, expect, test } from 'vitest';
import { clean } from './clean.ts';

const SCAN =
  'SECRET\n\nHe went to HAVАNA with ~~the~~ a friend.\n\nBECRET\n\nHe left from from there, they say.\n\nSECRET\n';

describe('clean', () => {
  test('accepts what is certain and proposes the rest, with a reason where one is needed', () => {
    const { changes } = clean(SCAN);
    expect(changes.map(({ rule, certainty, status }) => [rule, certainty, status])).toEqual([
      ['classification-banner', 'certain', 'accepted'],
      ['foreign-letter', 'likely', 'proposed'],
      ['strike-out', 'certain', 'accepted'],
      ['damaged-banner', 'likely', 'proposed'],
      ['classification-banner', 'certain', 'accepted'],
    ]);
    expect(changes[1]?.reason).toBe(
      'Read as “HAVANA”: the file has a letter of another script that looks like A.',
    );
    expect(changes[2]?.reason).toBeNull();
  });

  test('leaves out a rule that is switched off, and only that', () => {
    const off = new Set(['classification-banner', 'foreign-letter']);
    const { changes, metadata } = clean(SCAN, { off });
    expect(changes.map(({ rule }) => rule)).toEqual(['strike-out', 'damaged-banner']);
    expect(metadata).toEqual([]);
  });

  test('warns of what it does not touch', () => {
    expect(clean(SCAN).warnings).toEqual([
      {
        code: 'doubled-word',
        message: '“from” stands twice: the typist, the machine or a turn of the page.',
        from: SCAN.indexOf('from from'),
        to: SCAN.indexOf('from from') + 9,
      },
    ]);
  });

  test('has nothing to do with an empty text', () => {
    expect(clean('')).toEqual({ changes: [], structure: [], metadata: [], warnings: [] });
  });

  test('gives structure in reading order and metadata in the order of their fields', () => {
    const { structure } = clean(SCAN);
    expect(structure.map(({ type }) => type)).toEqual([
      'runningHead',
      'paragraph',
      'deletion',
      'runningHead',
      'paragraph',
      'runningHead',
    ]);
  });

  test.each([
    ['letters', 'x'],
    ['combining marks', '\u0301'],
    ['lone surrogates', '\ud800'],
    ['nothing', '\0'],
    ['blanks', ' '],
    ['returns', '\r'],
    ['figures', '0'],
  ])('reads ten megabytes of %s without a line end', (_, sign) => {
    expect(clean(sign.repeat(10_000_000)).changes).toEqual([]);
  });
});
