import { expect, test } from 'vitest';
import { XML } from '../../domain/limits.ts';
import { type XmlLimits, xmlParser } from './xml-parser.ts';

const SMALL: XmlLimits = { deep: 3, elements: 6, attributes: 2 };

/** What is said of a file, or all the words in it. */
function read(xml: string, limits: XmlLimits = SMALL): string {
  let words = '';
  try {
    const parser = xmlParser(
      {
        refuse: (what) => {
          throw new Error(what);
        },
      },
      limits,
    );
    parser.on('error', () => {});
    parser.on('text', (text) => (words += text));
    parser.write(xml).close();
    return words;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

test.for([
  ['<a><b><c>x</c></b><b><c>y</c></b></a>', 'xy'],
  ['<a b="1" c="2">x</a>', 'x'],
  ['<a><b><c><d>x</d></c></b></a>', /more than 3 deep/u],
  ['<a><b/><b/><b/><b/><b/><b/></a>', /more than 6 elements/u],
  ['<a b="1" c="2" d="3">x</a>', /an element with more than 2 attributes/u],
] as const)('%s', ([xml, told]) => {
  if (typeof told === 'string') expect(read(xml)).toBe(told);
  else expect(read(xml)).toMatch(told);
});

test('no entity is resolved but those of XML itself: not of a file, and none that grows', () => {
  const bomb = `<!DOCTYPE a [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;"><!ENTITY file SYSTEM "file:///etc/passwd">]>
    <a>&b; &file; &lt;&amp;&#65;</a>`;
  expect(read(bomb).trim()).toBe('&b; &file; <&A');
});

test('a parameter entity and a document type from elsewhere fetch nothing', () => {
  const xml = `<!DOCTYPE a SYSTEM "https://example.org/a.dtd" [<!ENTITY % p SYSTEM "https://example.org/p"> %p;]><a>x</a>`;
  expect(read(xml)).toBe('x');
});

test('entities that are not resolved are told, each once, and quickly where there are very many', () => {
  let unresolved = 0;
  const parser = xmlParser({
    unresolved: () => (unresolved += 1),
    refuse: (what) => {
      throw new Error(what);
    },
  });
  let words = '';
  let mistakes = 0;
  parser.on('text', (text) => (words += text));
  parser.on('error', () => (mistakes += 1));
  parser.write(`<a>${'&a;'.repeat(10_000)}&__proto__;&constructor;&é;&amp;&-;</a>`).close();
  expect(words).toBe(`${'&a;'.repeat(10_000)}&__proto__;&constructor;&é;&&-;`);
  expect([unresolved, mistakes]).toEqual([10_003, 1]);
});

test('a million tags that never end are told before they are held', () => {
  expect(read('<a>'.repeat(1_000_000), XML)).toMatch(/more than 400 deep/u);
});
