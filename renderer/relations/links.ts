import type { AnnotationSummary } from '../../domain/annotation/summary.ts';
import type { ListedRelation, Relation } from '../../domain/relation/relation.ts';
import { useRelations, useRelationTypes } from '../desk/queries.ts';
import { type Kind, kindOf } from './kinds.ts';

/** A link as it is read from one of its ends. */
export interface Link {
  readonly relation: Relation;
  readonly kind: Kind;
  /** Whether it begins here and ends at the other; that says nothing where its type has no direction. */
  readonly fromHere: boolean;
  /** What is at the other end. */
  readonly other: AnnotationSummary;
}

type ByAnnotation = ReadonlyMap<string, readonly ListedRelation[]>;

const known = new WeakMap<readonly ListedRelation[], ByAnnotation>();

/** The relations of a cable by the annotations at their ends; worked out once, however many cards ask. */
function byAnnotation(relations: readonly ListedRelation[]): ByAnnotation {
  const last = known.get(relations);
  if (last) return last;
  const all = new Map<string, ListedRelation[]>();
  for (const listed of relations)
    for (const id of [listed.relation.from, listed.relation.to])
      all.set(id, [...(all.get(id) ?? []), listed]);
  known.set(relations, all);
  return all;
}

/** The links of an annotation, in the order in which they were made. */
export function useLinks(annotationId: string, cableId: string): readonly Link[] {
  const { data: relations } = useRelations(cableId);
  const { data: types } = useRelationTypes();
  if (!relations || !types) return [];
  const own = byAnnotation(relations).get(annotationId) ?? [];
  return own.flatMap(({ relation, from, to }) => {
    const type = types.find((each) => each.type.id === relation.typeId)?.type;
    if (!type) return [];
    const fromHere = relation.from === annotationId;
    return [{ relation, kind: kindOf(type, !fromHere), fromHere, other: fromHere ? to : from }];
  });
}
