import { expect, test } from 'vitest';
import { searchableOriginal, wordsIn } from './searchable.ts';

const XML =
  '<p>To <hi rend="x">Cairo</hi><note n="2">See\n  <ref target="#d1">Document 1</ref> &amp; 2.</note> <del>not</del> now</p>';
const original = { text: XML, format: 'tei' } as const;
const at = (words: string) => ({ from: XML.indexOf(words), to: XML.indexOf(words) + words.length });

test('what is searched has words, and blanks for tags, each sign in its place', () => {
  const searched = searchableOriginal(XML, 'tei');
  expect(searched).toHaveLength(XML.length);
  expect(searched.split(/\s+/u).filter(Boolean)).toEqual(
    'To Cairo See Document 1 & 2. not now'.split(' '),
  );
  for (const word of ['Cairo', 'Document', 'now'])
    expect(searched.indexOf(word)).toBe(XML.indexOf(word));
  expect(searchableOriginal(XML, 'text')).toBe(XML);
});

test.each([
  [
    'the inside of a note',
    'See\n  <ref target="#d1">Document 1</ref> &amp; 2.',
    'See Document 1 & 2.',
  ],
  [
    'a note with its tags',
    XML.slice(XML.indexOf('<note'), XML.indexOf('</note>') + 7),
    'See Document 1 & 2.',
  ],
  ['what was struck out', '<del>not</del>', 'not'],
  [
    'running text, without the notes in it',
    'To <hi rend="x">Cairo</hi><note n="2">See\n  <ref target="#d1">Document 1</ref> &amp; 2.</note> ',
    'To Cairo',
  ],
  ['half a tag', 'rend="x">Cairo', 'rend="x">Cairo'],
])('the words of %s', (_, stretch, words) => {
  expect(wordsIn(original, at(stretch))).toBe(words);
  expect(wordsIn({ text: XML, format: 'text' }, at(stretch))).toBe(stretch);
});
