import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Annotation } from '../../domain/annotation/annotation.ts';
import { stretchesOf } from './highlights.ts';
import { type Manuscript, textOn } from './manuscript.ts';
import { annotationOn, manuscript } from './sample.ts';
import { partsNear, standingAt } from './standing.ts';

const words = (page: Manuscript, all: readonly Annotation[]) =>
  all.map(({ targets: [target] }) => target?.quote.exact ?? page.cable.summary.title);

const page = manuscript('the ~[Page 4] ~quarantine {ʼ|’} of Cuba ~SECRET~');
const all = [
  annotationOn(page, 'transcription', 'the quarantine', 2),
  annotationOn(page, 'transcription', 'quarantine', 3),
  annotationOn(page, 'original', 'Cuba', 4),
  annotationOn(page, 'original', 'SECRET', 5),
];

it.each([
  ['the shortest first', 'transcription', 'quarantine', 2, ['quarantine', 'the quarantine']],
  ['at the very start', 'transcription', 'the', 0, ['the quarantine']],
  ['at the very end', 'transcription', 'Cuba', 4, ['Cuba']],
  ['made on the other side', 'transcription', 'Cuba', 1, ['Cuba']],
  ['seen from the other side', 'original', 'quarantine', 1, ['quarantine', 'the quarantine']],
  ['what has left the reading text', 'original', 'SECRET', 2, ['SECRET']],
  ['nothing between its parts', 'original', 'Page', 2, []],
  ['nothing', 'transcription', ' of', 2, []],
] as const)('%s', (_, side, at, plus, found) => {
  const position = textOn(page, side).toString().indexOf(at) + plus;
  expect(words(page, standingAt(page, all, side, position))).toEqual(found);
});

it('tells the parts of an annotation that the other text has in pieces', () => {
  const [whole] = all;
  const parts = whole ? partsNear(page, [whole], 'original', { from: 0, to: 99 }) : [];
  expect(parts.map(({ part, parts: of }) => `${part} of ${of}`)).toEqual(['1 of 2', '2 of 2']);
});

const piece = fc.oneof(
  fc.stringMatching(/^[a-z ]{1,6}$/u),
  fc.stringMatching(/^~[A-Z]{1,4}~$/u),
  fc.stringMatching(/^\{[A-Z]{1,3}\|[a-z]{0,3}\}$/u),
);

it('finds by numbers what the map tells of all', () => {
  fc.assert(
    fc.property(
      fc.array(piece, { minLength: 1, maxLength: 9 }),
      fc.array(fc.tuple(fc.boolean(), fc.nat(40), fc.integer({ min: 1, max: 12 })), {
        maxLength: 8,
      }),
      fc.tuple(fc.boolean(), fc.nat(40), fc.nat(9)),
      (pieces, ranges, [left, start, length]) => {
        const sheet = manuscript(pieces.join(''));
        const annotations = ranges.flatMap(([original, at, long]) => {
          const on = original ? 'original' : 'transcription';
          const text = textOn(sheet, on).toString();
          const from = at % (text.length + 1);
          const to = Math.min(text.length, from + long);
          if (from === to) return [];
          const [target] = annotationOn(sheet, on, '').targets;
          const targets = target ? [{ ...target, from, to }] : [];
          return { ...annotationOn(sheet, on, ''), id: `${on} ${from} ${to}`, targets };
        });
        const side = left ? 'original' : 'transcription';
        const range = { from: start, to: start + length };
        const expected = stretchesOf(sheet, annotations, side)
          .filter(({ from, to }) => from <= range.to && to >= range.from)
          .map(({ annotation, from, to }) => `${annotation.id}: ${from}–${to}`);
        const found = partsNear(sheet, annotations, side, range).map(
          ({ annotation, from, to }) => `${annotation.id}: ${from}–${to}`,
        );
        expect(found.toSorted()).toEqual(expected.toSorted());
      },
    ),
  );
});
