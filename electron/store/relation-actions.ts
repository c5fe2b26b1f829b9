import type { CheckedInput, RequestOutput } from '../../domain/contract.ts';
import { fail } from '../../domain/failure.ts';
import type { ListedRelation, Relation, RelationType } from '../../domain/relation/relation.ts';
import type { Library } from './library.ts';

/** The relations of a cable’s annotations. */
export function listRelations(_library: Library, _cableId: string): ListedRelation[] {
  return fail('unexpected', 'This is not built yet.');
}

/** Relates two annotations, as one action. */
export function createRelation(
  _library: Library,
  _draft: CheckedInput<'relation.create'>,
  _author: string,
): Relation {
  return fail('unexpected', 'This is not built yet.');
}

/** Says otherwise how two annotations are related, as one action. */
export function updateRelation(
  _library: Library,
  _edit: CheckedInput<'relation.update'>,
  _author: string,
): Relation {
  return fail('unexpected', 'This is not built yet.');
}

/** Parts two annotations, as one action. */
export function deleteRelation(_library: Library, _id: string, _author: string): void {
  return fail('unexpected', 'This is not built yet.');
}

/** The types of relations, with their uses. */
export function listRelationTypes(_library: Library): RequestOutput<'relationType.list'> {
  return fail('unexpected', 'This is not built yet.');
}

/** Makes a type of relations, as one action. */
export function createRelationType(
  _library: Library,
  _draft: CheckedInput<'relationType.create'>,
  _author: string,
): RelationType {
  return fail('unexpected', 'This is not built yet.');
}

/** Changes a type of relations, as one action. */
export function updateRelationType(
  _library: Library,
  _edit: CheckedInput<'relationType.update'>,
  _author: string,
): RelationType {
  return fail('unexpected', 'This is not built yet.');
}

/** Deletes a type with all relations of it, as one action. */
export function deleteRelationType(_library: Library, _id: string, _author: string): void {
  return fail('unexpected', 'This is not built yet.');
}
