import type { Annotation } from '../../domain/annotation/annotation.ts';
import { united } from '../../domain/annotation/reach.ts';
import type { CheckedInput } from '../../domain/contract.ts';
import type { Operation } from '../../domain/journal/operation.ts';
import type { Tag } from '../../domain/tag/tag.ts';
import { pieces } from '../../domain/transcription/transcription.ts';
import { onlyCable, targetOf } from './annotation-actions.ts';
import type { Watching } from './batch.ts';
import type { ManyChanged } from './face.ts';
import { refuseStopped } from './long-actions.ts';
import { changing, passage } from './labels.ts';
import type { Library } from './library.ts';
import { someOf } from './some-annotations.ts';

/**
 * Says anew on which passages an annotation stands, as one action; where it stands on them already,
 * nothing is done. Those that overlap or touch become one. Targets that have lost their words stay
 * with it.
 */
export function reachAnnotation(
  library: Library,
  { id, ranges, version }: CheckedInput<'annotation.reach'>,
  author: string,
): Annotation {
  const before = library.annotations.get(id);
  const { cableId } = before;
  for (const range of ranges) targetOf(library, { cableId, version }, range);
  const map = pieces(library.cables.transcription(cableId));
  const standing = united(map, ranges).map((range) =>
    targetOf(library, { cableId, version }, range),
  );
  const lost = before.targets.filter((target) => target.lost !== null);
  const after = { ...before, targets: [...standing, ...lost] };
  if (places(after) === places(before)) return before;

  const annotation = { ...after, modified: new Date().toISOString() };
  library.journal.act(
    {
      label: `change the passage of ${passage(before)}`,
      cableId,
      operations: [{ type: 'annotation.put', annotation }],
    },
    author,
  );
  return annotation;
}

/** Where an annotation stands now, for a comparison. */
function places({ targets }: Annotation): string {
  const standing = targets.filter(({ lost }) => lost === null);
  return standing.map(({ side, from, to }) => `${side} ${from} ${to}`).join();
}

/** How many changed annotations the window is told one by one; of more it reads all anew. */
const FEW = 1_000;

/**
 * Puts tags on annotations and takes others off, as one action; a tag that is named in both is put
 * on. Annotations that are gone are passed over; where nothing changes, nothing is done.
 */
export async function retagAnnotations(
  library: Library,
  { ids, put, take }: CheckedInput<'annotation.retag'>,
  author: string,
  by: Watching | null = null,
): Promise<ManyChanged> {
  const { annotations, tags } = library;
  const added = [...new Set(put)].map(tags.get);
  const removed = [...new Set(take)].filter((id) => !put.includes(id)).map(tags.get);
  const there = await someOf(library, ids, by !== null);
  // Fails where not one of them is there.
  if (there.length === 0) annotations.get(ids[0] ?? '');

  const modified = new Date().toISOString();
  const changed = there.flatMap((before) => {
    const tagIds = retagged(before.tagIds, added, removed);
    return tagIds.join() === before.tagIds.join() ? [] : { before, tagIds };
  });
  const cableId = onlyCable(changed.map(({ before }) => before));
  const [first] = changed;
  if (!first) return { annotations: 0, cableId: onlyCable(there) };
  const tagged = changed.map(({ before, tagIds }) => ({ id: before.id, tagIds, modified }));
  const operations: Operation[] = [{ type: 'annotations.tag', tagged }];
  const one = changed.length === 1;
  const label = one
    ? changingOne(first.before, first.tagIds, added, removed)
    : changingMany(changed.length, added, removed);
  const total = changed.length;
  const done = await library.journal.carry({ label, cableId, operations, total }, author, by);
  refuseStopped(done, `Tagging ${total.toLocaleString('en')} annotations`);
  const told = { annotations: changed.length, cableId };
  if (changed.length > FEW) return told;
  return {
    ...told,
    changed: changed.map(({ before, tagIds }) => ({ ...before, tagIds, modified })),
  };
}

/** The tags of an annotation when some are put on, in their order, and others are taken off. */
function retagged(
  tagIds: readonly string[],
  added: readonly Tag[],
  removed: readonly Tag[],
): string[] {
  const off = new Set(removed.map(({ id }) => id));
  return [...new Set([...tagIds.filter((id) => !off.has(id)), ...added.map(({ id }) => id)])];
}

/** What changing the tags of one annotation is called, by what changes of them. */
function changingOne(
  before: Annotation,
  tagIds: readonly string[],
  added: readonly Tag[],
  removed: readonly Tag[],
): string {
  return changing(
    before,
    { ...before, tagIds: [...tagIds] },
    added.filter(({ id }) => !before.tagIds.includes(id)),
    removed.filter(({ id }) => before.tagIds.includes(id)),
  );
}

/** What changing the tags of several annotations is called. */
function changingMany(count: number, added: readonly Tag[], removed: readonly Tag[]): string {
  const names = (tags: readonly Tag[]) => tags.map(({ name }) => name).join(', ');
  if (removed.length === 0) return `tag ${count} annotations with ${names(added)}`;
  if (added.length === 0) return `take ${names(removed)} off ${count} annotations`;
  return `change the tags of ${count} annotations`;
}
