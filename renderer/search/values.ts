import {
  type Condition,
  conditionsOf,
  withCondition,
  withoutCondition,
} from '../../domain/search/edit.ts';
import type { FieldName } from '../../domain/search/fields.ts';
import { havings } from '../../domain/search/query.ts';
import { wordsOf } from '../../domain/search/tokens.ts';
import { ReviewState } from '../../domain/review/review.ts';
import type { TagColour } from '../../domain/tag/tag.ts';
import { useTagsById } from '../annotations/shown.ts';
import { useCounts } from './counting.ts';
import { facetOf } from './words.ts';

/** A value of a field among the cables found, as it stands in a query. */
export interface FieldValue {
  readonly value: string;
  /** How many of the cables found have it; null where that is not counted. */
  readonly cables: number | null;
  /** Whether the query asks for it. */
  readonly chosen: boolean;
  /** The colour of a tag; null for what is none. */
  readonly colour: TagColour | null;
}

/** The values of a field, those asked for first, with how many there are besides. */
export interface FieldValues {
  readonly values: readonly FieldValue[];
  readonly others: number;
  /** Whether they are still those of the query before. */
  readonly stale: boolean;
}

/**
 * The values that a field has among the cables that a query finds. Of what a cable has but one of, all
 * are counted as if none of them were asked for: they are alternatives.
 */
export function useValues(field: FieldName, query: string): FieldValues {
  const facet = facetOf(field);
  const tags = useTagsById();
  const conditions = conditionsOf(query).filter((one) => one.field === field);
  const alternatives = field !== 'tag' && field !== 'has';
  const counted = alternatives
    ? conditions.reduce((left, { value }) => withoutCondition(left, field, value), query)
    : query;
  const { counts, stale } = useCounts(counted);
  const found = counts?.facets.find((each) => each.facet === facet);
  const named = (found?.values ?? []).flatMap(({ value, cables }): Counted[] => {
    const tag = facet === 'tag' ? tags.get(value) : undefined;
    if (facet !== 'tag') return [{ value, cables, colour: null }];
    return tag ? [{ value: tag.name, cables, colour: tag.colour }] : [];
  });
  const values = [...named, ...known(field, named)].map((one) => ({
    ...one,
    chosen: conditions.some((condition) => !condition.negated && isSame(condition, one.value)),
  }));
  const first = values.filter(({ chosen }) => chosen);
  const rest = values.filter(({ chosen }) => !chosen);
  return { values: [...first, ...rest], others: found?.others ?? 0, stale };
}

type Counted = Omit<FieldValue, 'chosen'>;

/** The values a field can have though nobody has counted them. */
function known(field: FieldName, counted: readonly Counted[]): Counted[] {
  const all: readonly string[] =
    field === 'has' ? havings : field === 'state' ? ReviewState.options : [];
  return all
    .filter((value) => !counted.some((one) => one.value === value))
    .map((value) => ({ value, cables: field === 'has' ? null : 0, colour: null }));
}

/** Whether a condition is about a value: the same words, whatever their letters and signs. */
function isSame({ value }: Condition, other: string): boolean {
  return value === other || wordsOf(value).join(' ') === wordsOf(other).join(' ');
}

/** A query that asks for a value, or does not any more. */
export function toggled(query: string, field: FieldName, { value, chosen }: FieldValue): string {
  return chosen ? withoutCondition(query, field, value) : withCondition(query, field, value);
}
