import { v7 as newId } from 'uuid';
import type { CheckedInput, RequestOutput } from '../../domain/contract.ts';
import { fail } from '../../domain/failure.ts';
import type { Operation } from '../../domain/journal/operation.ts';
import { nextColour, type Tag } from '../../domain/tag/tag.ts';
import { changingTag } from './labels.ts';
import type { Library } from './library.ts';

/** The vocabulary in alphabetical order, with its uses. */
export function listTags({ tags }: Library): RequestOutput<'tag.list'> {
  const uses = tags.uses();
  return tags.list().map((tag) => ({ tag, uses: uses.get(tag.id) ?? 0 }));
}

/** Makes a tag as one action. */
export function createTag(
  library: Library,
  { name, colour, parentId = null, description = '' }: CheckedInput<'tag.create'>,
  author: string,
): Tag {
  const tag: Tag = {
    id: newId(),
    name,
    colour: colour ?? nextColour(library.tags.colours()),
    description,
    parentId,
    key: null,
    iri: null,
  };
  refuseNamesake(library, tag);
  putTag(library, tag, `make the tag ${name}`, author);
  return tag;
}

/** Changes a tag as one action; where nothing changes, nothing is done. */
export function updateTag(
  library: Library,
  { id, name, colour, description }: CheckedInput<'tag.update'>,
  author: string,
): Tag {
  const before = library.tags.get(id);
  const tag: Tag = {
    ...before,
    name: name ?? before.name,
    colour: colour ?? before.colour,
    description: description ?? before.description,
  };
  if (JSON.stringify(tag) === JSON.stringify(before)) return before;
  refuseNamesake(library, tag);
  putTag(library, tag, changingTag(before, tag), author);
  return tag;
}

/**
 * Deletes a tag as one action: it is taken off every annotation, and the tags below it move up to
 * the tag above it.
 */
export function deleteTag(library: Library, id: string, author: string): void {
  const tag = library.tags.get(id);
  const modified = new Date().toISOString();
  const takenOff = library.annotations.withTag(id).map((annotation): Operation => {
    const tagIds = annotation.tagIds.filter((each) => each !== id);
    return { type: 'annotation.put', annotation: { ...annotation, tagIds, modified } };
  });
  const movedUp = childrenOf(library, id).map((child): Operation => {
    const moved = { ...child, parentId: tag.parentId };
    refuseNamesake(library, moved);
    return { type: 'tag.put', tag: moved };
  });
  const operations: Operation[] = [...takenOff, ...movedUp, { type: 'tag.remove', id }];
  library.journal.act({ label: `delete the tag ${tag.name}`, cableId: null, operations }, author);
}

function putTag({ journal }: Library, tag: Tag, label: string, author: string): void {
  journal.act({ label, cableId: null, operations: [{ type: 'tag.put', tag }] }, author);
}

function childrenOf({ tags }: Library, id: string): Tag[] {
  return tags.list().filter(({ parentId }) => parentId === id);
}

function refuseNamesake({ tags }: Library, tag: Tag): void {
  const namesake = tags.namesake(tag);
  if (namesake)
    fail(
      'tag-exists',
      `There is a tag “${namesake.name}” already. Use that one, or choose another name.`,
    );
}
