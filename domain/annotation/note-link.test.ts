import fc from 'fast-check';
import { expect, it } from 'vitest';
import { noteLink, noteTargetOf, wantedAt } from './note-link.ts';

const ID = '019cb0a0-0000-7000-8000-000000000001';

it.each([
  [`annotation:${ID}`, { what: 'annotation', id: ID }],
  [`cable:${ID}`, { what: 'cable', id: ID }],
  ['annotation:', null],
  ['annotation:IL-28s', null],
  [`annotation:${ID}?x`, null],
  [`Annotation:${ID}`, null],
  [`tag:${ID}`, null],
  [`https://example.org/annotation:${ID}`, null],
  ['javascript:alert(1)', null],
  ['', null],
])('%s leads to %o', (address, target) => {
  expect(noteTargetOf(address)).toEqual(target);
});

it.each([
  ['IL-28s', '[IL-28s]'],
  [' the\n  bombers ', '[the bombers]'],
  ['[assume?] *so*', String.raw`[\[assume?\] \*so\*]`],
  ['a_b_c & <d>', String.raw`[a\_b\_c \& \<d\>]`],
  ['x'.repeat(61), `[${'x'.repeat(59)}…]`],
])('%s is linked as %s', (words, written) => {
  expect(noteLink(words, { what: 'cable', id: ID })).toBe(`${written}(cable:${ID})`);
});

it.each([
  ['[[|', { from: 0, words: '' }],
  ['See [[the bo|mbers', { from: 4, words: 'the bo' }],
  ['[[a [[b|', { from: 4, words: 'b' }],
  ['[[[x|', { from: 1, words: 'x' }],
  ['[[a]] b|', null],
  ['[[a\nb|', null],
  ['[a|', null],
  ['|[[', null],
])('%s looks for %o', (written, wanted) => {
  const caret = written.indexOf('|');
  expect(wantedAt(written.replace('|', ''), caret)).toEqual(wanted);
});

it('never ends its words before their end, whatever they are', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'a[]\\`*_!(<>)🚢 ') }), (words) => {
      const link = noteLink(words, { what: 'annotation', id: ID });
      const inner = link.slice(1, link.lastIndexOf(']('));
      // Whatever is left once what is escaped has gone, closes nothing.
      expect(inner.replace(/\\./gu, '')).not.toMatch(/[[\]\\]/u);
      expect(noteTargetOf(link.slice(link.lastIndexOf('](') + 2, -1))?.id).toBe(ID);
    }),
  );
});
