/**
 * How much memory a program needs to search: run as a process of its own by `bench:library`, which reads
 * the one line it prints.
 *
 *     node --expose-gc --import ./bench/sql.ts bench/library/memory.ts cablewright|minisearch LIBRARY
 */
import MiniSearch from 'minisearch';
import { parseQuery } from '../../domain/search/parse.ts';
import { hitsIn } from '../../domain/search/hits.ts';
import { snippetOf } from '../../domain/search/snippet.ts';
import { openLibrary } from '../../electron/store/library-file.ts';
import { libraryOf } from '../../electron/store/library.ts';
import { searchResults } from '../../electron/store/search/search-actions.ts';
import { median } from '../bars.ts';
import { cableMaker } from './cables.ts';
import { rarePhrases, rareWords, type Asked } from './queries.ts';

const [kind, path] = process.argv.slice(2);
if (path === undefined) throw new Error('Which library?');
const library = libraryOf(
  openLibrary(path, () => undefined),
  path,
);
const { names } = cableMaker(library.cables.count());

/** What this process occupies now, in bytes, after everything unused has been let go. */
function occupied(): number {
  globalThis.gc?.();
  return process.memoryUsage.rss();
}

/** MiniSearch over both texts and the title of every cable, with the texts kept to cut passages out of. */
function miniSearch(): (asked: Asked) => unknown {
  const index = new MiniSearch({ fields: ['original', 'transcription', 'title'] });
  const texts = new Map<string, string>();
  for (const { id, title } of [...library.cables.names()]) {
    const original = library.cables.textOf(id, 'original');
    const transcription = library.cables.textOf(id, 'transcription');
    texts.set(id, transcription);
    index.add({ id, original, transcription, title });
  }
  return ({ query: typed }) => {
    const { query } = parseQuery(typed);
    const found = index.search(typed.replaceAll('"', ''), { combineWith: 'AND' }).slice(0, 50);
    return found.map(({ id, score }) => {
      const text = texts.get(String(id)) ?? '';
      const hits = query ? hitsIn(text, query, 'transcription') : [];
      return { id: String(id), score, snippet: snippetOf(text, hits, 160) };
    });
  };
}

const before = occupied();
const search =
  kind === 'minisearch'
    ? miniSearch()
    : ({ query }: Asked) =>
        searchResults(library, {
          query,
          order: { by: 'relevance', descending: true },
          offset: 0,
          limit: 50,
          whole: false,
        });
const all = [
  ...rareWords(names, 40),
  ...rarePhrases(names, 40),
  ...['soviets', 'agreement', 'again', 'several', 'upon', 'position', 'because', 'military'].map(
    (word) => ({ query: word, match: word }),
  ),
];
// The first few are not counted: there the program itself is read and compiled.
for (const asked of all.slice(0, 10)) await search(asked);
const times: number[] = [];
for (const asked of all.slice(10)) {
  const begin = performance.now();
  await search(asked);
  times.push(performance.now() - begin);
}
console.log(JSON.stringify({ bytes: occupied() - before, median: median(times) }));
library.db.close();
