import { z } from 'zod';
import { Side } from '../annotation/annotation.ts';
import { CableSummary } from '../library/cable.ts';
import { Range } from '../text/range.ts';
import { FacetName } from './facet.ts';

/** The longest query, in UTF-16 code units. */
export const LONGEST_QUERY = 2000;

/** What somebody types to search, in the language of `parseQuery`; the empty one asks for all cables. */
export const QueryText = z.string().max(LONGEST_QUERY);

/**
 * A passage that shows why a cable was found: some words with those looked for in `marks` (UTF-16 code
 * units of `text`). `at` is where the first mark stands on a side of the cable; null in what is no side.
 * `label` is the field, or the creator of the note.
 */
export const Snippet = z.strictObject({
  where: z.enum([...Side.options, 'field', 'note', 'tag']),
  label: z.string().nullable(),
  text: z.string(),
  marks: z.array(Range),
  at: Range.nullable(),
  annotationId: z.uuid().nullable(),
});
export type Snippet = z.infer<typeof Snippet>;

/** A cable that was found. */
export const SearchResult = z.strictObject({
  cable: CableSummary,
  snippets: z.array(Snippet),
});
export type SearchResult = z.infer<typeof SearchResult>;

/** How many cables have a value: for `tag` its id, for `state` a ReviewState; else as it is written. */
export const FacetCount = z.strictObject({ value: z.string(), cables: z.int().positive() });
export type FacetCount = z.infer<typeof FacetCount>;

/** What a query finds, counted. Months are `YYYY-MM`, ascending, without gaps being filled. */
export const SearchCounts = z.strictObject({
  total: z.int().nonnegative(),
  facets: z.array(
    z.strictObject({
      facet: FacetName,
      /** The values of most cables first, at most 100. */
      values: z.array(FacetCount),
      /** How many values there are besides. */
      others: z.int().nonnegative(),
    }),
  ),
  months: z.array(FacetCount),
  undated: z.int().nonnegative(),
});
export type SearchCounts = z.infer<typeof SearchCounts>;

/**
 * A line of a concordance: the words found with what stands around them, on one line of text. A `stale`
 * one has no words: its text has changed since so that they no longer stand there, or its cable is gone.
 */
export const ConcordanceLine = z.strictObject({
  /** Its number among the lines of the concordance as it was made; it names the line. */
  line: z.int().nonnegative(),
  cableId: z.uuid(),
  /** The title of the cable, its number in the edition and its date. */
  title: z.string(),
  number: z.string().nullable(),
  date: z.string().nullable(),
  side: Side,
  /** Where the words stand on that side in `version`. */
  from: z.int().nonnegative(),
  to: z.int().nonnegative(),
  version: z.int().nonnegative(),
  before: z.string(),
  hit: z.string(),
  after: z.string(),
  stale: z.boolean(),
  /** The tags of the annotations on these very words. */
  tagIds: z.array(z.uuid()),
});
export type ConcordanceLine = z.infer<typeof ConcordanceLine>;

/** What a concordance is in the order of; `left` reads the words before the hit from the hit outwards. */
export const ConcordanceOrder = z.strictObject({
  by: z.enum(['left', 'hit', 'right', 'cable']),
  descending: z.boolean(),
});
export type ConcordanceOrder = z.infer<typeof ConcordanceOrder>;

/** A search that was kept under a name. */
export const SavedSearch = z.strictObject({
  id: z.uuid(),
  name: z.string().trim().min(1).max(200),
  query: QueryText,
  created: z.iso.datetime(),
});
export type SavedSearch = z.infer<typeof SavedSearch>;
