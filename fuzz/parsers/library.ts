import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { requests, type RequestName } from '../../domain/contract.ts';
import { byDate } from '../../domain/search/order.ts';
import { failureOf } from '../../domain/failure.ts';
import type { Chance } from '../../electron/testing/chance.ts';
import { oneOf } from '../chance.ts';
import { deskIn, IDS } from '../desk.ts';
import { valuesOf } from '../from-schema.ts';
import { said } from '../good.ts';
import { isAnswer } from '../judging.ts';
import type { Parser } from '../parser.ts';
import { hypothesis, tsv, webAnnotation, xmi } from './annotations.ts';
import { madeQuery, queryWords } from './queries.ts';

/** After so many inputs the library is laid anew: what was done to it adds up until then. */
const ENOUGH = 40;

const WORDS = [
  ...[
    '',
    'a',
    'bombers',
    'Cuba',
    'tag:Cuba',
    '"',
    'NEAR(',
    '1962-11-19',
    '1962',
    '#aa3344',
    'teal',
    'x'.repeat(100),
    '🚢',
    '\ud83d',
    '\0',
    '\n',
  ],
  ...[
    'miller',
    'one.txt',
    'text',
    'page-marker',
    'deletion',
    'https://example.org/a',
    'a/b',
    '..',
    '%',
    '__proto__',
    '  ',
    '*stay*',
  ],
] as const;

const names = Object.keys(requests) as RequestName[];
const makers = new Map<RequestName, ReturnType<typeof valuesOf>>();

/** What makes inputs for a request; shapes are looked at when they are first needed. */
function makerOf(name: RequestName): ReturnType<typeof valuesOf> {
  const maker = makers.get(name) ?? valuesOf(requests[name].input, { ids: IDS, words: WORDS });
  makers.set(name, maker);
  return maker;
}

/** Some requests in a row: `[[name, input, files], …]`. */
function madeRequests(chance: Chance): string {
  const asked = Array.from({ length: 1 + chance.below(8) }, () => {
    const name = chance.one(names) ?? ('library.state' as const);
    const files =
      name === 'coming.dropped' ? ['notes.json'] : name === 'import.dropped' ? ['a.txt'] : [];
    if (chance.below(80) === 0)
      return [oneOf(chance, ['__proto__', 'toString', '', 'x.y']), {}, files];
    return [name, makerOf(name)(chance), files];
  });
  return JSON.stringify(asked);
}

/** What the window may ask: every request there is, by its own shape and by others. */
export const ipc: Parser = {
  name: 'ipc',
  share: 3,
  shape: 'json',
  good: said('[["library.state",{},[]]]'),
  words: names.map((name) => `"${name}"`),
  make: madeRequests,
  begin: async (folder) => {
    const desk = await deskIn(folder);
    let count = 0;
    return async (bytes, lap) => {
      if (count++ % ENOUGH === 0) await desk.fresh();
      lap();
      for (const [name, input, files] of requestsIn(bytes)) {
        await desk.ask(name, await desk.filled(input), files);
        lap();
      }
    };
  },
};

/** What was asked, as far as it is a row of requests at all. */
function requestsIn(bytes: Buffer): [string, unknown, string[]][] {
  let asked: unknown;
  try {
    asked = JSON.parse(bytes.toString('utf8'));
  } catch {
    return [];
  }
  if (!Array.isArray(asked)) return [];
  return asked.slice(0, 12).flatMap((each: unknown): [string, unknown, string[]][] => {
    if (!Array.isArray(each)) return [];
    const [name, input, files] = each as unknown[];
    const known = ['notes.json', 'a.txt'].filter(
      (file) => Array.isArray(files) && files.includes(file),
    );
    return [[typeof name === 'string' ? name : '', input, known]];
  });
}

/** A search of a library, in all the places where a query can be given. */
export const search: Parser = {
  name: 'search',
  share: 3,
  shape: 'words',
  good: said(
    'bombers tag:Cuba -draft',
    'note:stay OR title:circular',
    'date:1962 NEAR(bombers stay, 5)',
  ),
  words: queryWords,
  make: madeQuery,
  begin: async (folder) => {
    const desk = await deskIn(folder);
    await desk.fresh();
    const store = desk.store();
    const page = { offset: 0, limit: 20 };
    return async (bytes) => {
      const query = bytes.toString('utf8').slice(0, 2000);
      const relevance = { by: 'relevance', descending: true } as const;
      isAnswer(
        'search.results',
        await store.searchResults({ query, order: relevance, whole: true, ...page }),
      );
      isAnswer('search.counts', await store.countSearch(query));
      isAnswer('cable.list', await store.listCables({ query, order: byDate, ...page }));
      const made = await store.makeConcordance(query);
      if (!made) return;
      const order = { by: 'right', descending: false } as const;
      isAnswer(
        'concordance.lines',
        await store.concordanceLines({ id: made.id, order, offset: 0, limit: 50 }),
      );
    };
  },
};

/** Files of annotations, all their way into a library. */
export const coming: Parser = {
  name: 'coming',
  share: 1.5,
  shape: 'json',
  good: () => [webAnnotation, hypothesis, xmi, tsv].flatMap(({ good }) => good()),
  words: ['bombers', '"bombers"', '"one.txt"', '"stay"', ...webAnnotation.words],
  begin: async (folder) => {
    const desk = await deskIn(folder);
    const path = join(folder, 'coming.json');
    let count = 0;
    return async (bytes, lap) => {
      if (count++ % ENOUGH === 0) await desk.fresh();
      lap();
      writeFileSync(path, bytes);
      const store = desk.store();
      const { cables } = await store.listCables({ offset: 0, limit: 1, query: '', order: byDate });
      const report = await store.readComing(path, cables[0]?.id ?? null);
      isAnswer('coming.choose', report);
      lap();
      if (!report) return;
      const { id } = report;
      isAnswer(
        'coming.lines',
        await store.comingLines({ id, outcome: null, offset: 0, limit: 500 }),
      );
      isAnswer('coming.take', await store.takeComing({ id, chosen: [], least: 60 }, 'kay'));
      lap();
      for (const cable of cables) isAnswer('cable.open', await store.openCable(cable.id));
      await store.undo('kay').catch((error: unknown) => {
        if (failureOf(error).code === 'unexpected') throw error;
      });
    };
  },
};
