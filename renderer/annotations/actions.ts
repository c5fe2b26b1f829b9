import type { Annotation } from '../../domain/annotation/annotation.ts';
import { sameName, type TagColour } from '../../domain/tag/tag.ts';
import { request } from '../bridge.ts';
import type { Passage } from '../desk/desk.ts';
import { type Manuscript, versionOf } from '../workbench/manuscript.ts';

/** Annotates a passage of a cable with tags; it is saved when the promise is kept. */
export function annotate(manuscript: Manuscript, passage: Passage, tagIds: readonly string[]) {
  const { side, from, to } = passage;
  return request('annotation.create', {
    cableId: manuscript.cable.summary.id,
    side,
    from,
    to,
    version: versionOf(manuscript, side),
    tagIds: [...tagIds],
    note: '',
  });
}

/** Puts a tag on an annotation, or takes it off. */
export function toggleTag({ id, tagIds }: Annotation, tagId: string) {
  const rest = tagIds.filter((other) => other !== tagId);
  return request('annotation.update', {
    id,
    tagIds: rest.length < tagIds.length ? rest : [...tagIds, tagId],
  });
}

/** Makes a tag; without a colour it gets the one least used. */
export function createTag(name: string, colour?: TagColour) {
  return request('tag.create', colour ? { name, colour } : { name });
}

/** The tag of what the typist wrote wrongly. It is evidence: it is marked and stays. */
const SIC = 'sic';

/** The id of the tag for typists' slips, which is made when it is first needed. */
export async function sicTag(): Promise<string> {
  const tags = await request('tag.list', {});
  const known = tags.find(({ tag }) => sameName(tag.name, SIC));
  return known ? known.tag.id : (await createTag(SIC, 'grey')).id;
}

/** Changes the note of an annotation (Markdown). */
export function writeNote(id: string, note: string) {
  return request('annotation.update', { id, note });
}

/** Deletes an annotation; undo brings it back. */
export function deleteAnnotation(id: string) {
  return request('annotation.delete', { id });
}
