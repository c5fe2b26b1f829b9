import { useInfiniteQuery } from '@tanstack/react-query';
import type { MissingDocument } from '../../domain/reference/reference.ts';
import { csvText, guarded } from '../../domain/text/csv.ts';
import { request } from '../bridge.ts';
import { nameWords } from './references.ts';

const PAGE = 200;

/** The missing documents in whose names, or in the titles of those that refer to them, words stand; page by page. */
export function useMissing(words: string) {
  return useInfiniteQuery({
    queryKey: ['cables', 'missing', words],
    queryFn: ({ pageParam }) => page(words, pageParam),
    initialPageParam: 0,
    getNextPageParam: (_, pages) => {
      const read = pages.reduce((sum, { missing }) => sum + missing.length, 0);
      return read < (pages[0]?.total ?? 0) ? read : undefined;
    },
    gcTime: 30_000,
  });
}

function page(words: string, offset: number) {
  return request('reference.missing', { words, offset, limit: PAGE });
}

/** The most lines that are saved in one file. */
const MOST_SAVED = 100_000;

/** All of them as a table; null where the dialog was left. */
export async function saveMissing(words: string): Promise<string | null> {
  const all: MissingDocument[] = [];
  for (;;) {
    const { missing, total } = await page(words, all.length);
    all.push(...missing);
    if (missing.length === 0 || all.length >= Math.min(total, MOST_SAVED)) break;
  }
  const head = ['document', 'called', 'times', 'cables', 'referred to by'];
  const rows = all.map(({ name, words: called, times, cables, citing }) => [
    guarded(name),
    guarded(called),
    String(times),
    String(cables),
    guarded(citing.map(nameWords).join('; ')),
  ]);
  const content = csvText([head, ...rows]);
  const saved = await request('file.save', { kind: 'csv', name: 'Missing references', content });
  return saved && saved.fileName;
}
