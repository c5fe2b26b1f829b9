import { v7 as newId } from 'uuid';
import type { CheckedInput, RequestOutput } from '../../domain/contract.ts';
import { fail } from '../../domain/failure.ts';
import type { Operation } from '../../domain/journal/operation.ts';
import type { ListedRelation, Relation, RelationType } from '../../domain/relation/relation.ts';
import { sameName } from '../../domain/tag/tag.ts';
import { onlyCable } from './annotation-actions.ts';
import { namesIn } from './annotation-search.ts';
import { passage } from './labels.ts';
import type { Library } from './library.ts';
import {
  changingType,
  deletingType,
  type Link,
  linking,
  parting,
  relinking,
} from './relation-labels.ts';

/** The relations of a cable’s annotations, in the order in which they were made. */
export function listRelations(library: Library, cableId: string): ListedRelation[] {
  // Fails where the cable is not there.
  library.cables.version(cableId);
  const names = namesIn(library);
  return library.relations.ofCable(cableId).flatMap((relation) => {
    const from = library.summaries.find(relation.from, names);
    const to = library.summaries.find(relation.to, names);
    return from && to ? [{ relation, from, to }] : [];
  });
}

/** Relates two annotations, as one action. */
export function createRelation(
  library: Library,
  { typeId, from, to, note }: CheckedInput<'relation.create'>,
  author: string,
): Relation {
  if (from === to)
    fail('bad-input', 'An annotation cannot be linked to itself. Choose another one.');
  const created = new Date().toISOString();
  const relation: Relation = { id: newId(), typeId, from, to, note, creator: author, created };
  const link = linkOf(library, relation);
  refuseTwice(library, relation, link);
  act(library, linking(link), link, [{ type: 'relation.put', relation }], author);
  return relation;
}

/** Says otherwise how two annotations are related, as one action; where nothing changes, nothing is done. */
export function updateRelation(
  library: Library,
  { id, typeId, note, turned = false }: CheckedInput<'relation.update'>,
  author: string,
): Relation {
  const before = library.relations.get(id);
  const type = library.relations.types.get(typeId ?? before.typeId);
  // What reads the same from both ends has no direction to change.
  const turns = turned && type.reverse !== null;
  const relation: Relation = {
    ...before,
    typeId: type.id,
    from: turns ? before.to : before.from,
    to: turns ? before.from : before.to,
    note: note ?? before.note,
  };
  if (JSON.stringify(relation) === JSON.stringify(before)) return before;
  const link = linkOf(library, relation);
  refuseTwice(library, relation, link);
  const label = relinking(link, before, relation);
  act(library, label, link, [{ type: 'relation.put', relation }], author);
  return relation;
}

/** Parts two annotations, as one action. */
export function deleteRelation(library: Library, id: string, author: string): void {
  const link = linkOf(library, library.relations.get(id));
  act(library, parting(link), link, [{ type: 'relation.remove', id }], author);
}

/** The types of relations, with their uses. */
export function listRelationTypes({ relations }: Library): RequestOutput<'relationType.list'> {
  const uses = relations.types.uses();
  return relations.types.list().map((type) => ({ type, uses: uses.get(type.id) ?? 0 }));
}

/** Makes a type of relations, as one action. */
export function createRelationType(
  library: Library,
  { name, reverse, description }: CheckedInput<'relationType.create'>,
  author: string,
): RelationType {
  const type = oneWay({ id: newId(), name, reverse, description });
  refuseNamesake(library, type);
  putType(library, type, `make the kind of link ${name}`, author);
  return type;
}

