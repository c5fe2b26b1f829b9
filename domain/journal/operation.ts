import { z } from 'zod';
import { Annotation, Target } from '../annotation/annotation.ts';
import { ChangeKey, StoredChange } from '../change/decision.ts';
import { Emendation, EmendationReason } from '../emendation/emendation.ts';
import { GazetteerEntry } from '../gazetteer/entry.ts';
import { Conflict } from '../merge/conflict.ts';
import { FieldEmendation } from '../metadata/field-emendation.ts';
import { MetadataEntry, MetadataField } from '../metadata/metadata.ts';
import { Relation, RelationType } from '../relation/relation.ts';
import { Vouch } from '../review/review.ts';
import { SavedSearch } from '../search/result.ts';
import { Structure } from '../structure/structure.ts';
import { Tag } from '../tag/tag.ts';
import { Step } from '../transcription/step.ts';

/** The targets of one annotation, where they are told and not to be worked out. */
export const Placed = z.strictObject({ id: z.uuid(), targets: z.array(Target).min(1) });
export type Placed = z.infer<typeof Placed>;

/** Cables that somebody has deleted at a time. */
export const Discarded = z.strictObject({
  ids: z.array(z.uuid()).min(1),
  author: z.string(),
  time: z.iso.datetime(),
});
export type Discarded = z.infer<typeof Discarded>;

/** Annotations that are the same but for their ids and cables: what they say, and each id with its cable. */
export const AlikeAnnotations = z.strictObject({
  annotation: Annotation.omit({ id: true, cableId: true }),
  at: z.array(z.tuple([z.uuid(), z.uuid()])).min(1),
});
export type AlikeAnnotations = z.infer<typeof AlikeAnnotations>;

/** Cables of whose state the same is said. */
export const SaidOfCables = z.strictObject({
  vouch: Vouch.nullable(),
  cableIds: z.array(z.uuid()).min(1),
});
export type SaidOfCables = z.infer<typeof SaidOfCables>;

/**
 * The smallest steps an action is made of. Each is a whole value put in place or taken away, so that
 * the step that undoes it can be told when it is carried out: the value that was there before.
 */
