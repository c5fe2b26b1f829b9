import type { Annotation } from '../../domain/annotation/annotation.ts';
import type { AnnotationsText } from '../../domain/annotation/annotations.ts';
import type { AnnotationSummary } from '../../domain/annotation/summary.ts';
import type { RuleState } from '../../domain/clean/rule-state.ts';
import type { CheckedInput, RequestOutput } from '../../domain/contract.ts';
import type { GazetteerEntry, ListedEntry } from '../../domain/gazetteer/entry.ts';
import type { Revision } from '../../domain/history/revision.ts';
import type { ImportProgress, ImportReport } from '../../domain/import/import.ts';
import type { UndoOutcome } from '../../domain/journal/operation.ts';
import type { Cable, CableName } from '../../domain/library/cable.ts';
import type { CableChoice } from '../../domain/library/choice.ts';
import type { LibraryState } from '../../domain/library/library.ts';
import type { ReferenceGraph } from '../../domain/reference/reference.ts';
import type { ListedRelation, Relation, RelationType } from '../../domain/relation/relation.ts';
import type { Backup } from '../../domain/safety/backup.ts';
import type { Lost } from '../../domain/safety/lost.ts';
import type { VerifyReport } from '../../domain/safety/verify.ts';
import type { ConcordanceLine, SavedSearch, SearchCounts } from '../../domain/search/result.ts';
import type { TagUse } from '../../domain/statistics/tag-use.ts';
import type { Concept } from '../../domain/vocabulary/concept.ts';
import type { Tag } from '../../domain/tag/tag.ts';

