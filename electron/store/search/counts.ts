import type { Query } from '../../../domain/search/query.ts';
import { FacetName } from '../../../domain/search/facet.ts';
import type { FacetCount, SearchCounts } from '../../../domain/search/result.ts';
import { countBits, type Bits } from './bits.ts';
import type { Column, ColumnName } from './columns.ts';
import type { Searcher } from './searcher.ts';
import type { Steps } from './turns.ts';

/** How many values of a facet are told. */
const MOST = 100;

/** What cables are counted by in each facet: a column, and what of its values. */
const COLUMN: Readonly<Record<FacetName, ColumnName>> = {
  classification: 'classification',
  kind: 'kind',
  year: 'date',
  from: 'sender',
  to: 'recipient',
  signatory: 'signatory',
  tag: 'tag',
  state: 'state',
};

const year = (date: string) => date.slice(0, 4);
const month = (date: string) => date.slice(0, 7);
const itself = (value: string) => value;

/** What a query finds, counted. Each facet is counted as if the query did not ask for a value of it. */
export function* counts(search: Searcher, typed: string): Steps<SearchCounts> {
  yield* search.columns.refresh();
  const all = yield* search.bitsFor(typed);
  const { query } = search.prepare(typed);
  const bitsFor = (facet: FacetName): Bits => {
    const left = query && without(query, facet);
    return left === query ? all : search.bitsOf(left);
  };
  const facets: SearchCounts['facets'] = [];
  for (const facet of FacetName.options) {
    const bits = bitsFor(facet);
    const told = tally(
      search.columns.column(COLUMN[facet]),
      bits,
      facet === 'year' ? year : itself,
    );
    facets.push({ facet, values: told.slice(0, MOST), others: Math.max(0, told.length - MOST) });
    yield;
  }
  const dates = search.columns.column('date');
  const inTime = bitsFor('year');
  const months = tally(dates, inTime, month)
    .filter(({ value }) => value.length === 7)
    .toSorted((a, b) => (a.value < b.value ? -1 : 1));
  return { total: countBits(all), facets, months, undated: undatedIn(dates, inTime) };
}

/** A query without its conditions of a facet, as far as each must be met; itself where it has none, null where it has no other. */
function without(query: Query, facet: FacetName): Query | null {
  const parts = query.type === 'and' ? query.parts : [query];
  const left = parts.filter((part) => !isOf(facet, part));
  if (left.length === parts.length) return query;
  const [first = null, second] = left;
  return second ? { ...query, type: 'and', parts: left } : first;
}

/** Whether a condition asks for a value of a facet. */
function isOf(facet: FacetName, query: Query): boolean {
  if (query.type === 'or') return query.parts.every((part) => isOf(facet, part));
  if (query.type === 'not') return isOf(facet, query.part);
  if (query.type === 'dates') return facet === 'year';
  if (query.type === 'is') return query.field === (facet === 'classification' ? 'class' : facet);
  if (query.type === 'words' || query.type === 'near') return query.field === facet;
  return false;
}

/** How many rows have each value, those of most rows first. */
function tally(
  { numbers, lists }: Column,
  bits: Bits,
  partOf: (value: string) => string,
): FacetCount[] {
  const rows = new Uint32Array(lists.length);
  eachRow(bits, (row) => {
    const number = numbers[row] ?? 0;
    rows[number] = (rows[number] ?? 0) + 1;
  });
  const told = new Map<string, number>();
  for (const [number, cables] of rows.entries()) {
    if (number === 0 || cables === 0) continue;
    for (const value of new Set(lists[number]?.map(partOf)))
      told.set(value, (told.get(value) ?? 0) + cables);
  }
  return Array.from(told, ([value, cables]) => ({ value, cables })).toSorted(
    (a, b) => b.cables - a.cables || (a.value < b.value ? -1 : 1),
  );
}

function undatedIn({ numbers }: Column, bits: Bits): number {
  let undated = 0;
  eachRow(bits, (row) => {
    if ((numbers[row] ?? 0) === 0) undated += 1;
  });
  return undated;
}

function eachRow(bits: Bits, heed: (row: number) => void): void {
  for (let at = 0; at < bits.length; at += 1)
    for (let left = bits[at] ?? 0; left !== 0; left &= left - 1)
      heed(at * 32 + 31 - Math.clz32(left & -left));
}
