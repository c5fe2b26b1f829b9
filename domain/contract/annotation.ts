import { z } from 'zod';
import { Annotation, Side } from '../annotation/annotation.ts';
import { AnnotationsText } from '../annotation/annotations.ts';
import { AnnotationDraft, Passage } from '../annotation/draft.ts';
import { AnnotationSummary } from '../annotation/summary.ts';
import { AgreementReport } from '../agreement/report.ts';
import {
  OccurrenceKey,
  OccurrencePlace,
  OccurrenceSearch,
  Variant,
} from '../occurrence/occurrence.ts';
import { ListedRelation, Relation, RelationName, RelationType } from '../relation/relation.ts';
import { nothing, type Requests } from './request.ts';

/** Requests of readers: annotations, the relations between them, words that occur again, agreement. */
export const annotationRequests = {
  /**
   * The window asks for the annotations of a cable slice by slice: at most `limit` of those made after
   * the annotation `after` (null: from the first), in the order in which they were made.
   */
  'annotation.list': {
    input: z.strictObject({
      cableId: z.uuid(),
      after: z.uuid().nullable(),
      limit: z.int().min(1).max(10_000),
    }),
    output: AnnotationsText,
  },
  /**
   * The workbench opens a cable and asks for the annotations that are in sight first: those with a
   * passage within `reach` UTF-16 code units of the place where the cable was left, on either side.
   * `all` says that it has no others.
   */
  'annotation.sight': {
    input: z.strictObject({ cableId: z.uuid(), reach: z.int().min(1).max(100_000) }),
    output: z.strictObject({ annotations: AnnotationsText, all: z.boolean() }),
  },
  /** Whoever goes to an annotation, of whichever cable, asks for all of it. Fails with `not-found`. */
  'annotation.whole': { input: z.strictObject({ id: z.uuid() }), output: Annotation },
  /** Somebody asks what a list shows of one annotation, of whichever cable. Fails with `not-found`. */
  'annotation.read': { input: z.strictObject({ id: z.uuid() }), output: AnnotationSummary },
  /**
   * The annotations of the library that have all words typed, each in their quote, their note, a tag's
   * name or the title of their cable, those changed last first; without words the latest of all. With
   * `cableId` only those of one cable. Those rejected, or merged into others, are left out.
   */
  'annotation.find': {
    input: z.strictObject({
      words: z.string().max(200),
      limit: z.int().min(1).max(200),
      cableId: z.uuid().nullable().default(null),
    }),
    output: z.array(AnnotationSummary),
  },
  /** Who has annotated in this library, in alphabetical order, and how much. */
  'annotation.creators': {
    input: nothing,
    output: z.array(
      z.strictObject({
        creator: z.string(),
        annotations: z.int().positive(),
        cables: z.int().positive(),
      }),
    ),
  },
  /** The reader highlights passages as one annotation; without any it is about the whole cable. */
  'annotation.create': { input: AnnotationDraft, output: Annotation },
  /** The reader changes an annotation's tags or its note. */
  'annotation.update': {
    input: z.strictObject({
      id: z.uuid(),
      tagIds: z.array(z.uuid()).optional(),
      note: z.string().optional(),
    }),
    output: Annotation,
  },
  /**
   * The reader says anew on which passages an annotation stands; `version` is that of the
   * transcription shown. Targets that have lost their words stay with it.
   */
  'annotation.reach': {
    input: z.strictObject({
      id: z.uuid(),
      ranges: z.array(Passage).min(1).max(1000),
      version: z.int().nonnegative(),
    }),
    output: Annotation,
  },
  /** The reader puts tags on many annotations and takes others off, as one action; tells how many have changed. */
  'annotation.retag': {
    input: z.strictObject({
      ids: z.array(z.uuid()).min(1).max(100_000),
      put: z.array(z.uuid()),
      take: z.array(z.uuid()),
    }),
    output: z.strictObject({ annotations: z.int().nonnegative() }),
  },
  /** The reader gives an annotation that has lost its words a place again; it stands there alone. */
  'annotation.place': {
    input: z.strictObject({
      id: z.uuid(),
      side: Side,
      from: z.int().nonnegative(),
      to: z.int().nonnegative(),
      version: z.int().nonnegative(),
    }),
    output: Annotation,
  },
  /** The reader deletes annotations with their relations, as one action; undo brings all of it back. */
  'annotation.delete': {
    input: z.strictObject({ ids: z.array(z.uuid()).min(1).max(100_000) }),
    output: nothing,
  },

  /** The relations of all annotations of a cable, to others in it and in other cables. */
  'relation.list': {
    input: z.strictObject({ cableId: z.uuid() }),
    output: z.array(ListedRelation),
  },
  /** The reader relates two annotations, of one cable or of two. */
  'relation.create': {
    input: z.strictObject({
      typeId: z.uuid(),
      from: z.uuid(),
      to: z.uuid(),
      note: z.string().max(10_000),
    }),
    output: Relation,
  },
  /** The reader says otherwise how two annotations are related; `turned` changes its direction. */
  'relation.update': {
    input: z.strictObject({
      id: z.uuid(),
      typeId: z.uuid().optional(),
      note: z.string().max(10_000).optional(),
      turned: z.boolean().optional(),
    }),
    output: Relation,
  },
  /** The reader parts two annotations. */
  'relation.delete': { input: z.strictObject({ id: z.uuid() }), output: nothing },

  /** The types of relations of the library, in alphabetical order, with how often each is used. */
  'relationType.list': {
    input: nothing,
    output: z.array(z.strictObject({ type: RelationType, uses: z.int().nonnegative() })),
  },
  /** The reader makes a type of relations; without `reverse` it reads the same from both ends. */
  'relationType.create': {
    input: z.strictObject({
      name: RelationName,
      reverse: RelationName.nullable(),
      description: z.string(),
    }),
    output: RelationType,
  },
  /** The reader renames a type of relations, or describes when to use it. */
  'relationType.update': {
    input: z.strictObject({
      id: z.uuid(),
      name: RelationName.optional(),
      reverse: RelationName.nullable().optional(),
      description: z.string().optional(),
    }),
    output: RelationType,
  },
  /** The reader deletes a type with all relations of it, as one action. */
  'relationType.delete': { input: z.strictObject({ id: z.uuid() }), output: nothing },

  /**
   * The places where words stand in transcriptions, in one cable or (`cableId` null) in the whole
   * library, and variants of the words that could be looked for as well. Over the library progress
   * comes as `import.progress`, and `import.cancel` stops it; then null comes back.
   */
  'occurrence.find': {
    input: z.strictObject({ search: OccurrenceSearch, cableId: z.uuid().nullable() }),
    output: z
      .strictObject({
        total: z.int().nonnegative(),
        cables: z.int().nonnegative(),
        /** The first places, at most 5,000. */
        places: z.array(OccurrencePlace),
        /** Words of the same texts that are nearly those looked for, the nearest first. */
        variants: z.array(Variant),
      })
      .nullable(),
  },
  /**
   * The reader tags the places of a search, all but those left out or only those chosen, each as an
   * annotation of its own, as one action. Where an annotation of the reader stands on the very words, it
   * gets the tags. Where not only those chosen are tagged, places that have the tags already are left.
   */
  'occurrence.tag': {
    input: z.strictObject({
      search: OccurrenceSearch,
      cableId: z.uuid().nullable(),
      only: z.array(OccurrenceKey).nullable(),
      except: z.array(OccurrenceKey),
      tagIds: z.array(z.uuid()).min(1),
    }),
    output: z.strictObject({ annotations: z.int().nonnegative(), cables: z.int().nonnegative() }),
  },

  /**
   * How far two creators agree over the cables that both have annotated, or over those given. `tagIds`
   * are the tags to compare (with all below them); none means all.
   */
  'agreement.measure': {
    input: z.strictObject({
      creators: z.tuple([z.string(), z.string()]),
      tagIds: z.array(z.uuid()),
      cableIds: z.array(z.uuid()).nullable(),
    }),
    output: AgreementReport,
  },
  /**
   * The reader adjudicates, as one action: annotations are accepted or rejected; null takes a verdict
   * back. `rejecting` are those that others are preferred to. Where annotations that were merged get
   * another verdict, the merging is taken back: all that were merged stand by themselves again, and
   * what came of it goes, unless somebody has changed it since.
   */
  'agreement.judge': {
    input: z.strictObject({
      ids: z.array(z.uuid()).min(1).max(10_000),
      verdict: z.enum(['accepted', 'rejected']).nullable(),
      rejecting: z.array(z.uuid()).max(10_000).default([]),
    }),
    output: z.strictObject({ annotations: z.int().nonnegative() }),
  },
  /**
   * The reader merges annotations of one cable into one that stands on all their passages with all
   * their tags and notes; those merged stay, marked as such. As one action.
   */
  'agreement.merge': {
    input: z.strictObject({ ids: z.array(z.uuid()).min(2).max(100) }),
    output: Annotation,
  },
} as const satisfies Requests;
