import { ChangeSet } from '@codemirror/state';
import { expect, it } from 'vitest';
import type { Side } from '../../domain/annotation/annotation.ts';
import { explanationsAt } from './explain.ts';
import { annotationsAt, stretchesOf } from './highlights.ts';
import { advanced, passageAt, placeOn, stretchesOn, textOn } from './manuscript.ts';
import { annotationOn, manuscript } from './sample.ts';

const page = manuscript('One here. US not ~[Page 864] ~involved raid{ʼ|’}s. ~STAMP ~End.');

/** The words of the passage that lights up when the pointer rests on the first `words` of a side. */
function lit(side: Side, words: string): string {
  const position = textOn(page, side).toString().indexOf(words);
  const passage = passageAt(page, side, position);
  return passage ? textOn(page, passage.side).sliceString(passage.from, passage.to) : '';
}

it.each([
  ['transcription', 'involved', 'US not involved raid’s.'],
  ['original', 'involved', 'US not involved raid’s.'],
  ['original', 'not', 'US not involved raid’s.'],
  ['original', 'ʼ', 'US not involved raid’s.'],
  ['original', 'Page', '[Page 864] '],
  ['original', 'STAMP', 'STAMP '],
  ['transcription', 'End', 'End.'],
] as const)('the pointer on the %s at "%s" lights "%s"', (side, words, passage) => {
  expect(lit(side, words)).toBe(passage);
});

it.each([
  ['original', 'not [Page 864] involved', 'not involved'],
  ['transcription', 'not involved', 'not |involved'],
  ['original', 'STAMP', ''],
] as const)(
  'a highlight made on the %s over "%s" is seen on the other side over "%s"',
  (side, words, seen) => {
    const other = side === 'original' ? 'transcription' : 'original';
    const stretches = stretchesOf(page, [annotationOn(page, side, words)], other);
    const text = textOn(page, other);
    expect(stretches.map(({ from, to }) => text.sliceString(from, to)).join('|')).toBe(seen);
  },
);

it('a click finds all annotations at its place, the shortest first', () => {
  const long = annotationOn(page, 'transcription', 'US not involved', 2);
  const short = annotationOn(page, 'transcription', 'not', 3);
  const position = textOn(page, 'transcription').toString().indexOf('not') + 1;
  expect(annotationsAt(page, [long, short], 'transcription', position)).toEqual([short, long]);
});

it('what left the text has a place in the transcription all the same', () => {
  const from = textOn(page, 'original').toString().indexOf('STAMP');
  const place = placeOn(page, 'transcription', { side: 'original', from, to: from + 5 });
  expect(textOn(page, 'transcription').sliceString(place, place + 4)).toBe('End.');
});

it('words that are being typed over answer to those typed, saved or not', () => {
  const { text } = page.transcription;
  const from = text.toString().indexOf('not');
  const deleted = ChangeSet.of({ from, to: from + 3 }, text.length);
  const typed = deleted.compose(ChangeSet.of({ from, insert: 'now' }, deleted.newLength));
  const next = advanced(page, typed, typed.apply(text));
  const original = textOn(page, 'original').toString().indexOf('not');
  const passage = { side: 'original', from: original - 3, to: original + 3 } as const;
  const answer = stretchesOn(next, 'transcription', passage);
  expect(answer.map((range) => next.transcription.text.sliceString(range.from, range.to))).toEqual([
    'US now',
  ]);
});

it('of many annotations at a place a few are told of, and how many more there are', () => {
  const many = Array.from({ length: 20 }, (_, index) =>
    annotationOn(page, 'transcription', 'not', index),
  );
  const at = page.transcription.text.toString().indexOf('not');
  const said = explanationsAt(page, many, new Map(), 'transcription', at + 1);
  expect(said.filter(({ kind }) => kind === 'annotation').map(({ head }) => head)).toEqual([
    ...Array.from({ length: 5 }, () => 'Highlight'),
    '15 more',
  ]);
});
