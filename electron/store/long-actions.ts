import { fail } from '../../domain/failure.ts';
import type { Operation } from '../../domain/journal/operation.ts';
import type { Tagged } from './annotations.ts';
import type { Library } from './library.ts';

/** From so many annotations or cables on an action is done in turns, is watched, and can be stopped. */
export const MANY = 250;

/** How many annotations are read at once. */
const SLICE = 200;

/** Fails where somebody has stopped an action: nothing was changed. */
export function refuseStopped(done: boolean, what: string): void {
  if (!done) fail('stopped', `${what} was stopped. Nothing was changed.`);
}

/**
 * Gives the annotations that have any of some tags others, slice by slice. Each slice is read when it is asked
 * for, and none twice: so an annotation that has two of them must lose both at once.
 */
export function* retagging(
  { annotations }: Library,
  tagIds: readonly string[],
  change: (tagIds: readonly string[]) => string[],
): Generator<Operation> {
  const modified = new Date().toISOString();
  for (const [at, tagId] of tagIds.entries()) {
    const before = new Set(tagIds.slice(0, at));
    for (const slice of slicesWith(annotations, tagId)) {
      const met = slice.filter(({ tagIds: has }) => !has.some((each) => before.has(each)));
      const tagged = met.map(({ id, tagIds: has }) => ({ id, tagIds: change(has), modified }));
      if (tagged.length > 0) yield { type: 'annotations.tag', tagged };
    }
  }
}

/** The annotations that have a tag, in slices; they may lose it while this goes on. */
export function* slicesWith(
  annotations: Library['annotations'],
  tagId: string,
): Generator<readonly Tagged[]> {
  for (let after = ''; ;) {
    const slice = annotations.sliceWithTag(tagId, after, SLICE);
    const last = slice.at(-1);
    if (!last) return;
    yield slice;
    after = last.id;
  }
}

/** Operations, and others after them. */
export function* followedBy(
  operations: Iterable<Operation>,
  others: Iterable<Operation>,
): Generator<Operation> {
  yield* operations;
  yield* others;
}
