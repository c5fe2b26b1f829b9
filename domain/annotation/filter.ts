import { foldedText } from '../alike/fold.ts';
import type { Tag } from '../tag/tag.ts';
import { withBelow } from '../tag/tree.ts';
import type { Annotation, Quote, Side } from './annotation.ts';

/** Which annotations are shown. Whatever is null or empty leaves nothing out; what is not must all hold. */
export interface AnnotationFilter {
  /** Those with one of these tags, or a tag below one of them. */
  readonly tagIds: readonly string[];
  /** Those without any tag as well (alone, where no tags are chosen). */
  readonly untagged: boolean;
  readonly creators: readonly string[];
  readonly side: Side | null;
  /** The first and the last day on which they were changed (ISO 8601 dates, in UTC), both within. */
  readonly since: string | null;
  readonly until: string | null;
  /** Words in the quote or the note, in whichever case: each of them, anywhere in either. */
  readonly words: string;
  /** Rejected ones, and those merged into others, as well. */
  readonly rejected: boolean;
}

/** Leaves nothing out but what an adjudicator has rejected or merged. */
export const showsAll: AnnotationFilter = {
  tagIds: [],
  untagged: false,
  creators: [],
  side: null,
  since: null,
  until: null,
  words: '',
  rejected: false,
};

/** What an annotation must meet. */
type Condition = (annotation: Annotation) => boolean;

/**
 * The annotations that a filter lets through, in their order; the very ones given where it lets all
 * through. `tags` is the vocabulary.
 */
export function filtered(
  annotations: readonly Annotation[],
  filter: AnnotationFilter,
  tags: ReadonlyMap<string, Tag>,
): readonly Annotation[] {
  const conditions = conditionsOf(filter, tags);
  const shown = annotations.filter((annotation) => conditions.every((meets) => meets(annotation)));
  return shown.length === annotations.length ? annotations : shown;
}

/** Whether an adjudicator has left an annotation as it is. */
export function holds({ verdict }: Annotation): boolean {
  return verdict === null || verdict.value === 'accepted';
}

/** Whether a filter says anything but that what was rejected is left out. */
export function isNarrow(filter: AnnotationFilter): boolean {
  return conditionsOf({ ...filter, rejected: true }, new Map()).length > 0;
}

/** The conditions of a filter, the quickest first. */
function conditionsOf(filter: AnnotationFilter, tags: ReadonlyMap<string, Tag>): Condition[] {
  const { rejected, side, creators, since, until } = filter;
  const creating = new Set(creators);
  const all: Condition[] = [];
  if (!rejected) all.push(holds);
  if (side !== null) all.push(({ targets }) => targets.some((target) => target.side === side));
  if (creating.size > 0) all.push(({ creator }) => creating.has(creator));
  if (since !== null) all.push(({ modified }) => dayOf(modified) >= since);
  if (until !== null) all.push(({ modified }) => dayOf(modified) <= until);
  return [...all, ...tagConditions(filter, tags), ...wordConditions(filter)];
}

function tagConditions(
  { tagIds, untagged }: AnnotationFilter,
  tags: ReadonlyMap<string, Tag>,
): Condition[] {
  if (tagIds.length === 0 && !untagged) return [];
  const wanted = withBelow(tagIds, tags.values());
  return [
    (annotation) =>
      annotation.tagIds.length === 0 ? untagged : annotation.tagIds.some((id) => wanted.has(id)),
  ];
}

function wordConditions({ words }: AnnotationFilter): Condition[] {
  const sought = fold(words).split(' ').filter(Boolean);
  if (sought.length === 0) return [];
  return [
    ({ targets, note }) => {
      const quotes = targets.map(({ quote }) => foldedQuote(quote));
      const text = [...quotes, note === '' ? '' : fold(note)].join(' ');
      return sought.every((word) => text.includes(word));
    },
  ];
}

/** The day of a time, both in UTC and in ISO 8601. */
function dayOf(time: string): string {
  return time.slice(0, 'YYYY-MM-DD'.length);
}

/** A text in which everything that looks alike is written alike, and all white space is one blank. */
function fold(text: string): string {
  return foldedText(text).text.replace(/\s+/gu, ' ');
}

const known = new WeakMap<Quote, string>();

/** The words of a quote, folded once: ten thousand are looked through with every letter of a search. */
function foldedQuote(quote: Quote): string {
  const folded = known.get(quote) ?? fold(quote.exact);
  known.set(quote, folded);
  return folded;
}
