import { z } from 'zod';
import { CableChoice } from '../library/choice.ts';
import { CableName } from '../library/cable.ts';
import {
  CitingCable,
  MissingDocument,
  ReferenceGraph,
  ResolvedReference,
} from '../reference/reference.ts';
import { ReviewState } from '../review/review.ts';
import { byDate, CableOrder } from '../search/order.ts';
import {
  ConcordanceLine,
  ConcordanceOrder,
  QueryText,
  SavedSearch,
  SearchCounts,
  SearchResult,
} from '../search/result.ts';
import { nothing, type Requests } from './request.ts';

const cables = z.strictObject({ cables: z.int().nonnegative() });

/** Requests about searching the library, counting, reading in context, references, and acting on many cables. */
export const searchRequests = {
  /**
   * A stretch of what a query finds, with the passages that show why. By relevance only so many are
   * ranked before the first are shown: `ranked` says among how many, null where it was among all;
   * `whole` asks for all. `total` is null while nobody has counted; `search.counts` does. Fails with
   * `bad-query` where the query cannot be read.
   */
  'search.results': {
    input: z.strictObject({
      query: QueryText,
      order: CableOrder.default({ by: 'relevance', descending: true }),
      offset: z.int().nonnegative(),
      limit: z.int().min(1).max(200),
      whole: z.boolean().default(false),
    }),
    output: z.strictObject({
      total: z.int().nonnegative().nullable(),
      ranked: z.int().nonnegative().nullable(),
      results: z.array(SearchResult),
      /** For words looked for tolerantly: what was found in their place. */
      readings: z.array(z.strictObject({ word: z.string(), also: z.array(z.string()) })),
    }),
  },
  /** What a query finds, counted by every facet and by month. Fails with `bad-query`. */
  'search.counts': { input: z.strictObject({ query: QueryText }), output: SearchCounts },
  /** The searches kept in the library, in alphabetical order. */
  'search.saved': { input: nothing, output: z.array(SavedSearch) },
  /** The reader keeps a search under a name; one of that name gets another query. */
  'search.save': {
    input: SavedSearch.pick({ name: true, query: true }),
    output: SavedSearch,
  },
  /** The reader gives a kept search another name. */
  'search.rename': { input: SavedSearch.pick({ id: true, name: true }), output: nothing },
  /** The reader lets a kept search go. */
  'search.forget': { input: z.strictObject({ id: z.uuid() }), output: nothing },

  /**
   * The reader asks for every place where the words of a query stand, with what stands around them. Its
   * progress comes as `import.progress`, and `import.cancel` stops it; then null comes back. The lines
   * are kept until the next concordance is made or the library is closed. Fails with `bad-query`.
   */
  'concordance.make': {
    input: z.strictObject({ query: QueryText }),
    output: z
      .strictObject({
        id: z.uuid(),
        lines: z.int().nonnegative(),
        cables: z.int().nonnegative(),
        /** Whether there are more lines than a concordance holds. */
        more: z.boolean(),
      })
      .nullable(),
  },
  /** A stretch of a concordance in an order. Fails with `not-found` where it is not kept any more. */
  'concordance.lines': {
    input: z.strictObject({
      id: z.uuid(),
      order: ConcordanceOrder,
      offset: z.int().nonnegative(),
      limit: z.int().min(1).max(500),
    }),
    output: z.array(ConcordanceLine),
  },
  /** The reader tags lines of a concordance, those named or all but some, each as an annotation, as one action. */
  'concordance.tag': {
    input: z.strictObject({
      id: z.uuid(),
      only: z.array(z.int().nonnegative()).nullable(),
      except: z.array(z.int().nonnegative()),
      tagIds: z.array(z.uuid()).min(1),
    }),
    output: z.strictObject({ annotations: z.int().nonnegative(), cables: z.int().nonnegative() }),
  },

  /** What a cable refers to, and which cables refer to it; of these `more` are not told. */
  'reference.list': {
    input: z.strictObject({ cableId: z.uuid() }),
    output: z.strictObject({
      version: z.int().nonnegative(),
      references: z.array(ResolvedReference),
      citing: z.array(CitingCable),
      more: z.int().nonnegative(),
    }),
  },
  /**
   * The documents that are referred to and not in the library, those referred to most first; only those
   * in whose name, or in the title of a cable that refers to them, all of `words` stand.
   */
  'reference.missing': {
    input: z.strictObject({
      words: z.string().max(200).default(''),
      offset: z.int().nonnegative(),
      limit: z.int().min(1).max(500),
    }),
    output: z.strictObject({ total: z.int().nonnegative(), missing: z.array(MissingDocument) }),
  },
  /** Who cites whom around one cable, or among what a query finds. */
  'reference.graph': {
    input: z.strictObject({ cableId: z.uuid().nullable(), query: QueryText }),
    output: ReferenceGraph,
  },

  /** The reader says how far many cables have come, as one action; null leaves it to the cleaning. */
  'cables.review': {
    input: z.strictObject({ choice: CableChoice, state: ReviewState.nullable() }),
    output: cables,
  },
  /** The reader tags many cables as a whole, as one action. */
  'cables.tag': {
    input: z.strictObject({ choice: CableChoice, tagIds: z.array(z.uuid()).min(1) }),
    output: cables,
  },
  /** The reader deletes cables, as one action. They are kept, and `cables.restore` or undo brings them back. */
  'cables.discard': { input: z.strictObject({ choice: CableChoice }), output: cables },
  /** The reader brings deleted cables back, as one action. */
  'cables.restore': { input: z.strictObject({ ids: z.array(z.uuid()).min(1) }), output: cables },
  /** A stretch of the deleted cables, those deleted last first. */
  'cables.discarded': {
    input: z.strictObject({ offset: z.int().nonnegative(), limit: z.int().min(1).max(500) }),
    output: z.strictObject({
      total: z.int().nonnegative(),
      cables: z.array(CableName.extend({ author: z.string(), time: z.iso.datetime() })),
    }),
  },
  /**
   * The reader saves many cables in a place chosen in a dialog: `table` is one CSV file with a line a
   * cable, the others a folder with a file a cable; null where the dialog was left or it was stopped.
   */
  'cables.save': {
    input: z.strictObject({
      choice: CableChoice,
      order: CableOrder.default(byDate),
      format: z.enum(['table', 'transcriptions', 'originals']),
    }),
    output: z.strictObject({ name: z.string(), cables: z.int().nonnegative() }).nullable(),
  },
} as const satisfies Requests;
