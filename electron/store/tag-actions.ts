import { v7 as newId } from 'uuid';
import type { CheckedInput, RequestOutput } from '../../domain/contract.ts';
import { fail } from '../../domain/failure.ts';
import type { Operation } from '../../domain/journal/operation.ts';
import { nextColour, type Tag } from '../../domain/tag/tag.ts';
import type { Watching } from './batch.ts';
import { namesakeOf, tagsById, wouldCircle } from '../../domain/tag/tree.ts';
import type { Library } from './library.ts';
import { followedBy, refuseStopped, retagging } from './long-actions.ts';
import { inTurns } from './search/turns.ts';
import { changingTag } from './tag-labels.ts';

/** The vocabulary in alphabetical order, with its uses. */
export async function listTags({ tags }: Library): Promise<RequestOutput<'tag.list'>> {
  const uses = await inTurns(tags.uses());
  return tags.list().map((tag) => ({ tag, uses: uses.get(tag.id) ?? 0 }));
}

/** Makes a tag as one action. */
export function createTag(
  library: Library,
  draft: CheckedInput<'tag.create'>,
  author: string,
): Tag {
  const tag = newTag(library, draft);
  putTag(library, tag, `make the tag ${tag.name}`, author);
  return tag;
}

/** A tag that is to be made; fails where there is one of its name beside it. */
export function newTag(
  { tags }: Library,
  { name, colour, parentId = null, description = '' }: CheckedInput<'tag.create'>,
): Tag {
  const parent = parentId === null ? null : tags.get(parentId);
  const all = tags.list();
  const tag: Tag = {
    id: newId(),
    name,
    colour: colour ?? parent?.colour ?? nextColour(all.map((each) => each.colour)),
    description,
    parentId,
    key: null,
    iri: null,
  };
  refuseNamesake(tag, all);
  return tag;
}

/** Changes a tag as one action; where nothing changes, nothing is done. */
export function updateTag(
  library: Library,
  { id, ...change }: CheckedInput<'tag.update'>,
  author: string,
): Tag {
  const { tags } = library;
  const before = tags.get(id);
  const tag: Tag = {
    ...before,
    name: change.name ?? before.name,
    colour: change.colour ?? before.colour,
    description: change.description ?? before.description,
    parentId: change.parentId === undefined ? before.parentId : change.parentId,
    key: change.key === undefined ? before.key : change.key,
  };
  if (JSON.stringify(tag) === JSON.stringify(before)) return before;
  const parent = tag.parentId === null ? null : tags.get(tag.parentId);
  const all = tags.list();
  if (parent) refuseCircle(tag, parent, all);
  refuseNamesake(tag, all);
  refuseSameKey(tag, all);
  putTag(library, tag, changingTag(before, tag, parent), author);
  return tag;
}

/**
 * Deletes a tag as one action: it is taken off every annotation, and the tags below it move up to
 * the tag above it. Where one of these would come to stand beside another of its name, nothing is done.
 */
export async function deleteTag(
  library: Library,
  id: string,
  author: string,
  by: Watching | null = null,
): Promise<void> {
  const { annotations, journal, tags } = library;
  const tag = tags.get(id);
  const left = tags.list().filter((each) => each.id !== id);
  const movedUp = left
    .filter(({ parentId }) => parentId === id)
    .map((child) => ({ ...child, parentId: tag.parentId }));
  for (const child of movedUp) refuseMovedUp(tag, child, left);
  const without = (tagIds: readonly string[]) => tagIds.filter((each) => each !== id);
  const operations = followedBy(retagging(library, [id], without), [
    ...movedUp.map((child): Operation => ({ type: 'tag.put', tag: child })),
    { type: 'tag.remove', id },
  ]);
  const label = `delete the tag ${tag.name}`;
  const total = annotations.countWithTag(id);
  const done = await journal.carry({ label, cableId: null, operations, total }, author, by);
  refuseStopped(done, `Deleting the tag “${tag.name}”`);
}

function putTag({ journal }: Library, tag: Tag, label: string, author: string): void {
  journal.act({ label, cableId: null, operations: [{ type: 'tag.put', tag }] }, author);
}

/** Where a tag stands, for a sentence: `below “Persons”`, `at the top`. */
export function whereIs({ parentId }: Tag, tags: readonly Tag[]): string {
  const parent = parentId === null ? undefined : tagsById(tags).get(parentId);
  return parent ? `below “${parent.name}”` : 'at the top';
}

function refuseNamesake(tag: Tag, all: readonly Tag[]): void {
  const namesake = namesakeOf(tag, all);
  if (!namesake) return;
  const where = tag.parentId === null ? '' : ` ${whereIs(tag, all)}`;
  fail(
    'tag-exists',
    `There is a tag “${namesake.name}” already${where}. Use that one, or choose another name.`,
  );
}

function refuseMovedUp(deleted: Tag, child: Tag, left: readonly Tag[]): void {
  const namesake = namesakeOf(child, left);
  if (!namesake) return;
  fail(
    'tag-exists',
    `“${child.name}” below “${deleted.name}” would move up beside another tag “${namesake.name}” ${whereIs(child, left)}. Merge these two or rename one of them first. Nothing was deleted.`,
  );
}

function refuseCircle(tag: Tag, parent: Tag, all: readonly Tag[]): void {
  if (parent.id === tag.id)
    fail('bad-input', `“${tag.name}” cannot stand below itself. Choose another place for it.`);
  if (wouldCircle(tag.id, parent.id, all))
    fail(
      'bad-input',
      `“${tag.name}” cannot go below “${parent.name}”, which stands below it. Move “${parent.name}” elsewhere first, or choose another place.`,
    );
}

function refuseSameKey(tag: Tag, all: readonly Tag[]): void {
  const other = all.find(({ id, key }) => id !== tag.id && key !== null && key === tag.key);
  if (other?.key)
    fail(
      'tag-exists',
      `The key ${other.key.toUpperCase()} is that of the tag “${other.name}” already. Choose another key, or take it off that tag first.`,
    );
}
