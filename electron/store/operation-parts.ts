import type { AlikeAnnotations, Operation } from '../../domain/journal/operation.ts';

/** How many annotations or cables are changed in one part. */
const PART = 25;

/** An operation on many things as several on few of them, which come to the same one after the other. */
export function* partsOf(operation: Operation): Generator<Operation> {
  switch (operation.type) {
    case 'annotations.tag':
      for (const tagged of chunks(operation.tagged)) yield { type: 'annotations.tag', tagged };
      return;
    case 'annotations.put':
      for (const some of chunks(oneByOne(operation.alike)))
        yield { type: 'annotations.put', alike: joined(some) };
      return;
    case 'annotations.remove':
      for (const ids of chunks(operation.ids)) yield { type: 'annotations.remove', ids };
      return;
    case 'reviews.put':
      for (const { vouch, cableIds } of operation.said)
        for (const ids of chunks(cableIds))
          yield { type: 'reviews.put', said: [{ vouch, cableIds: ids }] };
      return;
    case 'cables.discard':
      for (const { ids: all, ...said } of operation.discarded)
        for (const ids of chunks(all))
          yield { type: 'cables.discard', discarded: [{ ids, ...said }] };
      return;
    case 'cables.restore':
      for (const ids of chunks(operation.ids)) yield { type: 'cables.restore', ids };
      return;
    default:
      yield operation;
  }
}

/** How many annotations or cables an operation changes. */
export function extentOf(operation: Operation): number {
  switch (operation.type) {
    case 'annotations.tag':
      return operation.tagged.length;
    case 'annotations.put':
      return operation.alike.reduce((sum, { at }) => sum + at.length, 0);
    case 'annotations.remove':
    case 'cables.restore':
      return operation.ids.length;
    case 'reviews.put':
      return operation.said.reduce((sum, { cableIds }) => sum + cableIds.length, 0);
    case 'cables.discard':
      return operation.discarded.reduce((sum, { ids }) => sum + ids.length, 0);
    default:
      return 1;
  }
}

interface One {
  readonly annotation: AlikeAnnotations['annotation'];
  readonly at: AlikeAnnotations['at'][number];
}

function* oneByOne(alike: readonly AlikeAnnotations[]): Generator<One> {
  for (const { annotation, at: all } of alike) for (const at of all) yield { annotation, at };
}

/** Those that say the very same, and follow each other, together. */
function joined(some: readonly One[]): AlikeAnnotations[] {
  const groups: AlikeAnnotations[] = [];
  for (const { annotation, at } of some) {
    const last = groups.at(-1);
    if (last?.annotation === annotation) last.at.push(at);
    else groups.push({ annotation, at: [at] });
  }
  return groups;
}

function* chunks<T>(all: Iterable<T>): Generator<T[]> {
  let some: T[] = [];
  for (const each of all) {
    some.push(each);
    if (some.length < PART) continue;
    yield some;
    some = [];
  }
  if (some.length > 0) yield some;
}
