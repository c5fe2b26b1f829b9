import { describe, expect, it } from 'vitest';
import { undecided } from '../../domain/change/decision.ts';
import {
  contextAfter,
  contextBefore,
  decidedWords,
  outcomeWords,
  proposalWords,
  reasonOf,
} from './words.ts';

const banner = undecided({
  from: 5,
  to: 9,
  insert: '',
  rule: 'damaged-banner',
  certainty: 'likely',
  status: 'proposed',
  reason: null,
});

describe('why a change is proposed', () => {
  it('is what the rule says of this place', () => {
    expect(reasonOf({ ...banner, reason: 'Read as “Secret”.' })).toBe('Read as “Secret”.');
  });
  it('else what it says of all its places', () => {
    expect(reasonOf(banner)).toMatch(/^It looks like a classification/u);
  });
  it('else the name of a rule that is not known', () => {
    expect(reasonOf({ ...banner, rule: 'lost-rule' })).toBe('lost rule');
  });
});

it('tells the place of a proposal among those that wait', () => {
  const second = { ...banner, from: 20, to: 24, reason: 'Read as “Secret”.' };
  expect(proposalWords([banner, second], second)).toBe('Proposal 2 of 2: Read as “Secret”.');
});

it.each([
  [{ changes: 12, cables: 1, left: 0 }, 'cable', '12 accepted.'],
  [
    { changes: 12, cables: 1, left: 1 },
    'cable',
    '12 accepted, 1 left waiting because an accepted change stands in its way.',
  ],
  [
    { changes: 1200, cables: 3, left: 2 },
    'library',
    '1,200 accepted in 3 cables, 2 left waiting because accepted changes stand in their way.',
  ],
  [{ changes: 0, cables: 0, left: 0 }, 'library', 'Nothing has changed.'],
  [
    { changes: 0, cables: 0, left: 1 },
    'library',
    '0 accepted, 1 left waiting because an accepted change stands in its way.',
  ],
] as const)('%j in the %s: %s', (outcome, where, words) =>
  expect(outcomeWords(outcome, 'accepted', where)).toBe(words),
);

it.each([
  ['accepted', 'A. Reader', /^accepted by A\. Reader, 21 Nov 2025, \d\d:20$/u],
  ['rejected', '', /^rejected by hand, 21 Nov 2025/u],
  ['proposed', 'A. Reader', /^taken back by A\. Reader, 21 Nov 2025/u],
] as const)('%s by %j', (status, decidedBy, words) => {
  const decidedAt = '2025-11-21T14:20:00.000Z';
  expect(decidedWords({ status, decidedBy, decidedAt })).toMatch(words);
});

it('has no words where nobody has decided', () => expect(decidedWords(banner)).toBeNull());

it.each([
  ['gram from here ', '… from here '],
  ['\nfrom here ', '\nfrom here '],
  ['SHI', 'SHI'],
  ['', ''],
])('%j before a place reads %j', (text, words) => expect(contextBefore(text)).toBe(words));

it.each([
  ['MENT left the ci', 'MENT left the …'],
  [' left. ', ' left. '],
  ['MENT', 'MENT'],
])('%j after a place reads %j', (text, words) => expect(contextAfter(text)).toBe(words));
