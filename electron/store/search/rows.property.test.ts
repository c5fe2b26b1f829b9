import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Cable } from '../../../domain/library/cable.ts';
import { hitsIn } from '../../../domain/search/hits.ts';
import { parseQuery } from '../../../domain/search/parse.ts';
import type { Query, WordField } from '../../../domain/search/query.ts';
import { valuesOf } from '../../../domain/metadata/effective.ts';
import { storeWith, type TestStore } from '../../testing/store.ts';
import { connect } from '../database.ts';
import { libraryOf } from '../library.ts';

/** A cable as a scan reads it: by each field of words its texts, and what it has as a whole. */
interface Scanned {
  readonly id: string;
  readonly texts: Readonly<Record<WordField, readonly string[]>>;
  readonly facts: readonly string[];
  readonly tags: readonly string[];
  readonly cable: Cable;
}

const NONE: readonly string[] = [];

async function scanOf(store: TestStore, id: string, tagName: string): Promise<Scanned> {
  const cable = await store.openCable(id);
  const annotations = await store.listAnnotations(id);
  const transcription = (await store.readCable(id)).text;
  const { title } = cable.summary;
  const texts = {
    ...{ text: [cable.original.text, transcription], original: [cable.original.text] },
    ...{ transcription: [transcription], title: [title], to: valuesOf(cable, 'info') },
    ...{ from: NONE, signatory: NONE, people: NONE, place: NONE, file: NONE },
    note: annotations.map(({ note }) => note),
  };
  const facts = [...valuesOf(cable, 'number'), ...valuesOf(cable, 'date')];
  const tags = annotations.some(({ tagIds }) => tagIds.length > 0) ? [tagName] : [];
  return { id, texts, facts, tags, cable };
}

/** Whether a scan of all texts of a cable finds it. */
function finds(query: Query, scanned: Scanned): boolean {
  switch (query.type) {
    case 'and':
      return query.parts.every((part) => finds(part, scanned));
    case 'or':
      return query.parts.some((part) => finds(part, scanned));
    case 'not':
      return !finds(query.part, scanned);
    case 'dates': {
      const date = scanned.cable.summary.date ?? '';
      if (query.undated || date === '') return query.undated && date === '';
      const { from, to } = query;
      return (from ?? '') <= date && date.slice(0, to?.length ?? 0) <= (to ?? '');
    }
    case 'is': {
      const { summary } = scanned.cable;
      if (query.field === 'state') return summary.review.state === query.value;
      if (query.field === 'tag') return scanned.tags.includes(query.value);
      if (query.field === 'number') return summary.number === query.value;
      return query.value === 'proposal' ? summary.proposals > 0 : summary.annotations > 0;
    }
    default:
      return textsOf(query.field, scanned).some(
        (text) => hitsIn(text, anywhere(query), 'original').length > 0,
      );
  }
}

function textsOf(field: WordField | null, { texts, facts, tags }: Scanned): readonly string[] {
  return field === null ? [...Object.values(texts).flat(), ...facts, ...tags] : texts[field];
}

function anywhere(query: Extract<Query, { type: 'words' | 'near' }>): Query {
  if (query.type === 'words') return { ...query, field: null };
  return { ...query, field: null, parts: query.parts.map((part) => ({ ...part, field: null })) };
}

const word = fc.constantFrom('Cuba', 'cuban', 'missile', 'missiles', 'the', 'Réunion', 'bases');
const gap = fc.constantFrom(' ', ' ', ', ', '-\n', '’', ' {gone} ', ' {?why} ', '\n');
const text = fc
  .array(fc.tuple(word, gap), { minLength: 1, maxLength: 8 })
  .map((pairs) => pairs.flat().join(''));
const heading = fc.constantFrom(
  ...['', 'No. 7\n', 'No. 62a\nDate 1962-10-16\n', 'Title The Cuban bases\nDate 1961\n'],
  ...['Info Cuba\n', 'Info Réunion\nInfo The bases\n'],
);
const library = fc.array(fc.tuple(heading, text, fc.constantFrom('', '', 'the missile', 'tag')), {
  minLength: 2,
  maxLength: 5,
});

const leaf = fc.constantFrom(
  ...['cuba', 'missile*', '"the missiles"', 'reunion', 'gone', 'original:gone', 'bases', '~cuba'],
  ...['title:cuban', 'to:cuba', 'to:"reunion the"', 'note:missile', 'cuba NEAR/3 missiles', 'arms'],
  ...['number:7', 'number:62a', '62a', 'date:1962', 'date:<=1961', 'date:none', 'state:imported'],
  ...['has:proposal', 'has:annotation', 'tag:arms', 'transcription:"the bases"', '1962'],
);
const { query } = fc.letrec<{ query: string }>((tie) => ({
  query: fc.oneof(
    { maxDepth: 3 },
    leaf,
    leaf.map((each) => `-(${each})`),
    fc.tuple(tie('query'), tie('query')).map(([a, b]) => `(${a} AND ${b})`),
    fc.tuple(tie('query'), tie('query')).map(([a, b]) => `(${a} OR ${b})`),
    fc.tuple(tie('query'), tie('query')).map(([a, b]) => `(${a} NOT ${b})`),
  ),
}));

test('a search finds the very cables that a scan of all texts finds', async () => {
  await fc.assert(
    fc.asyncProperty(
      library,
      fc.array(query, { minLength: 40, maxLength: 40 }),
      async (cables, queries) => {
        const folder = mkdtempSync(join(tmpdir(), 'cablewright-'));
        try {
          const store = await storeWith(
            folder,
            Object.fromEntries(
              cables.map(([head, body], at) => [`${at}.txt`, `${head}${body} n${at}`]),
            ),
          );
          const tag = await store.createTag({ name: 'arms', parentId: null }, 'kay');
          const order = { by: 'imported', descending: false } as const;
          const listed = await store.listCables({ offset: 0, limit: 10, query: '', order });
          for (const [at, { id: cableId }] of listed.cables.entries()) {
            const note = cables[at]?.[2] ?? '';
            const draft = {
              cableId,
              ranges: [],
              version: 0,
              tagIds: note === 'tag' ? [tag.id] : [],
            };
            if (note !== '') await store.createAnnotation({ ...draft, note }, 'kay');
          }
          const scans = await Promise.all(listed.cables.map(({ id }) => scanOf(store, id, 'arms')));
          await store.close();
          const path = join(folder, 'test.cablewright');
          const db = connect(path, 'must-be-there');
          const { search } = libraryOf(db, path);
          for (const typed of queries) {
            const { query: read, problems } = parseQuery(typed);
            expect(problems, typed).toEqual([]);
            const wanted = scans.filter((each) => read !== null && finds(read, each));
            const found = search.rows(typed).map(search.idOf);
            expect(found.toSorted(), typed).toEqual(wanted.map(({ id }) => id).toSorted());
          }
          db.close();
        } finally {
          rmSync(folder, { recursive: true, force: true });
        }
      },
    ),
    { numRuns: 8 },
  );
});
