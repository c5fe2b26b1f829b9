import fc from 'fast-check';
import { micromark } from 'micromark';
import { expect, it } from 'vitest';
import { difficultText } from '../testing/exported.ts';
import { indented, plainText } from './markdown.ts';

/** The words that a reader of the Markdown sees, line by line. */
function seen(markdown: string): string {
  const html = micromark(markdown);
  expect(html.replace(/<\/?p>|<br \/>/gu, '')).not.toMatch(/<[a-z]/u);
  return html
    .replaceAll('<br />\n', '\n')
    .replaceAll(/<\/p>\n?<p>/gu, '\n\n')
    .replaceAll('</p>\n<p>', '\n\n')
    .replace(/<\/?p>/gu, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
}

/** A text without what Markdown cannot say: blanks at the edges of lines, more than one empty line. */
const plain = (text: string) =>
  text
    .split('\n')
    .map((line) => line.replace(/^[ \t\f\v]+|[ \t\f\v]+$/gu, ''))
    .join('\n')
    .replace(/\n{2,}/gu, '\n\n')
    .replace(/^\n+|\n+$/gu, '');

it.each([
  ['# 1', String.raw`\# 1`],
  ['109. Increasing number', String.raw`109\. Increasing number`],
  ['(a) The US', String.raw`(a\) The US`],
  ['1662.1', '1662.1'],
  ['- - -', String.raw`\- - -`],
  ['S/S\nNIACT', 'S/S\\\nNIACT'],
  ['a\n\n\n    b', 'a\n\nb'],
  ['*[1]* & &amp; <b>', String.raw`\*\[1\]\* & \&amp; \<b>`],
])('%j is written %j', (text, markdown) => {
  expect(plainText(text)).toBe(markdown);
  expect(seen(markdown)).toBe(plain(text));
});

it('reads as the text, whatever the text is', () => {
  const signs = fc
    .array(fc.constantFrom(...'#>-+*_`~=:.)(1a[]<!&;|\\ \n\tx'.split('')), { maxLength: 12 })
    .map((all) => all.join(''));
  fc.assert(
    fc.property(fc.oneof(signs, difficultText), (text) => {
      // A mark of byte order is none only where the file begins, and no file begins with its text.
      fc.pre(!/^\s*\uFEFF/u.test(text));
      expect(seen(plainText(text))).toBe(plain(text));
    }),
    { numRuns: 500 },
  );
});

it('indents all lines but empty ones', () => {
  expect(indented('a\n\n- b\r\n  c')).toBe('    a\n\n    - b\n      c');
});
