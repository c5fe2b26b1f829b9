import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Change } from '../change/change.ts';
import { acrossAt, counterparts } from '../transcription/alignment.ts';
import { counterpart, pieces, transcribe } from '../transcription/transcription.ts';
import type { Annotation, Side } from './annotation.ts';
import { inReadingOrder } from './order.ts';

/** A text in which `{gone=come}` gives way to what comes. */
function cleaned(notation: string) {
  let original = '';
  const changes: Change[] = [];
  for (const [part] of notation.matchAll(/\{[^}]*\}|[^{]+/gu)) {
    const [, gone, insert] = /^\{(.*)=(.*)\}$/u.exec(part) ?? [];
    const from = original.length;
    original += gone ?? part;
    if (gone === undefined || insert === undefined) continue;
    const rest = { rule: 'test', certainty: 'certain', status: 'accepted', reason: null } as const;
    changes.push({ from, to: original.length, insert, ...rest });
  }
  const transcription = transcribe(original, changes);
  return { transcription, map: pieces(transcription) };
}

function annotation(words: string, side: Side, from: number, to: number): Annotation {
  const time = '1962-11-19T17:18:00.000Z';
  const quote = { exact: words, prefix: '', suffix: '' };
  return {
    id: '019cb0a0-0000-7000-8000-000000000001',
    cableId: '019cb0a0-0000-7000-8000-000000000002',
    targets: [{ side, from, to, version: 0, quote, lost: from === to ? 'gone' : null }],
    tagIds: [],
    note: '',
    creator: 'miller',
    created: time,
    modified: time,
    verdict: null,
  };
}

it('takes both sides together, in the order of the original', () => {
  const { map } = cleaned('one {SECRET =}two {thre=three} four');
  const all = [
    annotation('four', 'transcription', 14, 18),
    annotation('three', 'transcription', 8, 13),
    annotation('SECRET', 'original', 4, 10),
    annotation('one two', 'transcription', 0, 7),
    annotation('one', 'original', 0, 3),
    annotation('gone', 'transcription', 4, 4),
  ];
  const order = inReadingOrder(map, all).map(({ targets: [target] }) => target?.quote.exact);
  expect(order).toEqual(['one', 'one two', 'SECRET', 'gone', 'three', 'four']);
});

const part = fc.oneof(
  fc.stringMatching(/^[a-z ]{1,6}$/u),
  fc
    .tuple(fc.stringMatching(/^[A-Z]{0,4}$/u), fc.stringMatching(/^[a-z]{0,4}$/u))
    .map(([gone, come]) => (gone === '' && come === '' ? 'x' : `{${gone}=${come}}`)),
);

it('finds by halving the place that the map tells', () => {
  fc.assert(
    fc.property(fc.array(part, { minLength: 1, maxLength: 12 }), (parts) => {
      const { transcription, map } = cleaned(parts.join(' '));
      for (const side of ['original', 'transcription'] as const) {
        const { length } = side === 'original' ? transcription.original : transcription.text;
        for (let from = 0; from < length; from++) {
          const range = { from, to: from + 1 };
          const [stands] = counterparts(map, side, range);
          const told = stands ?? counterpart(transcription, side, range);
          expect(acrossAt(map, side, from), `${side} ${from}`).toBe(told.from);
        }
      }
    }),
  );
});