/** What tagging places has done; in one cable also the annotations as they are now. */
export interface PlacesTagged {
  readonly annotations: number;
  readonly cables: number;
  readonly changed?: readonly Annotation[];
}

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

  /** A stretch of the list: of what a query finds, in an order. What has no value in the column comes last. */
  listCables(stretch: CheckedInput<'cable.list'>): Promise<RequestOutput<'cable.list'>>;
  /** A whole cable, which is remembered as the one last read. */
  openCable(id: string): Promise<Cable>;
  /** The place of a cable in the list, from 0; null where the query does not find it. */
  positionOf(where: CheckedInput<'cable.position'>): Promise<number | null>;
  /** What a cable is known by. */
  cableName(id: string): Promise<CableName>;
  /** The first cables whose number and title have all words. */
  findCables(sought: CheckedInput<'cable.find'>): Promise<CableName[]>;
  /** The transcription of a cable and its title, without its being remembered as read. */
  readCable(id: string): Promise<RequestOutput<'cable.read'>>;
  /** Remembers the reader's place in a cable, a position in its original. */
  rememberPlace(id: string, place: number): Promise<void>;

  /** A stretch of what a query finds, with the passages that show why. */
  searchResults(input: CheckedInput<'search.results'>): Promise<RequestOutput<'search.results'>>;
  /** What a query finds, counted. */
  countSearch(query: string): Promise<SearchCounts>;
  /** The searches kept under a name. */
  listSavedSearches(): Promise<SavedSearch[]>;
  /** Keeps a search under a name. */
  saveSearch(input: CheckedInput<'search.save'>, author: string): Promise<SavedSearch>;
  /** Gives a kept search another name. */
  renameSearch(input: CheckedInput<'search.rename'>, author: string): Promise<void>;
  /** Lets a kept search go. */
  forgetSearch(id: string, author: string): Promise<void>;

  /** Makes a concordance; null where it was stopped. */
  makeConcordance(query: string): Promise<RequestOutput<'concordance.make'>>;
  /** A stretch of a concordance. */
  concordanceLines(input: CheckedInput<'concordance.lines'>): Promise<ConcordanceLine[]>;
  /** Tags lines of a concordance, as one action. */
  tagConcordance(input: CheckedInput<'concordance.tag'>, author: string): Promise<PlacesTagged>;

  /** What a cable refers to, and which cables refer to it. */
  listReferences(cableId: string): Promise<RequestOutput<'reference.list'>>;
  /** The documents that are referred to and not in the library. */
  listMissing(
    stretch: CheckedInput<'reference.missing'>,
  ): Promise<RequestOutput<'reference.missing'>>;
  /** Who cites whom. */
  referenceGraph(input: CheckedInput<'reference.graph'>): Promise<ReferenceGraph>;

  /** Says how far many cables have come, as one action; tells how many have changed. */
  reviewCables(input: CheckedInput<'cables.review'>, author: string): Promise<number>;
  /** Tags many cables as a whole, as one action; tells how many have changed. */
  tagCables(input: CheckedInput<'cables.tag'>, author: string): Promise<number>;
  /** Deletes cables, as one action; tells how many. They are kept. */
  discardCables(choice: CableChoice, author: string): Promise<number>;
  /** Brings deleted cables back, as one action; tells how many. */
  restoreCables(ids: readonly string[], author: string): Promise<number>;
  /** A stretch of the deleted cables, those deleted last first. */
  listDiscarded(
    stretch: CheckedInput<'cables.discarded'>,
  ): Promise<RequestOutput<'cables.discarded'>>;
  /** Writes a table of cables into the file `place`, or a file a cable into a new folder in it; null where it was stopped. */
  saveCables(
    input: CheckedInput<'cables.save'>,
    place: string,
  ): Promise<RequestOutput<'cables.save'>>;

  /**
   * Imports files, those of folders, entries of archives and documents of volumes. What is wrong with one
   * stands in the report and stops nothing. `author` signs what lists of names bring.
   */
  importFiles(paths: readonly string[], author?: string): Promise<ImportReport>;
  /** The import that was stopped, or cut short with the program; null where there is none, or one is under way. */
  unfinishedImport(): Promise<ImportReport | null>;
  /** Goes on with an import that was stopped or cut short. */
  resumeImport(runId: string, author: string): Promise<ImportReport>;
  /** Leaves an import as it is; it is not `unfinishedImport` any more. */
  abandonImport(runId: string): Promise<void>;
  /** The report of an import, or of the last one, with a stretch of its lines; null where there was none. */
  importReport(stretch: CheckedInput<'import.report'>): Promise<RequestOutput<'import.report'>>;
  /**
   * Stops the import that is under way after the documents at hand, or work on the whole library before it
   * has changed anything; without either this does nothing.
   */
  cancelImport(): Promise<void>;

  /** All annotations of a cable, in the order of their places. */
  listAnnotations(cableId: string): Promise<Annotation[]>;
  /** A slice of the annotations of a cable, in the order in which they were made. */
  sliceAnnotations(slice: CheckedInput<'annotation.list'>): Promise<AnnotationsText>;
  /** The annotations around the place where a cable was left, and whether these are all. */
  annotationsInSight(
    sight: CheckedInput<'annotation.sight'>,
  ): Promise<RequestOutput<'annotation.sight'>>;
  /** Highlights a passage. */
  createAnnotation(draft: CheckedInput<'annotation.create'>, author: string): Promise<Annotation>;
  /** Changes an annotation's tags or note. */
  updateAnnotation(edit: CheckedInput<'annotation.update'>, author: string): Promise<Annotation>;
  /** Gives an annotation without a place one again. */
  placeAnnotation(place: CheckedInput<'annotation.place'>, author: string): Promise<Annotation>;
  /** All of one annotation, of whichever cable. */
  wholeAnnotation(id: string): Promise<Annotation>;
  /** One annotation, as lists over the library show it. */
  readAnnotation(id: string): Promise<AnnotationSummary>;
  /** The annotations of the library that hold some words. */
  findAnnotations(sought: CheckedInput<'annotation.find'>): Promise<AnnotationSummary[]>;
  /** Who has annotated, and how much. */
  listCreators(): Promise<RequestOutput<'annotation.creators'>>;
  /** Says anew on which passages an annotation stands. */
  reachAnnotation(input: CheckedInput<'annotation.reach'>, author: string): Promise<Annotation>;
  /** Puts tags on annotations and takes others off; tells how many have changed, and the cable where they are of one. */
  retagAnnotations(input: CheckedInput<'annotation.retag'>, author: string): Promise<ManyChanged>;
  /** Deletes annotations with their relations; tells the cable where they are of one. */
  deleteAnnotations(ids: readonly string[], author: string): Promise<ManyChanged>;

  /** The relations of a cable's annotations. */
  listRelations(cableId: string): Promise<ListedRelation[]>;
  /** Relates two annotations. */
  createRelation(draft: CheckedInput<'relation.create'>, author: string): Promise<Relation>;
  /** Says otherwise how two annotations are related. */
  updateRelation(edit: CheckedInput<'relation.update'>, author: string): Promise<Relation>;
  /** Parts two annotations. */
  deleteRelation(id: string, author: string): Promise<void>;
  /** The types of relations, with their uses. */
  listRelationTypes(): Promise<RequestOutput<'relationType.list'>>;
  /** Makes a type of relations. */
  createRelationType(
    draft: CheckedInput<'relationType.create'>,
    author: string,
  ): Promise<RelationType>;
  /** Changes a type of relations. */
  updateRelationType(
    edit: CheckedInput<'relationType.update'>,
    author: string,
  ): Promise<RelationType>;
  /** Deletes a type with all relations of it. */
  deleteRelationType(id: string, author: string): Promise<void>;

  /** The places where words stand; null where the search was stopped. */
  findOccurrences(
    input: CheckedInput<'occurrence.find'>,
  ): Promise<RequestOutput<'occurrence.find'>>;
  /** Tags the places of a search, as one action; all is 0 where it was stopped. */
  tagOccurrences(input: CheckedInput<'occurrence.tag'>, author: string): Promise<PlacesTagged>;

  /** How far two creators agree. */
  measureAgreement(
    input: CheckedInput<'agreement.measure'>,
  ): Promise<RequestOutput<'agreement.measure'>>;
  /** Accepts or rejects annotations, or takes that back; tells how many have changed. */
  judgeAnnotations(input: CheckedInput<'agreement.judge'>, author: string): Promise<ManyChanged>;
  /** Merges annotations of one cable into one. */
  mergeAnnotations(ids: readonly string[], author: string): Promise<Annotation>;

  /** Emends a transcription, its annotations carried along; fails with `stale` where it has another version. */
  emend(
    edit: CheckedInput<'transcription.emend'>,
    author: string,
  ): Promise<RequestOutput<'transcription.emend'>>;
  /** Gives the reason of an emendation. */
  explainEmendation(input: CheckedInput<'emendation.explain'>, author: string): Promise<void>;
  /** Takes an emendation back. */
  takeBackEmendation(input: CheckedInput<'emendation.takeBack'>, author: string): Promise<void>;

  /** The revisions of a cable, the newest first. */
  listRevisions(cableId: string): Promise<Revision[]>;
  /** The transcription as it was at the end of a revision. */
  readRevision(which: CheckedInput<'revision.read'>): Promise<string>;
  /** Restores text and annotations as they were at the end of a revision; tells whether that changed anything. */
  restoreRevision(which: CheckedInput<'revision.restore'>, author: string): Promise<boolean>;
  /** Says what a revision is about. */
  nameRevision(input: CheckedInput<'revision.name'>, author: string): Promise<void>;

  /** Says how far a cable has come. */
  setReview(input: CheckedInput<'review.set'>, author: string): Promise<void>;
  /** How many cables are in each state. */
  countReviews(): Promise<RequestOutput<'review.counts'>>;
  /** Reads a field otherwise than cleaning did. */
  emendField(input: CheckedInput<'metadata.emend'>, author: string): Promise<void>;

  /** The places that would be emended alike; null where the search was stopped. */
  findAlike(input: CheckedInput<'alike.find'>): Promise<RequestOutput<'alike.find'>>;
  /** Emends places alike, as one action; all is 0 where it was stopped. */
  emendAlike(
    input: CheckedInput<'alike.emend'>,
    author: string,
  ): Promise<RequestOutput<'alike.emend'>>;

  /** The cables that seem to transcribe the same message. */
  proposeWitnesses(cableId: string): Promise<RequestOutput<'witness.propose'>>;

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
  /** A stretch of the annotations that have a tag. */
  listTagUses(stretch: CheckedInput<'tag.uses'>): Promise<RequestOutput<'tag.uses'>>;
  /** What merging tags would do. */
  previewMerge(input: CheckedInput<'tag.merge'>): Promise<RequestOutput<'tag.previewMerge'>>;
  /** Merges tags into one, as one action. */
  mergeTags(input: CheckedInput<'tag.merge'>, author: string): Promise<RequestOutput<'tag.merge'>>;
  /** Splits a tag, as one action. */
  splitTag(input: CheckedInput<'tag.split'>, author: string): Promise<Tag>;
  /** Takes over concepts as tags, as one action. */
  takeConcepts(
    concepts: readonly Concept[],
    author: string,
  ): Promise<RequestOutput<'vocabulary.take'>>;
  /** How often each tag is used, by cable. */
  countTagUse(): Promise<TagUse[]>;

  /** The gazetteer and the glossary. */
  listGazetteer(): Promise<ListedEntry[]>;
  /** Makes an entry, or changes one. */
  putEntry(entry: GazetteerEntry, author: string): Promise<void>;
  /** Deletes an entry. */
  removeEntry(id: string, author: string): Promise<void>;
  /** Takes over entries, as one action. */
  takeEntries(
    entries: readonly GazetteerEntry[],
    author: string,
  ): Promise<RequestOutput<'gazetteer.take'>>;

  /** What a format cannot say of some cables; null where it was stopped. */
  exportLosses(input: CheckedInput<'export.losses'>): Promise<RequestOutput<'export.losses'>>;
  /** Exports cables into a new folder in the folder `place`; null where it was stopped, with nothing left behind. */
  exportCables(
    input: CheckedInput<'export.save'>,
    place: string,
  ): Promise<RequestOutput<'export.save'>>;
  /** The reading edition of a cable as one page of HTML, to be printed. */
  editionPage(cableId: string): Promise<{ readonly title: string; readonly html: string }>;

  /** Reads a file of annotations and compares it with the library; null where it was stopped. */
  readComing(path: string, cableId: string | null): Promise<RequestOutput<'coming.choose'>>;
  /** What a file of annotations that was read brings. */
  comingReport(id: string): Promise<RequestOutput<'coming.report'>>;
  /** A stretch of the annotations of a file that was read. */
  comingLines(stretch: CheckedInput<'coming.lines'>): Promise<RequestOutput<'coming.lines'>>;
  /** Takes over the annotations of a file that was read, as one action; null where it was stopped. */
  takeComing(
    input: CheckedInput<'coming.take'>,
    author: string,
  ): Promise<RequestOutput<'coming.take'>>;
  /** Leaves a file that was read as it is. */
  leaveComing(id: string): Promise<void>;

  /** The backups of the library that is open, or of that in `path`, newest first. */
  listBackups(path: string | null): Promise<RequestOutput<'backup.list'>>;
  /** Backs the library up. */
  makeBackup(why: Backup['why']): Promise<Backup>;
  /** Puts a backup in the place of its library and opens it; tells where what stood there is kept. */
  restoreBackup(input: CheckedInput<'backup.restore'>): Promise<RequestOutput<'backup.restore'>>;
  /** What has become of the file of the open library; null where it is where and what it was. */
  look(): Promise<Lost | null>;
  /** The same; where its drive had gone and is there again, the library is opened there once more. */
  lookAgain(): Promise<Lost | null>;
  /** Saves all that the open library holds as the new file `path`, and goes on with that. */
  saveAs(path: string): Promise<LibraryState>;
  /** Brings what waits in the log of the library into its file, where that can be done at once. */
  settle(): Promise<void>;
  /** Proves the library; null where it was stopped. */
  verify(): Promise<VerifyReport | null>;

  /** Saves cables with all that hangs on them as a package in the file `path`; null where it was stopped. */
  savePackage(choice: CableChoice, path: string): Promise<RequestOutput<'package.save'>>;
  /** Reads a package or another library and tells what merging it would do; null where it was stopped. */
  readMerge(path: string): Promise<RequestOutput<'merge.choose'>>;
  /** Merges what was read, as one action; null where it was stopped. */
  runMerge(id: string, author: string): Promise<RequestOutput<'merge.run'>>;
  /** Leaves what was read for merging. */
  leaveMerge(id: string): Promise<void>;
  /** A stretch of the conflicts, the open ones first. */
  listConflicts(stretch: CheckedInput<'conflict.list'>): Promise<RequestOutput<'conflict.list'>>;
  /** Decides conflicts, as one action. */
  decideConflicts(input: CheckedInput<'conflict.decide'>, author: string): Promise<void>;

  /** Undoes the last action that holds. */
  undo(author: string): Promise<TakenBack>;
  /** Redoes what was undone last. */
  redo(author: string): Promise<TakenBack>;
}

/** What an action on many annotations has done. */
export interface ManyChanged {
  /** How many have changed. */
  readonly annotations: number;
  /** The cable they are of; null where they are of several. */
  readonly cableId: string | null;
  /** What they have become, where they are few enough for the window to be told of each. */
  readonly changed?: readonly Annotation[];
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
  /** The file of the open library is not where or what it was; null when it is again. */
  readonly lost?: (lost: Lost | null) => void;
}
