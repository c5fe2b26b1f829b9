import { z } from 'zod';
import { AlikeKey, AlikePlace, AlikeSearch } from './alike/alike.ts';
import { Annotation, Side } from './annotation/annotation.ts';
import { ChangeStatus } from './change/change.ts';
import { ChangeKey } from './change/decision.ts';
import { ProposalPlace, RuleState } from './clean/rule-state.ts';
import { WitnessProposal } from './collation/witness.ts';
import { Command } from './command.ts';
import { Emendation, EmendationReason } from './emendation/emendation.ts';
import { Failure } from './failure.ts';
import { Revision } from './history/revision.ts';
import { ImportProgress, ImportReport } from './import/import.ts';
import { Placed, UndoOutcome } from './journal/operation.ts';
import { Cable, CableSummary } from './library/cable.ts';
import { LibraryState, RecentLibrary } from './library/library.ts';
import { MetadataField } from './metadata/metadata.ts';
import { Review, ReviewState } from './review/review.ts';
import { Settings } from './settings.ts';
import { Tag, TagColour, TagName } from './tag/tag.ts';
import { Step } from './transcription/step.ts';

const nothing = z.strictObject({});

/**
 * The table of contents of Cablewright: every request the window can make of the main process. The
 * types of both sides are inferred from these validators, and both sides check what they get.
 */
