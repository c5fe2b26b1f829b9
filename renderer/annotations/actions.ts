import type { Annotation, Side } from '../../domain/annotation/annotation.ts';
import type { Cable } from '../../domain/library/cable.ts';
import { sameName, type TagColour } from '../../domain/tag/tag.ts';
import { request } from '../bridge.ts';
import type { Passage } from '../desk/desk.ts';
import { queryClient } from '../desk/queries.ts';
import { settleTyping } from '../desk/typing.ts';
import { announce } from '../status/announce.ts';

/** Annotates a passage of a cable with tags; it is saved when the promise is kept. */
export async function annotate(cableId: string, passage: Passage, tagIds: readonly string[]) {
  const version = await savedVersion(cableId, passage.side);
  return request('annotation.create', {
    cableId,
    ranges: [passage],
    version,
    tagIds: [...tagIds],
    note: '',
  });
}

/** Gives an annotation that has lost its words a passage as its place. */
export async function placeAgain({ id, cableId }: Annotation, passage: Passage) {
  const version = await savedVersion(cableId, passage.side);
  const placed = await request('annotation.place', { id, ...passage, version });
  queryClient.setQueryData<Annotation[]>(['annotations', cableId], (all) =>
    all?.map((annotation) => (annotation.id === id ? placed : annotation)),
  );
  announce(`Placed on “${placed.targets[0]?.quote.exact ?? ''}”`);
}

/** The version of a text as it is shown, once all that was typed into it is saved. */
async function savedVersion(cableId: string, side: Side): Promise<number> {
  await settleTyping();
  if (side === 'original') return 0;
  return queryClient.getQueryData<Cable>(['cable', cableId])?.version ?? 0;
}

/** Puts a tag on an annotation, or takes it off. */
export function toggleTag({ id, tagIds }: Annotation, tagId: string) {
  const rest = tagIds.filter((other) => other !== tagId);
  return request('annotation.update', {
    id,
    tagIds: rest.length < tagIds.length ? rest : [...tagIds, tagId],
  });
}

/** Makes a tag, below another or at the top; without a colour it gets that of the one above it, or the one least used. */
export function createTag(name: string, colour?: TagColour, parentId: string | null = null) {
  return request('tag.create', colour ? { name, colour, parentId } : { name, parentId });
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
  return request('annotation.delete', { ids: [id] });
}
