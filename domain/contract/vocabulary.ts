import { z } from 'zod';
import { AnnotationSummary } from '../annotation/summary.ts';
import { GazetteerEntry, ListedEntry } from '../gazetteer/entry.ts';
import { TagUse } from '../statistics/tag-use.ts';
import { Tag, TagColour, TagKey, TagName } from '../tag/tag.ts';
import { Concept } from '../vocabulary/concept.ts';
import { nothing, type Requests } from './request.ts';

/** Requests about the tags of a library, its gazetteer and its glossary. */
export const vocabularyRequests = {
  /** The vocabulary in alphabetical order, with how often each tag itself is used. */
  'tag.list': {
    input: nothing,
    output: z.array(z.strictObject({ tag: Tag, uses: z.int().nonnegative() })),
  },
  /** The reader makes a tag; without a colour it gets that of the tag above it, or the one least used. */
  'tag.create': {
    input: z.strictObject({
      name: TagName,
      colour: TagColour.optional(),
      parentId: z.uuid().nullable().optional(),
      description: z.string().optional(),
    }),
    output: Tag,
  },
  /** The reader renames a tag, moves it below another, gives it a colour or a key, or describes when to use it. */
  'tag.update': {
    input: z.strictObject({
      id: z.uuid(),
      name: TagName.optional(),
      colour: TagColour.optional(),
      description: z.string().optional(),
      parentId: z.uuid().nullable().optional(),
      key: TagKey.nullable().optional(),
    }),
    output: Tag,
  },
  /** The reader deletes a tag and takes it off every annotation; undo brings all of it back. */
  'tag.delete': { input: z.strictObject({ id: z.uuid() }), output: nothing },
  /** The annotations that have a tag, a stretch at a time, in the order in which they were made. */
  'tag.uses': {
    input: z.strictObject({
      id: z.uuid(),
      offset: z.int().nonnegative(),
      limit: z.int().min(1).max(500),
    }),
    output: z.strictObject({ total: z.int().nonnegative(), uses: z.array(AnnotationSummary) }),
  },
  /** What merging tags would do: annotations that change, those that have both, tags that move below the one that stays. */
  'tag.previewMerge': {
    input: z.strictObject({ ids: z.array(z.uuid()).min(1), into: z.uuid() }),
    output: z.strictObject({
      annotations: z.int().nonnegative(),
      both: z.int().nonnegative(),
      moved: z.array(Tag),
    }),
  },
  /** The reader merges tags into one, which takes over their uses and the tags below them, as one action. */
  'tag.merge': {
    input: z.strictObject({ ids: z.array(z.uuid()).min(1), into: z.uuid() }),
    output: z.strictObject({ annotations: z.int().nonnegative() }),
  },
  /** The reader splits a tag: the annotations chosen get a new tag in its place, as one action. */
  'tag.split': {
    input: z.strictObject({
      id: z.uuid(),
      name: TagName,
      colour: TagColour.optional(),
      parentId: z.uuid().nullable(),
      annotationIds: z.array(z.uuid()).min(1).max(100_000),
    }),
    output: Tag,
  },

  /** The vocabulary that a library may begin with. */
  'vocabulary.starter': { input: nothing, output: z.array(Concept) },
  /**
   * The reader chooses a file with a vocabulary (SKOS as Turtle or JSON-LD, or CSV), and it is read;
   * nothing is taken over yet. `warnings` are sentences about what was passed over. Null where the dialog was left.
   */
  'vocabulary.read': {
    input: nothing,
    output: z
      .strictObject({
        fileName: z.string(),
        concepts: z.array(Concept),
        warnings: z.array(z.string()),
      })
      .nullable(),
  },
  /** The reader takes over concepts as tags, as one action. Tags that are not among them stay. */
  'vocabulary.take': {
    input: z.strictObject({ concepts: z.array(Concept).min(1).max(20_000) }),
    output: z.strictObject({
      made: z.int().nonnegative(),
      changed: z.int().nonnegative(),
      same: z.int().nonnegative(),
    }),
  },
  /** The reader saves the vocabulary in a file chosen in a dialog; null where it was left. */
  'vocabulary.save': {
    input: z.strictObject({ format: z.enum(['turtle', 'jsonld', 'csv']) }),
    output: z.strictObject({ fileName: z.string(), tags: z.int().nonnegative() }).nullable(),
  },

  /** How often each tag is used, by cable. */
  'statistics.tagUse': { input: nothing, output: z.array(TagUse) },

  /** The gazetteer and the glossary of the library: its own entries, and those the program brings along. */
  'gazetteer.list': { input: nothing, output: z.array(ListedEntry) },
  /** The reader makes an entry, or changes one; where the program brought it along, the library gets its own. */
  'gazetteer.put': { input: z.strictObject({ entry: GazetteerEntry }), output: nothing },
  /** The reader deletes an entry; one that the program brought along is gone for this library. */
  'gazetteer.remove': { input: z.strictObject({ id: z.uuid() }), output: nothing },
  /**
   * The reader chooses a file with names (a TEI volume with `persName`, `placeName`, `orgName`, `gloss`;
   * or CSV), and it is read; nothing is taken over yet. Null where the dialog was left.
   */
  'gazetteer.read': {
    input: nothing,
    output: z
      .strictObject({
        fileName: z.string(),
        entries: z.array(GazetteerEntry),
        warnings: z.array(z.string()),
      })
      .nullable(),
  },
  /** The reader takes over entries, as one action; those of the same kind and name as one there add their forms to it. */
  'gazetteer.take': {
    input: z.strictObject({ entries: z.array(GazetteerEntry).min(1).max(100_000) }),
    output: z.strictObject({ made: z.int().nonnegative(), changed: z.int().nonnegative() }),
  },
} as const satisfies Requests;
