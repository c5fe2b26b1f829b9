import type { Tag } from '../tag/tag.ts';
import type { Annotation, Side } from './annotation.ts';

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
  /** Words in the quote or the note, in whichever case. */
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

/** The annotations that a filter lets through, in their order. `tags` is the vocabulary. */
export function filtered(
  annotations: readonly Annotation[],
  { rejected }: AnnotationFilter,
  _tags: ReadonlyMap<string, Tag>,
): readonly Annotation[] {
  return annotations.filter(
    ({ verdict }) => rejected || verdict === null || verdict.value === 'accepted',
  );
}
