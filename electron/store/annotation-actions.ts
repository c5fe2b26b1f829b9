import type { ChangeDesc } from '@codemirror/state';
import { v7 as newId } from 'uuid';
import { quoteOf, type Annotation, type Target } from '../../domain/annotation/annotation.ts';
import { type AnnotationsText, textOf } from '../../domain/annotation/annotations.ts';
import type { Passage } from '../../domain/annotation/draft.ts';
import { inReadingOrder, isUnplaced } from '../../domain/annotation/order.ts';
import type { CheckedInput, RequestOutput } from '../../domain/contract.ts';
import { fail } from '../../domain/failure.ts';
import type { Operation } from '../../domain/journal/operation.ts';
import { partsCharacter } from '../../domain/text/characters.ts';
import { pieces } from '../../domain/transcription/transcription.ts';
import { changing, creating, passage } from './labels.ts';
import type { ManyChanged } from './face.ts';
import type { Watching } from './batch.ts';
import type { Library } from './library.ts';
import { refuseStopped } from './long-actions.ts';
import { someOf } from './some-annotations.ts';

type Draft = CheckedInput<'annotation.create'>;

/** Highlights a passage, with its tags and note, as one action. */
export function createAnnotation(library: Library, draft: Draft, author: string): Annotation {
  const now = new Date().toISOString();
  const annotation: Annotation = {
    id: newId(),
    cableId: draft.cableId,
    targets: draft.ranges.map((range) => targetOf(library, draft, range)),
    tagIds: [...new Set(draft.tagIds)],
    note: draft.note,
    creator: author,
    created: now,
    modified: now,
    verdict: null,
  };
  const tags = annotation.tagIds.map(library.tags.get);
  library.journal.act(
    {
      label: creating(annotation, tags),
      cableId: annotation.cableId,
      operations: [{ type: 'annotation.put', annotation }],
    },
    author,
  );
  return annotation;
}

/** Changes an annotation's tags or note as one action; where nothing changes, nothing is done. */
export function updateAnnotation(
  library: Library,
  { id, tagIds, note }: CheckedInput<'annotation.update'>,
  author: string,
): Annotation {
  const before = library.annotations.get(id);
  const wanted = tagIds ? [...new Set(tagIds)] : before.tagIds;
  const after = { ...before, tagIds: wanted, note: note ?? before.note };
  if (after.note === before.note && after.tagIds.join() === before.tagIds.join()) return before;

  const annotation = { ...after, modified: new Date().toISOString() };
  const added = after.tagIds.filter((tag) => !before.tagIds.includes(tag)).map(library.tags.get);
  const removed = before.tagIds.filter((tag) => !after.tagIds.includes(tag)).map(library.tags.get);
  library.journal.act(
    {
      label: changing(before, annotation, added, removed),
      cableId: annotation.cableId,
      operations: [{ type: 'annotation.put', annotation }],
    },
    author,
  );
  return annotation;
}

/**
 * Gives an annotation that has lost its words a place again, as one action. It stands there alone,
 * with the words of that place as its quote. One that has a place is never moved.
 */
export function placeAnnotation(
  library: Library,
  { id, ...place }: CheckedInput<'annotation.place'>,
  author: string,
): Annotation {
  const before = library.annotations.get(id);
  if (!isUnplaced(before))
    fail(
      'bad-input',
      `The annotation on ${passage(before)} has its place. To annotate other words, select them and highlight them.`,
    );
  const { cableId } = before;
  const targets = [targetOf(library, { cableId, version: place.version }, place)];
  const annotation = { ...before, targets, modified: new Date().toISOString() };
  library.journal.act(
    {
      label: `place ${passage(before)} again`,
      cableId,
      operations: [{ type: 'annotation.put', annotation }],
    },
    author,
  );
  return annotation;
}