export const requests = {
  /** The window asks at its start what is on the desk; null where no library could be opened. */
  'library.state': { input: nothing, output: LibraryState.nullable() },
  /** The reader asks which libraries were opened lately; newest first. */
  'library.recent': { input: nothing, output: z.array(RecentLibrary) },
  /** The reader makes a new library in a file chosen in a dialog; null where the dialog was left. */
  'library.create': { input: nothing, output: LibraryState.nullable() },
  /** The reader opens a library chosen in a dialog; null where the dialog was left. */
  'library.open': { input: nothing, output: LibraryState.nullable() },
  /** The reader opens one of the libraries in `library.recent`. */
  'library.openRecent': { input: z.strictObject({ path: z.string() }), output: LibraryState },

  /** The list asks for a stretch of its lines, in the order of date, number and title; `states` chooses, none means all. */
  'cable.list': {
    input: z.strictObject({
      offset: z.int().nonnegative(),
      limit: z.int().min(1).max(500),
      states: z.array(ReviewState).default([]),
    }),
    output: z.strictObject({ total: z.int().nonnegative(), cables: z.array(CableSummary) }),
  },
  /** The workbench asks for a whole cable; it is also remembered as the one last read. */
  'cable.open': { input: z.strictObject({ id: z.uuid() }), output: Cable },
  /** The list asks at which of its lines a cable stands, from 0; null where it is not among those chosen. */
  'cable.position': {
    input: z.strictObject({ id: z.uuid(), states: z.array(ReviewState).default([]) }),
    output: z.strictObject({ position: z.int().nonnegative().nullable() }),
  },
  /** A comparison asks for the transcription of another cable. */
  'cable.read': {
    input: z.strictObject({ id: z.uuid() }),
    output: z.strictObject({ title: z.string(), text: z.string() }),
  },
  /** The workbench says where the reader is, as a position in the original. */
  'cable.rememberPlace': {
    input: z.strictObject({ id: z.uuid(), place: z.int().nonnegative() }),
    output: nothing,
  },

  /** The reader imports text files, or the text files of a folder, chosen in a dialog; null where it was left. */
  'import.choose': {
    input: z.strictObject({ what: z.enum(['files', 'folder']) }),
    output: ImportReport.nullable(),
  },
  /** The reader has dropped files or folders on the window; they travel beside the input, as `files`. */
  'import.dropped': { input: nothing, output: ImportReport },
  /** The reader stops the import that is under way; its request then ends with what was done. */
  'import.cancel': { input: nothing, output: nothing },

  /** The workbench asks for all annotations of a cable, in the order of their places. */
  'annotation.list': {
    input: z.strictObject({ cableId: z.uuid() }),
    output: z.array(Annotation),
  },
  /** The reader highlights `[from, to)` of one side's text; `version` is that of the text shown. */
  'annotation.create': {
    input: z.strictObject({
      cableId: z.uuid(),
      side: Side,
      from: z.int().nonnegative(),
      to: z.int().nonnegative(),
      version: z.int().nonnegative(),
      tagIds: z.array(z.uuid()),
      note: z.string(),
    }),
    output: Annotation,
  },
  /** The reader changes an annotation's tags or its note. */
  'annotation.update': {
    input: z.strictObject({
      id: z.uuid(),
      tagIds: z.array(z.uuid()).optional(),
      note: z.string().optional(),
    }),
    output: Annotation,
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
  /** The reader deletes an annotation; undo brings it back. */
  'annotation.delete': { input: z.strictObject({ id: z.uuid() }), output: nothing },

  /**
   * An editor accepts changes of a cable, rejects them, or takes a decision back. What has been
   * decided survives cleaning anew. Fails with `bad-input` where an accepted change would be in the way
   * of another one.
   */
  'proposal.decide': {
    input: z.strictObject({
      cableId: z.uuid(),
      changes: z.array(ChangeKey).min(1),
      status: ChangeStatus,
    }),
    output: nothing,
  },
  /** The preview of deciding on all waiting proposals of a rule in the whole library, a stretch at a time. */
  'proposal.preview': {
    input: z.strictObject({
      rule: z.string().min(1),
      offset: z.int().nonnegative(),
      limit: z.int().min(1).max(500),
    }),
    output: z.strictObject({
      total: z.int().nonnegative(),
      cables: z.int().nonnegative(),
      places: z.array(ProposalPlace),
    }),
  },
  /**
   * An editor decides on all waiting proposals of a rule, in one cable or (`cableId` null) in the whole
   * library, as one action. Proposals that an accepted change stands in the way of are left waiting.
   */
  'proposal.decideRule': {
    input: z.strictObject({
      rule: z.string().min(1),
      cableId: z.uuid().nullable(),
      status: z.enum(['accepted', 'rejected']),
    }),
    output: z.strictObject({
      changes: z.int().nonnegative(),
      cables: z.int().nonnegative(),
      left: z.int().nonnegative(),
    }),
  },

  /**
   * An editor has typed: `step` leads from the transcription in `version` to the next. `continues`
   * says that it goes on where the last one ended, so that annotations are carried over all of it as
   * one. `witness` is the cable a reading was taken over from. The answer is what has become of the
   * cable; annotations follow `step` but for those in `placed`. Fails with `stale` where the
   * transcription has another version by now; nothing is lost then, and the window tries again.
   */
  'transcription.emend': {
    input: z.strictObject({
      cableId: z.uuid(),
      version: z.int().nonnegative(),
      step: Step,
      continues: z.boolean(),
      witness: z.uuid().nullable(),
    }),
    output: z.strictObject({
      version: z.int().nonnegative(),
      emendations: z.strictObject({ remove: z.array(z.uuid()), put: z.array(Emendation) }),
      placed: z.array(Placed),
      review: Review,
    }),
  },
  /** An editor says why an emendation was made, or changes what was said. */
  'emendation.explain': {
    input: z.strictObject({
      cableId: z.uuid(),
      id: z.uuid(),
      reason: EmendationReason.nullable(),
      note: z.string(),
    }),
    output: nothing,
  },
  /** An editor takes an emendation back: the text reads there again as cleaning left it. */
  'emendation.takeBack': {
    input: z.strictObject({ cableId: z.uuid(), id: z.uuid() }),
    output: nothing,
  },

  /** The history asks for the revisions of a cable, the newest first; none where its text has never changed. */
  'revision.list': { input: z.strictObject({ cableId: z.uuid() }), output: z.array(Revision) },
  /** A comparison asks for the transcription as it was at the end of a revision. */
  'revision.read': {
    input: z.strictObject({ cableId: z.uuid(), id: z.uuid() }),
    output: z.strictObject({ text: z.string() }),
  },
  /** An editor restores the text and its annotations as they were at the end of a revision, as one action. */
  'revision.restore': {
    input: z.strictObject({ cableId: z.uuid(), id: z.uuid() }),
    output: nothing,
  },
  /** An editor says what a revision is about. */
  'revision.name': {
    input: z.strictObject({ cableId: z.uuid(), id: z.uuid(), message: z.string().max(500) }),
    output: nothing,
  },

  /** Somebody says how far a cable has come; null leaves it to the cleaning again. */
  'review.set': {
    input: z.strictObject({ cableId: z.uuid(), state: ReviewState.nullable() }),
    output: nothing,
  },
  /** The list asks how many cables are in each state. */
  'review.counts': { input: nothing, output: z.record(ReviewState, z.int().nonnegative()) },
  /** An editor reads a field otherwise than cleaning did; null takes that back. */
  'metadata.emend': {
    input: z.strictObject({
      cableId: z.uuid(),
      field: MetadataField,
      values: z.array(z.string().trim().min(1).max(10_000)).max(500).nullable(),
    }),
    output: nothing,
  },

  /**
   * A stretch of the places that would be emended alike, in one cable or (`cableId` null) in the whole
   * library, in the order of the list. Over the library progress comes as `import.progress`, and
   * `import.cancel` stops it; then null comes back.
   */
  'alike.find': {
    input: z.strictObject({ search: AlikeSearch, cableId: z.uuid().nullable() }),
    output: z
      .strictObject({
        total: z.int().nonnegative(),
        cables: z.int().nonnegative(),
        /** The first places, at most 5,000. */
        places: z.array(AlikePlace),
      })
      .nullable(),
  },
  /**
   * An editor emends alike: all places of the search but those left out, or only those chosen, as one
   * action. Places of a text that has changed since it was searched are left.
   */
  'alike.emend': {
    input: z.strictObject({
      search: AlikeSearch,
      cableId: z.uuid().nullable(),
      only: z.array(AlikeKey).nullable(),
      except: z.array(AlikeKey),
    }),
    output: z.strictObject({ places: z.int().nonnegative(), cables: z.int().nonnegative() }),
  },

  /** The cables that seem to transcribe the same message as this one, the likest first. */
  'witness.propose': {
    input: z.strictObject({ cableId: z.uuid() }),
    output: z.array(WitnessProposal),
  },

  /** All rules of cleaning in the order in which they read a text, with what they have found here. */
  'rule.list': { input: nothing, output: z.array(RuleState) },
  /**
   * A rule is switched on or off for this library, and every cable cleaned anew; `cables` is how many
   * that has changed. Progress comes as `import.progress`; `import.cancel` stops it with nothing changed.
   */
  'rule.switch': {
    input: z.strictObject({ rule: z.string().min(1), on: z.boolean() }),
    output: z.strictObject({ cables: z.int().nonnegative() }),
  },

  /** The vocabulary in alphabetical order, with how often each tag is used. */
  'tag.list': {
    input: nothing,
    output: z.array(z.strictObject({ tag: Tag, uses: z.int().nonnegative() })),
  },
  /** The reader makes a tag; without a colour it gets the one least used. */
  'tag.create': {
    input: z.strictObject({ name: TagName, colour: TagColour.optional() }),
    output: Tag,
  },
  /** The reader renames a tag, gives it another colour or describes when to use it. */
  'tag.update': {
    input: z.strictObject({
      id: z.uuid(),
      name: TagName.optional(),
      colour: TagColour.optional(),
      description: z.string().optional(),
    }),
    output: Tag,
  },
  /** The reader deletes a tag and takes it off every annotation; undo brings all of it back. */
  'tag.delete': { input: z.strictObject({ id: z.uuid() }), output: nothing },

  /** The reader undoes the last action that holds. */
  'journal.undo': { input: nothing, output: UndoOutcome },
  /** The reader redoes what was undone last. */
  'journal.redo': { input: nothing, output: UndoOutcome },

  /** The window asks for the settings of the desk. */
  'settings.read': { input: nothing, output: Settings },
  /** The reader changes settings of the desk; the whole of them comes back. */
  'settings.change': { input: Settings.partial(), output: Settings },

  /** The window says that it shows the cable (or the empty library) and can be looked at. */
  'window.ready': { input: nothing, output: nothing },
} as const satisfies Record<string, { input: z.ZodType; output: z.ZodType }>;

/** Every notice the main process sends to the window, unasked. */
export const notices = {
  /** The library on the desk is another one now, or there is none. */
  'library.switched': LibraryState.nullable(),
  /**
   * Something in the library has changed (`cableId` null: beyond one cable); what is shown is to be
   * read again. `text` says whether transcriptions have changed as well, and not annotations or tags alone.
   */
  'library.changed': z.strictObject({ cableId: z.uuid().nullable(), text: z.boolean() }),
  /** An editor's typing has been saved; the window that typed knows what it was. */
  'transcription.saved': z.strictObject({ cableId: z.uuid() }),
  /** An import has come further; null when it has ended. */
  'import.progress': ImportProgress.nullable(),
  /** A command was chosen in the menu. */
  command: z.strictObject({ name: Command }),
  /** Something failed that no request waits for. */
  failure: Failure,
} as const satisfies Record<string, z.ZodType>;

/** The name of a request. */
export type RequestName = keyof typeof requests;
/** What goes with a request, as the window gives it (before defaults and folding). */
export type RequestInput<N extends RequestName> = z.input<(typeof requests)[N]['input']>;
/** What goes with a request, as the handler gets it. */
export type CheckedInput<N extends RequestName> = z.output<(typeof requests)[N]['input']>;
/** What comes back from a request. */
export type RequestOutput<N extends RequestName> = z.output<(typeof requests)[N]['output']>;

/** The name of a notice. */
export type NoticeName = keyof typeof notices;
/** What goes with a notice. */
export type Notice<N extends NoticeName> = z.output<(typeof notices)[N]>;

/** The answer to a request as it crosses the border: the value, or the failure as data. */
export type Answer<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly failure: Failure };

/** The answer before its value has been checked by the validator of its request. */
export const AnswerShape = z.discriminatedUnion('ok', [
  z.strictObject({ ok: z.literal(true), value: z.unknown() }),
  z.strictObject({ ok: z.literal(false), failure: Failure }),
]);

/**
 * All the window knows of the world: it can ask, and it can listen. The paths of `files` are read by
 * the preload from the files themselves, so that the window never names a path of its own.
 */
export interface Bridge {
  request(name: string, input: unknown, files?: readonly unknown[]): Promise<unknown>;
  listen(name: string, hear: (notice: unknown) => void): () => void;
}