export const Operation = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('annotation.put'), annotation: Annotation }),
  z.strictObject({ type: z.literal('annotation.remove'), id: z.uuid() }),
  /** Annotations get these tags in the place of those they have; nothing else of them changes. */
  z.strictObject({
    type: z.literal('annotations.tag'),
    tagged: z.array(
      z.strictObject({ id: z.uuid(), tagIds: z.array(z.uuid()), modified: z.iso.datetime() }),
    ),
  }),
  /** Annotations that are not there yet, of however many cables. */
  z.strictObject({ type: z.literal('annotations.put'), alike: z.array(AlikeAnnotations) }),
  z.strictObject({ type: z.literal('annotations.remove'), ids: z.array(z.uuid()) }),
  z.strictObject({ type: z.literal('relation.put'), relation: Relation }),
  z.strictObject({ type: z.literal('relation.remove'), id: z.uuid() }),
  z.strictObject({ type: z.literal('relationType.put'), relationType: RelationType }),
  z.strictObject({ type: z.literal('relationType.remove'), id: z.uuid() }),
  /** The library's own entry of a gazetteer; null says that one the program brings along is gone. */
  z.strictObject({
    type: z.literal('gazetteer.put'),
    id: z.uuid(),
    entry: GazetteerEntry.nullable(),
  }),
  /** The library has no entry of its own any more, nor says that one is gone. */
  z.strictObject({ type: z.literal('gazetteer.remove'), id: z.uuid() }),
  z.strictObject({ type: z.literal('tag.put'), tag: Tag }),
  z.strictObject({ type: z.literal('tag.remove'), id: z.uuid() }),
  /**
   * Changes of one cable give way to others; its transcription gets a new version. Only journals from
   * before there were emendations have it; `text.turn` has taken its place.
   */
  z.strictObject({
    type: z.literal('changes.replace'),
    cableId: z.uuid(),
    remove: z.array(ChangeKey),
    put: z.array(StoredChange),
  }),
  /**
   * The transcription of one cable becomes another by `step`, which leads from its text before to that
   * under the changes and emendations after; it gets a new version. All annotations on the
   * transcription are carried over `step`; those in `placed` then get these targets instead.
   */
  z.strictObject({
    type: z.literal('text.turn'),
    cableId: z.uuid(),
    step: Step,
    changes: z.strictObject({ remove: z.array(ChangeKey), put: z.array(StoredChange) }),
    emendations: z.strictObject({ remove: z.array(z.uuid()), put: z.array(Emendation) }),
    placed: z.array(Placed),
  }),
  /** An editor gives the reason of an emendation and a note; the text stays. */
  z.strictObject({
    type: z.literal('emendation.explain'),
    cableId: z.uuid(),
    id: z.uuid(),
    reason: EmendationReason.nullable(),
    note: z.string(),
  }),
  /** What a revision's author says about it. */
  z.strictObject({
    type: z.literal('revision.name'),
    cableId: z.uuid(),
    id: z.uuid(),
    message: z.string(),
  }),
  /** Somebody vouches for the state of a cable; null leaves it to the cleaning again. */
  z.strictObject({
    type: z.literal('review.put'),
    cableId: z.uuid(),
    vouch: Vouch.nullable(),
  }),
  /** Somebody vouches for the states of many cables; null leaves them to the cleaning again. */
  z.strictObject({ type: z.literal('reviews.put'), said: z.array(SaidOfCables) }),
  /** Cables are left out of everything; they are kept as they are. */
  z.strictObject({ type: z.literal('cables.discard'), discarded: z.array(Discarded) }),
  /** Cables that were left out are there again. */
  z.strictObject({ type: z.literal('cables.restore'), ids: z.array(z.uuid()) }),
  /** An editor reads a field otherwise than cleaning did; null leaves it to the cleaning again. */
  z.strictObject({
    type: z.literal('field.put'),
    cableId: z.uuid(),
    field: MetadataField,
    emendation: FieldEmendation.nullable(),
  }),
  /** What cleaning found beside the changes, as a whole. */
  z.strictObject({
    type: z.literal('findings.put'),
    cableId: z.uuid(),
    structure: z.array(Structure),
    metadata: z.array(MetadataEntry),
  }),
  /** A search is kept under a name. */
  z.strictObject({ type: z.literal('search.put'), search: SavedSearch }),
  z.strictObject({ type: z.literal('search.remove'), id: z.uuid() }),
  /** A rule of cleaning is switched on or off for the library. */
  z.strictObject({ type: z.literal('rule.switch'), rule: z.string().min(1), on: z.boolean() }),
  /** What two people have done to one thing is there for a person to decide, or is decided. */
  z.strictObject({ type: z.literal('conflict.put'), conflict: Conflict }),
  z.strictObject({ type: z.literal('conflict.remove'), id: z.uuid() }),
  /** What came with a merge is known here, or not any more. */
  z.strictObject({ type: z.literal('merge.hold'), id: z.uuid(), held: z.boolean() }),
]);
export type Operation = z.infer<typeof Operation>;

/**
 * What undo or redo would do next, for the status line and the menu: a phrase such as
 * "delete the note on “IL-28s”", null where there is nothing.
 */
export const UndoState = z.strictObject({
  undo: z.string().nullable(),
  redo: z.string().nullable(),
});
export type UndoState = z.infer<typeof UndoState>;

/** What an undo or redo has done: its phrase, and the cable to show (null for the vocabulary). */
export const UndoOutcome = z.strictObject({ label: z.string(), cableId: z.uuid().nullable() });
export type UndoOutcome = z.infer<typeof UndoOutcome>;
