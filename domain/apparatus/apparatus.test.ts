import { describe, expect, it } from 'vitest';
import { type StoredChange, undecided } from '../change/decision.ts';
import { transcribe } from '../transcription/transcription.ts';
import { apparatus, blockOf, type ChangeEntry, countsByRule } from './apparatus.ts';
import { folded, shortened, visible, wordsOf } from './words.ts';

/**
 * Changes written into the original: `{old>new}` is accepted, `{old?new}` waits, `{old!new}` was
 * rejected. A name before a colon is the rule: `{stamp:SECRET>}`.
 */
function noted(notation: string): { original: string; changes: StoredChange[] } {
  const changes: StoredChange[] = [];
  let original = '';
  let at = 0;
  for (const found of notation.matchAll(/\{(?:([a-z-]+):)?([^{}]*?)([>?!])([^{}]*)\}/gu)) {
    const [all, rule = 'rule', old = '', sign, insert = ''] = found;
    original += notation.slice(at, found.index);
    const from = original.length;
    original += old;
    const status = sign === '>' ? 'accepted' : sign === '?' ? 'proposed' : 'rejected';
    const certainty = status === 'accepted' ? 'certain' : 'likely';
    const to = original.length;
    changes.push(undecided({ from, to, insert, rule, certainty, status, reason: null }));
    at = found.index + all.length;
  }
  return { original: original + notation.slice(at), changes };
}

function entriesOf(notation: string): ChangeEntry[] {
  const { original, changes } = noted(notation);
  return changesAmong(apparatus(transcribe(original, changes), changes));
}

const changesAmong = (entries: ReturnType<typeof apparatus>) =>
  entries.filter((entry) => entry.kind === 'change');

/** The apparatus as it is printed, without the siglum. */
function printed(notation: string): string[] {
  return entriesOf(notation).map(({ lemma, reading }) => `${wordsOf(lemma)} ] ${wordsOf(reading)}`);
}

describe('an entry is set as in a printed edition', () => {
  it.each([
    ['cannot be {~~dismissed~~ >}dismissed merely', 'dismissed ] ~~dismissed~~ dismissed'],
    ['clear to{ ~~the~~>} Nation', 'to ] to ~~the~~'],
    ['US not {[Page 864] >}involved', 'involved ] [Page 864] involved'],
    ['Khrushchev{ʼ>’}s public', 'Khrushchev’s ] Khrushchevʼs'],
    ['American Republics{0>}', 'Republics ] Republics0'],
    ['proscribed list--or{\n\nSECRET\n\n> }to take', 'list--or to ] list--or ¶ SECRET ¶ to'],
    ['{# >}OUTGOING TELEGRAM', 'OUTGOING ] # OUTGOING'],
    ['one\n{SECRET>}\ntwo', 'one |  | two ] one | SECRET | two'],
    ['INDICATE: COLLECT{  >}\nCHARGE', 'COLLECT ] COLLECT··'],
    ['one{  > }two', 'one two ] one··two'],
    ['one{\n> }two', 'one two ] one | two'],
    ['agree with {Sovіets?Soviets} here', 'Soviets ] Sovіets'],
    ['{all of it>}', ' ] all of it'],
    ['a {b!c} d', 'c ] b'],
  ])('%j → %s', (notation, entry) => {
    expect(printed(notation)).toEqual([entry]);
  });

  it('keeps status and place in the original', () => {
    const { original } = noted('with {Sovіets?Soviets} here');
    const [entry] = entriesOf('with {Sovіets?Soviets} here');
    expect(entry?.status).toBe('proposed');
    expect(original.slice(entry?.range.from, entry?.range.to)).toBe('Sovіets');
  });

  it('has an entry for each place, in reading order', () => {
    expect(printed('a{1>} b{2>} c')).toEqual(['a ] a1', 'b ] b2']);
  });
});

describe('the lines of one stamp are one entry', () => {
  it.each([
    ['or{stamp:\n\nSECRET>}{stamp:\n\nDECLASSIFIED\n\n> }to', ['stamp']],
    ['{stamp:SECRET>}\n\n{stamp:SECRET>}\n\ntext', ['stamp']],
    ['{stamp:SECRET>}\n{form:FORM 5>}\n{stamp:SECRET>}\ntext', ['stamp', 'form', 'stamp']],
    ['{stamp:A>} kept {stamp:B>}', ['stamp', 'stamp']],
    ['{stamp:A>} {stamp:B?}', ['stamp', 'stamp']],
    ['{stamp:A?}\n\n{stamp:B?}', ['stamp', 'stamp']],
  ])('%j → %j', (notation, rules) => {
    expect(entriesOf(notation).map(({ rule }) => rule)).toEqual(rules);
  });

  it('but not what was decided on apart', () => {
    const { original, changes } = noted('{stamp:A>}\n\n{stamp:B>}');
    const [first, ...rest] = changes;
    if (!first) throw new Error('There is no change.');
    const decidedAt = '2026-01-01T00:00:00.000Z';
    const decided = [{ ...first, decidedBy: 'Doe', decidedAt }, ...rest];
    const entries = changesAmong(apparatus(transcribe(original, decided), decided));
    expect(entries.map((entry) => entry.changes)).toEqual(decided.map((change) => [change]));
  });

  it('has the words of all of them', () => {
    expect(printed('or{\n\nSECRET>}{\n\nDECLASSIFIED\n\n> }to')).toEqual([
      'or to ] or ¶ SECRET ¶ DECLASSIFIED ¶ to',
    ]);
  });
});

it('finds all that make one entry with a change', () => {
  const { original, changes } = noted('{stamp:A>}\n\n{stamp:B>} kept {stamp:C>}');
  const [first, second, third] = changes;
  if (!second || !third) throw new Error('There are not three changes.');
  expect(blockOf(original, changes, second)).toEqual([first, second]);
  expect(blockOf(original, changes, { ...third, rule: 'other' })).toBeNull();
});

it('counts the entries of each rule in the order the rules come up', () => {
  expect(countsByRule(entriesOf('{b:1>}x {a:2>}y {b:3>}z'))).toEqual([
    ['b', 2],
    ['a', 1],
  ]);
});

describe('the words of an entry', () => {
  it.each([
    ['a  b', 'a b'],
    ['a\nb', 'a | b'],
    ['a \n \n b', 'a ¶ b'],
  ])('%j is folded to %j', (text, result) => expect(folded(text)).toBe(result));

  it.each([
    [' ', '·'],
    ['  ', '··'],
    ['\n', ' | '],
    ['  \n', '·· | '],
    ['\n\n', ' ¶ '],
  ])('%j shows as %j', (text, result) => expect(visible(text)).toBe(result));

  it('leaves out the middle of a long text between words', () => {
    expect(shortened('one two three four five six', 14)).toBe('one … six');
    expect(shortened('short', 14)).toBe('short');
  });
});
