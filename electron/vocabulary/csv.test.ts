import { expect, it } from 'vitest';
import { readCsv } from './csv.ts';
import { namesIn, pathText } from './path.ts';

/** Concepts as `name<parent`. */
function shown(text: string): string {
  const { concepts } = readCsv(text, 'a.csv');
  const names = new Map(concepts.map(({ id, name }) => [id, name]));
  return concepts
    .map(({ name, parent }) => (parent === null ? name : `${name}<${names.get(parent) ?? parent}`))
    .join('; ');
}

it.each<[string, string, string]>([
  ['paths', 'path\na\na › b\na › b › c\n', 'a; b<a; c<b'],
  ['paths whose upper tags have no row', 'Path\nA > b\na > c', 'A; b<A; c<A'],
  ['paths below what comes later', 'path\na › b\na', 'b<a; a'],
  ['names and parents', 'Parent;NAME\n;a\na;b\nb;c\n', 'a; b<a; c<b'],
  [
    'parents by a path, one name at two places',
    'name,parent\na,\nb,\nx,a\nx,b\ny,b › x\n',
    'a; b; x<a; x<b; y<x',
  ],
  ['a parent without a row', 'name\tparent\nb\ta\n', 'a; b<a'],
  ['parents by their IRIs', 'iri,name,parent\nurn:x:a,a,\nurn:x:b,b,urn:x:a\n', 'a; b<a'],
  ['names of one tag alone', 'tag\n"a, b"\n\n""""\n', 'a, b; "'],
  ['a tag below one of its own name', 'name,parent\na,\na,a\n', 'a; a<a'],
])('reads %s', (_, text, concepts) => {
  expect(shown(text)).toBe(concepts);
});

it('reads what else a row says, and tells what it has passed over', () => {
  const text =
    'name,COLOR,Key,iri,Description,constructor\na,Sky,K,http://x/a,"when, and\nwhy",me\nb,pink,kk,no iri,,\n,,,,lost,\nA,,,,again,\n';
  expect(readCsv(text, 'a.csv')).toEqual({
    concepts: [
      {
        id: 'http://x/a',
        iri: 'http://x/a',
        name: 'a',
        description: 'when, and\nwhy',
        colour: 'sky',
        key: 'k',
        parent: null,
      },
      { id: 'b', iri: null, name: 'b', description: null, colour: null, key: null, parent: null },
      {
        id: 'a',
        iri: null,
        name: 'A',
        description: 'again',
        colour: null,
        key: null,
        parent: null,
      },
    ],
    warnings: [
      'Line 5 has no name, and was passed over.',
      'What stands in the column “iri” is no IRI, and was passed over: that of “b”.',
      'A column that tags have no place for was passed over: “constructor”.',
    ],
  });
});

it.each([
  [['a', 'b'], 'a › b'],
  [['a > b', 'c'], String.raw`a \> b › c`],
  [['a\\'], String.raw`a\\`],
  [['and/or'], 'and/or'],
])('the names %j are the path %s', (names, path) => {
  expect(pathText(names)).toBe(path);
  expect(namesIn(path)).toEqual(names);
});