/** Changes a type of relations, as one action; where nothing changes, nothing is done. */
export function updateRelationType(
  library: Library,
  { id, name, reverse, description }: CheckedInput<'relationType.update'>,
  author: string,
): RelationType {
  const before = library.relations.types.get(id);
  const type = oneWay({
    id,
    name: name ?? before.name,
    reverse: reverse === undefined ? before.reverse : reverse,
    description: description ?? before.description,
  });
  if (JSON.stringify(type) === JSON.stringify(before)) return before;
  refuseNamesake(library, type);
  if (type.reverse === null && before.reverse !== null) refuseBothWays(library, type);
  putType(library, type, changingType(before, type), author);
  return type;
}

/** Deletes a type with all relations of it, as one action. */
export function deleteRelationType(library: Library, id: string, author: string): void {
  const type = library.relations.types.get(id);
  const gone = library.relations.ofType(id);
  const operations: Operation[] = [
    ...gone.map((relation): Operation => ({ type: 'relation.remove', id: relation.id })),
    { type: 'relationType.remove', id },
  ];
  library.journal.act(
    { label: deletingType(type, gone.length), cableId: null, operations },
    author,
  );
}

/** A relation with what it is about; fails with `not-found` where that is not there. */
function linkOf({ annotations, relations }: Library, { typeId, from, to }: Relation): Link {
  return {
    type: relations.types.get(typeId),
    from: annotations.get(from),
    to: annotations.get(to),
  };
}

/** Acts on a link. Whoever takes it back is led to its cable; where it is between two, they stay where they are. */
function act(
  { journal }: Library,
  label: string,
  { from, to }: Link,
  operations: Operation[],
  author: string,
): void {
  journal.act({ label, cableId: onlyCable([from, to]), operations }, author);
}

/** Whether two relations say the same; without a direction whichever end comes first. */
function saysTheSame(one: Relation, other: Relation, { reverse }: RelationType): boolean {
  if (one.typeId !== other.typeId) return false;
  if (one.from === other.from && one.to === other.to) return true;
  return reverse === null && one.from === other.to && one.to === other.from;
}

function refuseTwice({ relations }: Library, relation: Relation, { type, from, to }: Link): void {
  const twice = relations
    .ofAnnotation(relation.from)
    .some((other) => other.id !== relation.id && saysTheSame(other, relation, type));
  if (twice)
    fail(
      'bad-input',
      `${passage(from)} and ${passage(to)} are linked by “${type.name}” already. Choose another kind of link, or another annotation.`,
    );
}

/** A type without a direction cannot have two relations between the same annotations. */
function refuseBothWays({ annotations, relations }: Library, type: RelationType): void {
  const all = relations.ofType(type.id);
  const ends = new Set(all.map(({ from, to }) => `${from} ${to}`));
  const twice = all.find(({ from, to }) => ends.has(`${to} ${from}`));
  if (!twice) return;
  const [from, to] = [annotations.get(twice.from), annotations.get(twice.to)];
  fail(
    'bad-input',
    `${passage(from)} and ${passage(to)} are linked by “${type.name}” in both directions, so the direction cannot be left out. Remove one of the two links first.`,
  );
}

/** A type whose two names are the same has no direction. */
function oneWay(type: RelationType): RelationType {
  return type.reverse !== null && sameName(type.name, type.reverse)
    ? { ...type, reverse: null }
    : type;
}

function namesOf({ name, reverse }: RelationType): string[] {
  return reverse === null ? [name] : [name, reverse];
}

/** No two types may have a name in common, of whichever end: a list of kinds would not tell them apart. */
function refuseNamesake({ relations }: Library, type: RelationType): void {
  const taken = relations.types
    .list()
    .filter(({ id }) => id !== type.id)
    .flatMap(namesOf)
    .find((name) => namesOf(type).some((own) => sameName(own, name)));
  if (taken !== undefined)
    fail(
      'bad-input',
      `There is a kind of link “${taken}” already. Use that one, or choose another name.`,
    );
}

function putType({ journal }: Library, relationType: RelationType, label: string, author: string) {
  const operations: Operation[] = [{ type: 'relationType.put', relationType }];
  journal.act({ label, cableId: null, operations }, author);
}