/** Deletes annotations with their relations, as one action. What is gone already is passed over. */
export async function deleteAnnotations(
  library: Library,
  ids: readonly string[],
  author: string,
  by: Watching | null = null,
): Promise<ManyChanged> {
  const { annotations, relations } = library;
  const gone = await someOf(library, ids, by !== null);
  // Fails where not one of them is there.
  const first = gone[0] ?? annotations.get(ids[0] ?? '');
  const cableId = onlyCable(gone);
  const parted = new Set(gone.flatMap(({ id }) => relations.ofAnnotation(id).map((one) => one.id)));
  const removed = gone.map(({ id }) => id);
  const action = {
    label:
      gone.length === 1
        ? `delete the annotation on ${passage(first)}`
        : `delete ${gone.length} annotations`,
    cableId,
    operations: [
      ...[...parted].map((id): Operation => ({ type: 'relation.remove', id })),
      ...(by
        ? [{ type: 'annotations.remove' as const, ids: removed }]
        : removed.map((id): Operation => ({ type: 'annotation.remove', id }))),
    ],
    total: gone.length,
  };
  const done = await library.journal.carry(action, author, by);
  refuseStopped(done, `Deleting ${gone.length.toLocaleString('en')} annotations`);
  return { annotations: gone.length, cableId };
}

/** The cable that annotations are of; null where they are of several. */
export function onlyCable(annotations: readonly Pick<Annotation, 'cableId'>[]): string | null {
  const [cableId = null, another] = new Set(annotations.map((each) => each.cableId));
  return another === undefined ? cableId : null;
}

/** The annotations of a cable in the order of their places, on whichever side they stand. */
export function listAnnotations({ annotations, cables }: Library, cableId: string): Annotation[] {
  // Fails where the cable is not there.
  cables.version(cableId);
  const all = annotations.list(cableId);
  // A transcription is worked out from the whole of its original: not where one place needs no order.
  return all.length < 2 ? all : [...inReadingOrder(pieces(cables.transcription(cableId)), all)];
}

/** A slice of the annotations of a cable, in the order in which they were made. */
export function sliceAnnotations(
  { annotations, cables }: Library,
  { cableId, after, limit }: CheckedInput<'annotation.list'>,
): AnnotationsText {
  cables.version(cableId);
  return textOf(annotations.slice(cableId, after ?? '', limit));
}

/** How many annotations are told at once, wherever they stand. */
const FEW = 300;

/** The annotations around the place where a cable was left, and whether these are all it has. */
export function annotationsInSight(
  { annotations, cables }: Library,
  { cableId, reach }: CheckedInput<'annotation.sight'>,
): RequestOutput<'annotation.sight'> {
  cables.version(cableId);
  const total = annotations.countOf(cableId);
  if (total <= FEW) return { annotations: textOf(annotations.list(cableId)), all: true };
  const place = cables.place(cableId);
  // A transcription is worked out from the whole of its original: not where both begin alike.
  const across = place === 0 ? 0 : acrossFrom(cables.transcription(cableId).map, place);
  const around = (at: number) => ({ from: at - reach, to: at + reach });
  const stretches = { original: around(place), transcription: around(across) };
  const found = annotations.standingOn(cableId, stretches);
  return { annotations: textOf(found), all: found.length === total };
}

/** Where a place of the original stands in the transcription; the map may have become shorter since. */
function acrossFrom(map: ChangeDesc, place: number): number {
  return map.mapPos(Math.min(place, map.length));
}

/** Which text of which cable was shown, in which state. */
type Shown = Pick<Draft, 'cableId' | 'version'>;

/** The target on a passage with its quote, after a look whether the words are still those shown. */
export function targetOf(
  { cables }: Library,
  { cableId, version: told }: Shown,
  { side, from, to }: Passage,
): Target {
  const version = side === 'original' ? 0 : told;
  const { title } = cables.summary(cableId);
  const current = side === 'original' ? 0 : cables.version(cableId);
  if (version !== current)
    fail(
      'bad-input',
      `The ${side} of “${title}” has changed since it was shown (it was state ${version}, it is state ${current}). Select the words again.`,
    );
  const text = cables.textOf(cableId, side);
  if (from >= to)
    fail('bad-input', 'No text is selected. Select the words the annotation is about.');
  if (to > text.length)
    fail(
      'bad-input',
      `The ${side} of “${title}” has ${text.length} characters, so nothing can stand on ${from} to ${to}. Select the words again.`,
    );
  if (partsCharacter(text, from) || partsCharacter(text, to))
    fail(
      'bad-input',
      'The selection begins or ends in the middle of a character. Select the words again.',
    );
  return { side, from, to, version, quote: quoteOf(text, from, to), lost: null };
}
