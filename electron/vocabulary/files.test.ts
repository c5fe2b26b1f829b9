import { truncateSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { foldedName, type Tag, TagColour, TagName } from '../../domain/tag/tag.ts';
import { conceptsOf } from '../../domain/vocabulary/exporting.ts';
import { jsonLdOf } from '../../domain/vocabulary/skos-json.ts';
import { starterVocabulary } from '../../domain/vocabulary/starter.ts';
import { takingOver } from '../../domain/vocabulary/taking.ts';
import { test } from '../testing/folder.ts';
import { fileIn } from '../testing/store.ts';
import { csvOf, readCsv } from './csv.ts';
import { type Format, readVocabulary, writeVocabulary } from './files.ts';
import { readJsonLd } from './jsonld.ts';
import { skosIn } from './skos-read.ts';
import { turtleOf } from './skos-write.ts';
import { readTurtle } from './turtle.ts';

const scheme = { iri: 'urn:uuid:019a9f00-0000-7000-8000-00000000ffff', title: 'A “library”\\' };
const noId = () => '';
const starter = takingOver([], starterVocabulary, noId).taken.map(({ tag }) => tag);

test.for<[Format, string]>([
  ['turtle', 'tags.ttl'],
  ['jsonld', 'tags.jsonld'],
  ['csv', 'tags.csv'],
])('the starter comes back from %s as it went', async ([format, name], { folder }) => {
  const path = join(folder, name);
  expect(await writeVocabulary(path, { format, tags: starter, scheme })).toEqual({
    fileName: name,
    tags: starter.length,
  });
  const { concepts, ...rest } = await readVocabulary(path);
  expect(rest).toEqual({ fileName: name, warnings: [] });
  expect(concepts).toEqual(conceptsOf(starter));
  const unnamed = join(folder, 'tags');
  await writeVocabulary(unnamed, { format, tags: starter, scheme });
  expect((await readVocabulary(unnamed)).concepts).toEqual(concepts);
});

const odd = fc
  .oneof(
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }),
    fc
      .array(
        fc.constantFrom(
          'a',
          '"',
          "'",
          ',',
          ';',
          '\n',
          '\t',
          '›',
          '>',
          '\\',
          '/',
          '=',
          '-',
          '@',
          '😀',
          '<',
          '{',
          '}',
          '[',
          '&',
          '%',
          '#',
          'é',
          ' ',
        ),
        { minLength: 1, maxLength: 8 },
      )
      .map((all) => all.join('')),
  )
  .map((words) => TagName.safeParse(words).data)
  .filter((name) => name !== undefined);

const vocabularies = fc
  .array(
    fc.record({
      name: odd,
      above: fc.nat(6),
      colour: fc.constantFrom(...TagColour.options),
      key: fc.constantFrom('k', '7', null),
      description: fc.oneof(
        fc.constant(''),
        odd,
        fc.constant('Two\n\nparagraphs; "quoted", \\ and\ttabbed'),
      ),
      iri: fc.constantFrom(null, 'http://example.org/a?b=c#d', 'title:x', 'urn:x:é'),
    }),
    { maxLength: 7 },
  )
  .map((rows): Tag[] => {
    const tags: Tag[] = [];
    for (const { above, ...row } of rows) {
      const parentId = tags[above]?.id ?? null;
      const twin = tags.some(
        (tag) =>
          (tag.parentId === parentId && foldedName(tag.name) === foldedName(row.name)) ||
          (tag.iri !== null && tag.iri === row.iri),
      );
      const id = `019a9f00-0000-7000-8000-00000000000${tags.length}`;
      if (!twin) tags.push({ ...row, id, parentId });
    }
    return tags;
  });

it.each<[string, (tags: readonly Tag[]) => unknown]>([
  ['Turtle', (tags) => skosIn(readTurtle(turtleOf(scheme, conceptsOf(tags)), 'x.ttl'))],
  ['JSON-LD', (tags) => skosIn(readJsonLd(jsonLdOf(scheme, conceptsOf(tags)), 'x.jsonld').triples)],
  ['CSV', (tags) => readCsv(csvOf(conceptsOf(tags)).slice(1).replaceAll('\r\n', '\n'), 'x.csv')],
])('%s gives back whatever names there are', (_, through) => {
  fc.assert(
    fc.property(vocabularies, (tags) => {
      fc.pre(tags.length > 0);
      expect(through(tags)).toEqual({ concepts: conceptsOf(tags), warnings: [] });
    }),
    { numRuns: 300 },
  );
});

