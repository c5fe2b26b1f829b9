import { z } from 'zod';
import { Annotation } from '../annotation/annotation.ts';
import { ChangeKey, StoredChange } from '../change/decision.ts';
import { MetadataEntry } from '../metadata/metadata.ts';
import { Structure } from '../structure/structure.ts';
import { Tag } from '../tag/tag.ts';

/**
 * The smallest steps an action is made of. Each is a whole value put in place or taken away, so that
 * the step that undoes it can be told when it is carried out: the value that was there before.
 */
export const Operation = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('annotation.put'), annotation: Annotation }),
  z.strictObject({ type: z.literal('annotation.remove'), id: z.uuid() }),
  z.strictObject({ type: z.literal('tag.put'), tag: Tag }),
  z.strictObject({ type: z.literal('tag.remove'), id: z.uuid() }),
  /** Changes of one cable give way to others; its transcription gets a new version. */
  z.strictObject({
    type: z.literal('changes.replace'),
    cableId: z.uuid(),
    remove: z.array(ChangeKey),
    put: z.array(StoredChange),
  }),
  /** What cleaning found beside the changes, as a whole. */
  z.strictObject({
    type: z.literal('findings.put'),
    cableId: z.uuid(),
    structure: z.array(Structure),
    metadata: z.array(MetadataEntry),
  }),
  /** A rule of cleaning is switched on or off for the library. */
  z.strictObject({ type: z.literal('rule.switch'), rule: z.string().min(1), on: z.boolean() }),
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
