import { describe, expect, it } from 'vitest';
import type { DoubtfulPassage, ProposedPlace } from '../../domain/exchange/coming.ts';
import type { Report, Taken } from './coming.ts';
import {
  forecastWords,
  outcomeWords,
  scoreWords,
  sumWords,
  takenWords,
  usualPlace,
} from './words.ts';

function report(some: Partial<Report['outcomes']>, clear = 0): Report {
  const none = { placed: 0, proposed: 0, unplaced: 0, known: 0, changed: 0, homeless: 0 };
  return {
    id: '0197',
    fileName: 'notes.jsonld',
    format: 'WebAnno TSV 3',
    annotations: 1234,
    relations: 1,
    outcomes: { ...none, ...some },
    clear: Array.from({ length: 101 }, (_, at) => (at <= 90 ? clear : 0)),
    losses: [],
  };
}

it('a file is told by its format and what it holds', () => {
  expect(sumWords(report({}))).toBe('WebAnno TSV 3: 1,234 annotations, 1 link.');
});

it.each([
  ['homeless', 1, '1 of no cable here'],
  ['changed', 2000, '2,000 said otherwise here'],
] as const)('%s annotations, %i of them, are “%s”', (outcome, number, words) => {
  expect(outcomeWords(outcome, number)).toBe(words);
});

it.each([
  [report({ known: 5 }), null, 0, 'Nothing of it is new here.'],
  [
    report({ known: 5, homeless: 1 }),
    null,
    0,
    'What is of no cable here can come once that cable is imported, or opened where the file names it otherwise.',
  ],
  [report({ placed: 5 }), 85, 0, 'One undo takes all of it back.'],
  [report({ proposed: 5 }), null, 0, 'What gets no place goes to the tray.'],
  [
    report({ proposed: 5 }, 3),
    85,
    2,
    '3 of 5 to be looked at have a clear place from 85 % on. You have decided on 2 passages. What gets no place goes to the tray.',
  ],
  [
    report({ proposed: 5 }, 3),
    91,
    0,
    '0 of 5 to be looked at have a clear place from 91 % on. What gets no place goes to the tray.',
  ],
])('what is going to happen (%#)', (of, least, chosen, words) => {
  expect(forecastWords(of, least, chosen)).toBe(words);
});

it.each([
  [[3, 3, 0, 0], '3 annotations imported, all in place. Undo takes all of it back.'],
  [
    [1, 0, 2, 1],
    '1 annotation imported, 0 in place, 1 without a place; 2 links; 1 new tag. Undo takes all of it back.',
  ],
  [[0, 0, 1, 0], 'No annotation; 1 link. Undo takes all of it back.'],
  [[0, 0, 0, 0], 'Nothing was imported: all of it is here already.'],
] as const)('what has happened (%#)', ([annotations, placed, relations, tags], words) => {
  const unplaced = annotations - placed;
  const taken: Taken = { annotations, placed, unplaced, relations, tags, losses: [] };
  expect(takenWords(taken)).toBe(words);
});

it.each([
  [1, '100 %'],
  [0.9999, '99 %'],
  [0, '0 %'],
])('a score of %d is %s', (score, words) => {
  expect(scoreWords(score)).toBe(words);
});

describe('the place that is taken unless the reader says otherwise', () => {
  const quote = { exact: 'Cuba', prefix: '', suffix: '' };
  const place = (score: number): ProposedPlace => ({
    target: { side: 'original', from: 0, to: 4, version: 0, quote, lost: null },
    score,
  });
  const passage = (number: number, ...scores: number[]): DoubtfulPassage => ({
    ...{ passage: number, quote, reason: '', places: scores.map(place) },
  });
  it.each([
    ['is the best from the score on', [passage(0, 0.9, 0.5)], 90, 0],
    ['is none below it', [passage(0, 0.9, 0.5)], 91, null],
    ['is none of two that look alike', [passage(0, 0.9, 0.89)], 50, null],
    ['is none without a score', [passage(0, 0.9)], null, null],
    ['is none where another passage has none', [passage(0, 0.9), passage(1, 0.9, 0.9)], 50, null],
    ['does not mind passages without any', [passage(0, 0.9), passage(1)], 50, 0],
  ])('%s', (_, doubtful, least, taken) => {
    expect(usualPlace({ doubtful }, 0, least)).toBe(taken);
  });
});