test.for<[string, string | Uint8Array, string, RegExp]>([
  [
    'a.ttl',
    '@prefix skos: <http://x/> .\n\n<a> skos:b "c\n',
    'bad-input',
    /^a\.ttl cannot .*in line 3 /u,
  ],
  [
    'a.ttl',
    '<http://x/a> <http://x/b> "c" .',
    'bad-input',
    /^a\.ttl says of nothing that it is a concept/u,
  ],
  [
    'a.jsonld',
    '{"@graph": [\n  {"@id": "x",}\n]}',
    'bad-input',
    /^a\.jsonld cannot .*in line 2\./u,
  ],
  ['a.json', '{"@graph": [', 'bad-input', /in line 1\./u],
  [
    'a.jsonld',
    '{"@context": "https://example.org/skos.jsonld", "prefLabel": "a"}',
    'bad-input',
    /leaves it to https:\/\/example\.org\/skos\.jsonld .* fetches nothing/u,
  ],
  ['a.rdf', '<?xml version="1.0"?><rdf:RDF/>', 'bad-input', /^a\.rdf is in XML/u],
  ['a.csv', 'path,note\na,"b\nc,d\n', 'bad-input', /quotation that begins in line 2 /u],
  ['a.csv', 'title,colour\na,sky\n', 'bad-input', /^a\.csv has no column “path” and none “name”/u],
  ['a.csv', 'path\n', 'bad-input', /no tags in it/u],
  ['a.ttl', '', 'file-empty', /^a\.ttl is empty/u],
  [
    'a.ttl',
    Buffer.from('89504e470d0a1a0a0000000d', 'hex'),
    'file-not-text',
    /^a\.ttl is not a text/u,
  ],
  [
    'a.csv',
    `name\n${Array.from({ length: 20_001 }, (_, at) => `n${at}\n`).join('')}`,
    'file-too-large',
    /20,001 concepts; up to 20,000/u,
  ],
])('%s of case %# is refused', async ([name, text, code, message], { folder }) => {
  await expect(readVocabulary(fileIn(folder, name, text))).rejects.toMatchObject({
    code,
    message: expect.stringMatching(message) as string,
  });
});

test('a file that is too large or gone is refused', async ({ folder }) => {
  const path = fileIn(folder, 'a.ttl', '');
  truncateSync(path, 32 * 1024 * 1024 + 1);
  await expect(readVocabulary(path)).rejects.toMatchObject({ code: 'file-too-large' });
  await expect(readVocabulary(join(folder, 'b.ttl'))).rejects.toMatchObject({
    code: 'file-missing',
  });
});

test('Turtle is written as people read it', async ({ folder }) => {
  const path = join(folder, 'a.ttl');
  const [persons, heads] = starter;
  await writeVocabulary(path, {
    format: 'turtle',
    tags: [
      { ...(persons as Tag), description: 'All “persons”.' },
      { ...(heads as Tag), name: 'Heads', description: '' },
    ],
    scheme,
  });
  expect(await readFile(path, 'utf8')).toMatchInlineSnapshot(`
    "@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
    @prefix dct: <http://purl.org/dc/terms/> .
    @prefix cw: <urn:x-cablewright:> .

    <urn:uuid:019a9f00-0000-7000-8000-00000000ffff> a skos:ConceptScheme ;
      dct:title "A “library”\\\\" ;
      skos:hasTopConcept <urn:uuid:019a9f00-0000-7000-8000-000000000100> .

    <urn:uuid:019a9f00-0000-7000-8000-000000000100> a skos:Concept ;
      skos:inScheme <urn:uuid:019a9f00-0000-7000-8000-00000000ffff> ;
      skos:topConceptOf <urn:uuid:019a9f00-0000-7000-8000-00000000ffff> ;
      skos:prefLabel "Persons" ;
      skos:scopeNote "All “persons”." ;
      cw:colour "blue" ;
      cw:key "p" .

    <urn:uuid:019a9f00-0000-7000-8000-000000000101> a skos:Concept ;
      skos:inScheme <urn:uuid:019a9f00-0000-7000-8000-00000000ffff> ;
      skos:prefLabel "Heads" ;
      skos:broader <urn:uuid:019a9f00-0000-7000-8000-000000000100> ;
      cw:colour "blue" .
    "
  `);
});
