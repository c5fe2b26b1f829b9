import type { Operation } from '../journal/operation.ts';
import type { Tag } from '../tag/tag.ts';
import { lineOf, tagsById } from '../tag/tree.ts';
import { isSame } from './canonical.ts';
import type { SharedState } from './state.ts';

/** The operations that make one shared state another: those to be carried out before those of cables, and after. */
export function sharedOperations(
  was: SharedState,
  is: SharedState,
): { readonly before: Operation[]; readonly after: Operation[] } {
  const tags = differing(was.tags, is.tags);
  const types = differing(was.relationTypes, is.relationTypes);
  const relations = differing(was.relations, is.relations);
  const searches = differing(was.searches, is.searches);
  const gazetteer = differing(was.gazetteer, is.gazetteer);
  const wereOff = new Set(was.rulesOff);
  const areOff = new Set(is.rulesOff);
  const switched = (rules: readonly string[], known: ReadonlySet<string>, on: boolean) =>
    rules
      .filter((rule) => !known.has(rule))
      .map((rule): Operation => ({ type: 'rule.switch', rule, on }));
  // A name may go from one search to another, so all that change give theirs up first.
  const renamed = searches.put.filter(({ id }) => was.searches.some((one) => one.id === id));
  return {
    before: [
      ...relations.gone.map(({ id }): Operation => ({ type: 'relation.remove', id })),
      ...parentsFirst(tags.put, is.tags).map((tag): Operation => ({ type: 'tag.put', tag })),
      ...types.put.map((relationType): Operation => ({ type: 'relationType.put', relationType })),
      ...gazetteer.gone.map(({ id }): Operation => ({ type: 'gazetteer.remove', id })),
      ...gazetteer.put.map((one): Operation => ({ type: 'gazetteer.put', ...one })),
      ...[...searches.gone, ...renamed].map(({ id }): Operation => ({ type: 'search.remove', id })),
      ...searches.put.map((search): Operation => ({ type: 'search.put', search })),
      ...switched(is.rulesOff, wereOff, false),
      ...switched(was.rulesOff, areOff, true),
    ],
    after: [
      ...relations.put.map((relation): Operation => ({ type: 'relation.put', relation })),
      ...parentsFirst(tags.gone, was.tags)
        .toReversed()
        .map(({ id }): Operation => ({ type: 'tag.remove', id })),
      ...types.gone.map(({ id }): Operation => ({ type: 'relationType.remove', id })),
    ],
  };
}

/** What is no more, and what is new or has become another. */
function differing<T extends { readonly id: string }>(was: readonly T[], is: readonly T[]) {
  const before = new Map(was.map((one) => [one.id, one]));
  const after = new Set(is.map(({ id }) => id));
  return {
    gone: was.filter(({ id }) => !after.has(id)),
    put: is.filter((one) => !isSame(before.get(one.id), one)),
  };
}

/** Tags before those below them. */
function parentsFirst(some: readonly Tag[], all: readonly Tag[]): Tag[] {
  const there = tagsById(all);
  const depth = new Map(some.map((tag) => [tag.id, lineOf(tag, there).length]));
  return some.toSorted((a, b) => (depth.get(a.id) ?? 0) - (depth.get(b.id) ?? 0));
}
