import type { SearchResult, Snippet } from '../../../domain/search/result.ts';
import { queryIn } from '../choice.ts';
import { EXIT, WordsError, type Command } from '../command.ts';
import { counted, LIBRARY, withLibrary } from '../library.ts';
import { wholeNumber } from '../numbers.ts';

/** How many results are asked for at a time. */
const PAGE = 200;

/** How many results are printed unless the command line says otherwise. */
const LIMIT = 50;

/** `search`: what a query finds, best first, with the passages that show why. */
export const search: Command = {
  usage: 'QUERY --library FILE',
  summary: 'Searches a library in the language of its search field.',
  options: {
    library: LIBRARY,
    limit: {
      type: 'string',
      value: 'N',
      help: `how many cables are printed at most; ${LIMIT} unless given`,
    },
  },
  examples: [
    "search 'missile* from:rusk date:1962' --library Cuba.cablewright",
    'search \'"quarantine" class:secret\' --library Cuba.cablewright --limit 1000 --json',
  ],
  run(words, surroundings) {
    if (words.bare.length === 0) throw new WordsError('It needs a query.');
    const query = queryIn(words.bare.join(' '));
    const limit = wholeNumber(words, 'limit') ?? LIMIT;
    const { output } = surroundings;
    return withLibrary(words, surroundings, async (store) => {
      const { total } = await store.countSearch(query);
      const order = { by: 'relevance', descending: true } as const;
      for (let offset = 0; offset < Math.min(limit, total); offset += PAGE) {
        const stretch = {
          query,
          order,
          offset,
          limit: Math.min(PAGE, limit - offset),
          whole: true,
        };
        const { results } = await store.searchResults(stretch);
        for (const result of results) output.result(result, wordsOf(result));
        if (results.length === 0) break;
      }
      const shown = Math.min(limit, total);
      output.remark(
        shown < total
          ? `${counted(shown, 'cable')} of ${counted(total, 'cable')} found. For more: --limit ${total}.`
          : `${counted(total, 'cable')} found.`,
      );
      return EXIT.done;
    });
  },
};

function wordsOf({ cable: { number, title, date, id }, snippets }: SearchResult): string {
  const head = [date, number === null ? null : `${number}.`, title].filter((word) => word !== null);
  return [`${head.join(' ')}  (${id})`, ...snippets.map((each) => `    ${passageOf(each)}`)].join(
    '\n',
  );
}

/** A passage on one line, with what was found between `[` and `]`. */
function passageOf({ where, label, text, marks }: Snippet): string {
  let shown = '';
  let at = 0;
  for (const { from, to } of marks) {
    shown += `${text.slice(at, from)}[${text.slice(from, to)}]`;
    at = to;
  }
  return `${label ?? where}: ${(shown + text.slice(at)).replace(/\s+/gu, ' ')}`;
}
