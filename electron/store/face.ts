import type { Annotation } from '../../domain/annotation/annotation.ts';
import type { RuleState } from '../../domain/clean/rule-state.ts';
import type { CheckedInput, RequestOutput } from '../../domain/contract.ts';
import type { ImportProgress, ImportReport } from '../../domain/import/import.ts';
import type { UndoOutcome } from '../../domain/journal/operation.ts';
import type { Cable } from '../../domain/library/cable.ts';
import type { LibraryState } from '../../domain/library/library.ts';
import type { Tag } from '../../domain/tag/tag.ts';

/**
 * Where cables and annotations are kept. Handlers know this face and nothing of what lies behind it;
 * today that is one SQLite file in a worker thread. Whatever has been answered is durable. Every
 * method may fail with a `FailureError`; all but `create`, `open` and `close` with `no-library` while
 * none is open. `author` signs the action in the journal.
 */
export interface Store {
  /** Makes a new, empty library in the file `path`, where there must be none. It is not opened. */
  create(path: string): Promise<void>;
  /** Opens the library in `path` in place of the one open now, which stays open if this fails. */
  open(path: string): Promise<LibraryState>;
  /** Stops what is under way and closes the library; without one this does nothing. */
  close(): Promise<void>;
  /** What is on the desk. */
  state(): Promise<LibraryState>;

  /** A stretch of the list: by date, then number, then title; what has no date or number comes after what has. */
  listCables(stretch: CheckedInput<'cable.list'>): Promise<RequestOutput<'cable.list'>>;
  /** A whole cable, which is remembered as the one last read. */
  openCable(id: string): Promise<Cable>;
  /** The place of a cable in the list, from 0. */
  positionOf(id: string): Promise<number>;
  /** Remembers the reader's place in a cable, a position in its original. */
  rememberPlace(id: string, place: number): Promise<void>;

  /** Imports files, and all text files of folders. Bad files are told in the report and stop nothing. */
  importFiles(paths: readonly string[]): Promise<ImportReport>;
  /**
   * Stops the import that is under way after the file at hand, or work on the whole library before it
   * has changed anything; without either this does nothing.
   */
  cancelImport(): Promise<void>;

  /** All annotations of a cable, in the order of their places. */
  listAnnotations(cableId: string): Promise<Annotation[]>;
  /** Highlights a passage. */
  createAnnotation(draft: CheckedInput<'annotation.create'>, author: string): Promise<Annotation>;
  /** Changes an annotation's tags or note. */
  updateAnnotation(edit: CheckedInput<'annotation.update'>, author: string): Promise<Annotation>;
  /** Deletes an annotation and tells whose cable it was. */
  deleteAnnotation(id: string, author: string): Promise<{ readonly cableId: string }>;

  /** Decides on changes of a cable, and tells whether that changed anything. */
  decideChanges(input: CheckedInput<'proposal.decide'>, author: string): Promise<boolean>;
  /** A stretch of the waiting proposals of a rule in the whole library. */
  previewProposals(
    stretch: CheckedInput<'proposal.preview'>,
  ): Promise<RequestOutput<'proposal.preview'>>;
  /** Decides on all waiting proposals of a rule, as one action; all is 0 where it was stopped. */
  decideRule(
    input: CheckedInput<'proposal.decideRule'>,
    author: string,
  ): Promise<RequestOutput<'proposal.decideRule'>>;

  /** The rules of cleaning, with what they have found in this library. */
  listRules(): Promise<RuleState[]>;
  /** Switches a rule on or off and cleans every cable anew, as one action. */
  switchRule(
    input: CheckedInput<'rule.switch'>,
    author: string,
  ): Promise<RequestOutput<'rule.switch'>>;

  /** The vocabulary in alphabetical order, with its uses. */
  listTags(): Promise<RequestOutput<'tag.list'>>;
  /** Makes a tag; fails with `tag-exists` if there is one of that name. */
  createTag(draft: CheckedInput<'tag.create'>, author: string): Promise<Tag>;
  /** Changes a tag; fails with `tag-exists` if another one has that name. */
  updateTag(edit: CheckedInput<'tag.update'>, author: string): Promise<Tag>;
  /** Deletes a tag and takes it off every annotation, as one action. */
  deleteTag(id: string, author: string): Promise<void>;

  /** Undoes the last action that holds. */
  undo(author: string): Promise<TakenBack>;
  /** Redoes what was undone last. */
  redo(author: string): Promise<TakenBack>;
}

/** What an undo or redo has done, and whether transcriptions have changed with it. */
export interface TakenBack extends UndoOutcome {
  readonly text: boolean;
}

/** Hears what a store says unasked. */
export interface StoreNews {
  /** An import has come further; null when it has ended. */
  readonly progress: (progress: ImportProgress | null) => void;
  /** A sentence for the log, never with text of a cable in it. */
  readonly log: (sentence: string) => void;
}

/** The names of all methods of a store, for the tunnel between the threads. */
export const storeMethods: Readonly<Record<keyof Store, true>> = {
  create: true,
  open: true,
  close: true,
  state: true,
  listCables: true,
  openCable: true,
  positionOf: true,
  rememberPlace: true,
  importFiles: true,
  cancelImport: true,
  listAnnotations: true,
  createAnnotation: true,
  updateAnnotation: true,
  deleteAnnotation: true,
  decideChanges: true,
  previewProposals: true,
  decideRule: true,
  listRules: true,
  switchRule: true,
  listTags: true,
  createTag: true,
  updateTag: true,
  deleteTag: true,
  undo: true,
  redo: true,
};
