import { type FieldName, fieldNames, fieldOf } from '../../domain/search/fields.ts';
import { quotedWhereNeeded } from '../../domain/search/print.ts';
import { scan } from '../../domain/search/scan.ts';
import { havings } from '../../domain/search/query.ts';
import { ReviewState } from '../../domain/review/review.ts';
import type { SearchCounts } from '../../domain/search/result.ts';
import { facetOf, fieldMeanings, havingMeanings } from './words.ts';

/** What is being typed that can be completed: `[from, to)` of the field, and what of it is there. */
export interface Begun {
  readonly type: 'field' | 'value';
  /** The field whose value it is; null where a field itself is being typed. */
  readonly field: FieldName | null;
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** One way to go on. */
export interface Completion {
  /** What is put in the place of what was begun. */
  readonly insert: string;
  readonly title: string;
  /** What it means, or how many cables there are. */
  readonly note: string;
  /** How many cables have it; null where that is not counted. */
  readonly cables: number | null;
}

/** How many ways to go on are offered at once. */
const MOST = 12;

/** What stands before the caret and can be completed; null where nothing can. */
export function begunAt(typed: string, caret: number): Begun | null {
  const before = typed.slice(0, caret);
  const items = scan(before);
  const last = items.at(-1);
  if (!last) return { type: 'field', field: null, from: caret, to: caret, text: '' };
  if (last.to !== caret) return null;
  if (last.type === 'field') return valueOf(last.name, { from: caret, to: caret, text: '' });
  const field = items.at(-2);
  const isValue = field?.type === 'field' && field.to === last.from;
  if (last.type === 'quoted' && !last.closed && isValue) return valueOf(field.name, last);
  if (last.type !== 'bare') return null;
  if (isValue) return valueOf(field.name, last);
  return { type: 'field', field: null, from: last.from, to: caret, text: last.text };
}

function valueOf(name: string, { from, to, text }: { from: number; to: number; text: string }) {
  const field = fieldOf(name);
  return field && { type: 'value' as const, field, from, to, text };
}

/** The query without what is begun, for which its values are counted. */
export function withoutBegun(typed: string, begun: Begun): string {
  const field = begun.field === null ? 0 : begun.field.length + 1;
  return (typed.slice(0, begun.from - field) + typed.slice(begun.to)).trim();
}

/** The ways to go on with what is begun; `nameOf` says what a tag of an id is called. */
export function completionsOf(
  begun: Begun,
  counts: SearchCounts | undefined,
  nameOf: (tagId: string) => string | null,
): Completion[] {
  const { field, text } = begun;
  const all = field === null ? fieldCompletions() : valueCompletions(field, counts, nameOf);
  const sought = folded(text);
  return all
    .filter(({ title }) =>
      field === null ? folded(title).startsWith(sought) : begins(title, sought),
    )
    .slice(0, field === null && text === '' ? fieldNames.length : MOST);
}

function fieldCompletions(): Completion[] {
  return (Object.keys(fieldMeanings) as FieldName[]).map((name) => ({
    insert: `${name}:`,
    title: `${name}:`,
    note: fieldMeanings[name],
    cables: null,
  }));
}

function valueCompletions(
  field: FieldName,
  counts: SearchCounts | undefined,
  nameOf: (tagId: string) => string | null,
): Completion[] {
  if (field === 'has')
    return havings.map((title) => ({ ...valued(title), note: havingMeanings[title] }));
  const facet = facetOf(field);
  const values = counts?.facets.find((each) => each.facet === facet)?.values ?? [];
  const counted = values.flatMap(({ value, cables }) => {
    const name = facet === 'tag' ? nameOf(value) : value;
    return name === null ? [] : [{ ...valued(name), cables }];
  });
  if (field !== 'state') return counted;
  const states = ReviewState.options.filter(
    (state) => !values.some(({ value }) => value === state),
  );
  return [...counted, ...states.map((state) => ({ ...valued(state), cables: 0 }))];
}

function valued(title: string): Completion {
  return { insert: `${quotedWhereNeeded(title)} `, title, note: '', cables: null };
}

/** Whether a word of a text begins so. */
function begins(text: string, sought: string): boolean {
  return sought === '' || ` ${folded(text)}`.includes(` ${sought}`);
}

function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
