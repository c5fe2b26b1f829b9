import { expect, test } from 'vitest';
import type { ResolvedReference } from '../../domain/reference/reference.ts';
import { byGoal, leadsTo, standingOf } from './references.ts';

const meant = (number: string, sure: boolean) => ({
  ...{ id: number, number, date: '1961-04-23', title: 'Telegram', sure },
});
const reference = (words: string, ...cables: ReturnType<typeof meant>[]): ResolvedReference => ({
  ...{ kind: 'telegram', series: 'Secto', number: '21', side: 'transcription', from: 0, to: 8 },
  ...{ words, post: null, date: null, edition: null, cables },
});

test.each([
  ['missing', 'not in this library', []],
  ['sure', 'No. 170, Telegram, 23 Apr 1961', [meant('170', true)]],
  ['sure', 'No. 170, Telegram, 23 Apr 1961', [meant('170', true), meant('9', false)]],
  ['perhaps', 'perhaps No. 170, Telegram, 23 Apr 1961', [meant('170', false)]],
  ['several', '2 cables may be meant', [meant('170', false), meant('9', false)]],
  [
    ...(['several', '8 cables or more may be meant'] as const),
    Array.from({ length: 8 }, (_, nth) => meant(String(nth), false)),
  ],
])('%s: %s', (standing, words, cables) => {
  const one = reference('Secto 21', ...cables);
  expect(standingOf(one)).toBe(standing);
  expect(leadsTo(one)).toBe(words);
});

test('references that lead to the same stand together', () => {
  const [a, b, c] = [
    reference('Secto 21', meant('153', true)),
    reference('Secto 41'),
    reference('Document 153', meant('153', true)),
  ];
  expect(byGoal([a, b, c]).map(({ all }) => all.map(({ words }) => words))).toEqual([
    ['Secto 21', 'Document 153'],
    ['Secto 41'],
  ]);
});
