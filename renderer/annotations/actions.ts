import type { Annotation, Side } from '../../domain/annotation/annotation.ts';
import type { Cable } from '../../domain/library/cable.ts';
import { sameName, type TagColour } from '../../domain/tag/tag.ts';
import { request } from '../bridge.ts';
import type { Passage } from '../desk/desk.ts';
import { queryClient } from '../desk/queries.ts';
import { settleTyping } from '../desk/typing.ts';
import { workingOn } from '../library/work.ts';
import { announce } from '../status/announce.ts';
import { forgetTag, rememberTags } from './lastTags.ts';
import { learnTag, namesOf, saidOf } from './said.ts';

/** Annotates a passage of a cable, or the whole of it, with tags; it is saved when the promise is kept. */
export async function annotate(
  cableId: string,
  passage: Passage | null,
  tagIds: readonly string[],
): Promise<Annotation> {
  const version = await savedVersion(cableId, passage?.side ?? 'original');
  const made = await request('annotation.create', {
    cableId,
    ranges: passage ? [passage] : [],
    version,
    tagIds: [...tagIds],
    note: '',
  });
  rememberTags(made.id, tagIds);
  announce(
    tagIds.length > 0
      ? `Tagged ${saidOf(made)} with ${namesOf(tagIds)}`
      : `${passage ? 'Highlighted' : 'Annotated'} ${saidOf(made)}`,
  );
  return made;
}

/** Gives an annotation that has lost its words a passage as its place. */
export async function placeAgain({ id, cableId }: Annotation, passage: Passage) {
  const version = await savedVersion(cableId, passage.side);
  const placed = await request('annotation.place', { id, ...passage, version });
  learn(placed);
  announce(`Placed on “${placed.targets[0]?.quote.exact ?? ''}”`);
}

/** Says anew on which passages an annotation stands, as the text is shown. */
export async function reach(
  { id, cableId }: Annotation,
  ranges: readonly Passage[],
): Promise<Annotation> {
  const version = await savedVersion(cableId, 'transcription');
  const reached = await request('annotation.reach', { id, ranges: [...ranges], version });
  learn(reached);
  return reached;
}

/** Lets the window know what has become of an annotation, even while the annotations are being read again. */
function learn(annotation: Annotation) {
  const queryKey = ['annotations', annotation.cableId];
  const again = queryClient.getQueryState(queryKey)?.isInvalidated === true;
  queryClient.setQueryData<Annotation[]>(queryKey, (all) =>
    all?.map((each) => (each.id === annotation.id ? annotation : each)),
  );
  if (again) void queryClient.invalidateQueries({ queryKey });
}

/** The version of a text as it is shown, once all that was typed into it is saved. */
async function savedVersion(cableId: string, side: Side): Promise<number> {
  await settleTyping();
  if (side === 'original') return 0;
  return queryClient.getQueryData<Cable>(['cable', cableId])?.version ?? 0;
}

/** Puts a tag on an annotation, or takes it off where it has it. */
export async function toggleTag(annotation: Annotation, tagId: string) {
  const { id, tagIds } = annotation;
  const what = saidOf(annotation);
  if (!tagIds.includes(tagId)) return putTags([id], [tagId], what);
  await takeTag([id], tagId, what);
  forgetTag(id, tagId);
}

/** How tagging is called where it is done to many annotations. */
const TAGGING = { name: 'Tagging', thing: 'annotation' };

/** Puts tags on annotations; `what` says on which, for readers by ear. */
export async function putTags(ids: readonly string[], tagIds: readonly string[], what: string) {
  const { annotations } = await workingOn(
    ids.length,
    TAGGING,
    request('annotation.retag', { ids: [...ids], put: [...tagIds], take: [] }),
  );
  rememberTags(ids.join(), tagIds);
  const has = ids.length === 1 ? 'has' : 'have';
  announce(
    annotations === 0
      ? `${what} ${has} ${namesOf(tagIds)} already`
      : `Tagged ${what} with ${namesOf(tagIds)}`,
  );
}

/** Takes a tag off annotations; `what` says off which, for readers by ear. */
export async function takeTag(ids: readonly string[], tagId: string, what: string) {
  await workingOn(
    ids.length,
    TAGGING,
    request('annotation.retag', { ids: [...ids], put: [], take: [tagId] }),
  );
  announce(`Took ${namesOf([tagId])} off ${what}`);
}

/** Makes a tag, below another or at the top; without a colour it gets that of the one above it, or the one least used. */
export function createTag(name: string, colour?: TagColour, parentId: string | null = null) {
  return request('tag.create', colour ? { name, colour, parentId } : { name, parentId }).then(
    learnTag,
  );
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
  return deleteAnnotations([id]);
}

/** Deletes annotations as one action; undo brings all of them back. */
export function deleteAnnotations(ids: readonly string[]) {
  const work = { name: 'Deleting annotations', thing: 'annotation' };
  return workingOn(ids.length, work, request('annotation.delete', { ids: [...ids] }));
}
