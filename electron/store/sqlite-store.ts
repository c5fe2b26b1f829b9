import { fail } from '../../domain/failure.ts';
import { prepareHere, type Preparer } from '../import/prepare.ts';
import { readVolume } from '../tei/volume.ts';
import { traceOf } from '../trace.ts';
import { emendAlike, findAlike } from './alike-actions.ts';
import {
  annotationsInSight,
  createAnnotation,
  deleteAnnotations,
  listAnnotations,
  placeAnnotation,
  sliceAnnotations,
  updateAnnotation,
} from './annotation-actions.ts';
import type { Watching } from './batch.ts';
import { findCables } from './cable-search.ts';
import { chosenCables } from './chosen-cables.ts';
import type { Cleaner } from './cleaner.ts';
import { judgeAnnotations, measureAgreement, mergeAnnotations } from './agreement-actions.ts';
import {
  findAnnotations,
  listCreators,
  readAnnotation,
  wholeAnnotation,
} from './annotation-search.ts';
import { listGazetteer, putEntry, removeEntry, takeEntries } from './gazetteer-actions.ts';
import { reachAnnotation, retagAnnotations } from './many-annotations.ts';
import { MANY } from './long-actions.ts';
import { isHeld, untilFree } from './long-transaction.ts';
import { countUses, listTagUses, mergeTags, previewMerge, splitTag } from './merge-actions.ts';
import { findOccurrences, tagOccurrences } from './occurrence-actions.ts';
import {
  createRelation,
  createRelationType,
  deleteRelation,
  deleteRelationType,
  listRelations,
  listRelationTypes,
  updateRelation,
  updateRelationType,
} from './relation-actions.ts';
import { countTagUse, takeConcepts } from './vocabulary-actions.ts';
import type { Store, StoreNews, TakenBack } from './face.ts';
import { emend, explainEmendation, takeBackEmendation } from './emendation-actions.ts';
import { isSqliteError } from './database.ts';
import { explain } from './failures.ts';
import {
  abandonImport,
  readImportReport,
  resumeImport,
  startImport,
  unfinishedImport,
} from './import-actions.ts';
import { decideConflicts, listConflicts } from './merging/conflict-actions.ts';
import { closeAsItIs, isWhole } from './safety/at-rest.ts';
import { backUpQuietly, keepSafe, wasWorkedOn, type Keeping } from './safety/automatic.ts';
import { backUpNow, listBackups, restoreBackup } from './safety/backup-actions.ts';
import { closeAsFound, isLibraryThere, isOwnFile, lostWatch } from './safety/losing.ts';
import { copyTo } from './safety/moving.ts';
import { UNSAFE, type Safety } from './safety/safety.ts';
import {
  comingLines,
  comingReport,
  editionPage,
  exportCables,
  exportLosses,
  leaveComing,
  leaveMerge,
  readComing,
  readMerge,
  runMerge,
  savePackage,
  takeComing,
  verifyLibrary,
} from './late.ts';
import { createLibrary, openLibrary } from './library-file.ts';
import { libraryOf, stateOf, type Library } from './library.ts';
import { emendField } from './metadata-actions.ts';
import { previewProposals } from './preview.ts';
import { decideChanges, decideRuleInCable, decideRuleInLibrary } from './proposal-actions.ts';
import { countReviews, setReview } from './review-actions.ts';
import { listRevisions, nameRevision, readRevision, restoreRevision } from './revision-actions.ts';
import {
  discardCables,
  listDiscarded,
  restoreManyCables,
  reviewCables,
  tagCables,
} from './many-cables.ts';
import { readInBackground } from './reference/reading-through.ts';
import { listMissing, listReferences, referenceGraph } from './reference-actions.ts';
import { concordanceLines, makeConcordance, tagConcordance } from './search/concordance.ts';
import { catchUpInBackground, catchUpWithFew, isBehind } from './search/catching-up.ts';
import { forgetSearch, listSavedSearches, renameSearch, saveSearch } from './search/saved.ts';
import { cablePosition, countSearch, listCables, searchResults } from './search/search-actions.ts';
import { saveCables } from './saving-cables.ts';
import { isSameFile } from './same-file.ts';
import { listRules, newcomers, switchRule } from './rule-actions.ts';
import { createTag, deleteTag, listTags, updateTag } from './tag-actions.ts';
import { proposeWitnesses } from './witness-actions.ts';

/** Long work under way: how to stop it, and its end. */
interface Running {
  readonly stop: AbortController;
  readonly end: Promise<unknown>;
}

/**
 * The store over one SQLite file. `cleaner` is what texts are cleaned with; `preparing` gives what makes
 * documents ready for an import, in other threads where it can. `safety` says where backups are kept.
 */
export function sqliteStore(
  cleaner: Cleaner,
  news: StoreNews,
  preparing: () => Preparer = () => prepareHere({ clean: cleaner.clean, readVolume }),
  safety: Safety = UNSAFE,
): Store {
  let library: Library | null = null;
  let keeping: Keeping | null = null;
  let running: Running | null = null;
  let indexing: Running | null = null;
  const watch = lostWatch(() => library, news);

  /** Waits for a long change under way; another library may be open when that has ended. */
  const untilNoneHolds = async (reads: boolean): Promise<void> => {
    for (let open = library; open && isHeld(open.db, reads); open = library)
      await untilFree(open.db, reads);
  };

  /** Does some work on the open library; what SQLite throws is explained. What may write waits for a long change under way. */
  const within = async <T>(
    work: (library: Library) => T | Promise<T>,
    { reads = false } = {},
  ): Promise<T> => {
    if (library && isHeld(library.db, reads)) await untilNoneHolds(reads);
    const open = library;
    if (!open) return fail('no-library', 'No library is open. Open one, or make a new one.');
    watch.look();
    try {
      return await work(open);
    } catch (error) {
      throw explain(error, open.path);
    } finally {
      if (!running && open.db.open) readInBackground(open, news.log);
    }
  };

  /** Notes where the reader is: that it cannot be written (a full disk) must not keep anybody from reading. */
  const inPassing = (note: () => void) => {
    try {
      note();
    } catch (error) {
      if (!isSqliteError(error)) throw error;
      news.log(`Where the reader is could not be kept: ${error.code}`);
    }
  };

  /** Does long work that tells how far it is and can be stopped; there is one at a time. */
  const watched = async <T>(work: (library: Library, by: Watching) => Promise<T>): Promise<T> => {
    refuseWhileRunning();
    const stop = new AbortController();
    const by = { progress: news.progress, signal: stop.signal };
    const end = within((open) => work(open, by));
    running = { stop, end };
    try {
      return await end;
    } finally {
      running = null;
      news.progress(null);
    }
  };

  /** Does some work that only reads. */
  const reading = <T>(work: (library: Library) => T | Promise<T>): Promise<T> =>
    within(work, { reads: true });

  /**
   * Does work that is long where there is much of it: then it is watched, and others have their turns. Where other
   * long work is under way already, it is done at once.
   */
  const perhapsLong = async <T>(
    extent: (library: Library) => number,
    work: (library: Library, by: Watching | null) => T | Promise<T>,
  ): Promise<T> =>
    library && !running && extent(library) > MANY
      ? watched(async (open, by) => work(open, by))
      : within((open) => work(open, null));

  /** Undoes or redoes; what was much takes its turns. */
  const takeBack = (kind: 'undo' | 'redo', author: string): Promise<TakenBack> => {
    if (!library || running || !library.journal.isLong(kind))
      return within((open) => open.journal[kind](author, newcomers(open, cleaner)));
    return watched(async (open, watching) => {
      const by = { author, beside: newcomers(open, cleaner), watching };
      const done = await open.journal.takeBackInTurns(kind, by);
      return done ?? fail('stopped', `The ${kind} was stopped. Nothing was changed.`);
    });
  };

  /** Even where the last step of closing fails (a full disk), all is in the log beside the file. */
  const closeLibrary = () => {
    watch.look();
    indexing?.stop.abort();
    keeping?.stop();
    try {
      if (library) closeAsFound(library, news.log);
    } catch (error) {
      news.log(`The library could not be closed properly: ${traceOf(error)}`);
    }
    library = null;
    watch.look();
  };

  /** Makes the cables of a library searchable that an earlier Cablewright has written. */
  const indexInBackground = (opened: Library) => {
    const stop = new AbortController();
    const by = { ...news, signal: stop.signal, isBusy: () => running !== null };
    indexing = { stop, end: catchUpInBackground(opened, by) };
  };

  /** From here on `opened` is the library that is open. */
  const lay = (opened: Library) => {
    library = opened;
    keeping = keepSafe(opened, safety, { log: news.log, isBusy: () => running !== null });
    if (isBehind(opened)) indexInBackground(opened);
  };

  const refuseWhileRunning = () => {
    if (running)
      fail(
        'busy',
        'An import or other work on the whole library is under way. Stop it, or let it end, then try again.',
      );
  };

  const store: Store = {
    async create(path) {
      createLibrary(path);
    },

    async open(path) {
      refuseWhileRunning();
      const lost = watch.look();
      await watch.saved();
      if (library && !lost && isSameFile(library.path, path)) return stateOf(library);
      // Our own file under another name would be in use: by us.
      if (library && lost && isOwnFile(library, path)) closeLibrary();
      const opened = openIn(path, safety, news.log);
      closeLibrary();
      lay(opened);
      return stateOf(opened);
    },

    async look() {
      return watch.look();
    },

    async lookAgain() {
      const lost = watch.look();
      // A drive that has come back: the handle of before leads nowhere any more.
      if (library && lost?.why === 'out-of-reach' && isLibraryThere(lost.path))
        await store.open(lost.path);
      return watch.look();
    },

    async saveAs(path) {
      refuseWhileRunning();
      const saved = await within(async (open) => {
        await copyTo(open, path);
        return open;
      });
      // Opened before the other is closed: if that fails, nothing has changed.
      const opened = openIn(path, safety, news.log);
      if (library === saved) closeLibrary();
      lay(opened);
      return stateOf(opened);
    },

    async settle() {
      if (!running && library && !watch.look()) isWhole(library.db);
    },

    async close() {
      running?.stop.abort();
      await running?.end.catch(() => null);
      watch.look();
      await watch.saved();
      await keeping?.beforeClosing();
      closeLibrary();
    },

    state: () => reading(stateOf),

    listCables: (input) => reading((open) => listCables(open, input)),

    openCable: (id) =>
      reading(({ cables, discarded, settings }) => {
        discarded.refuse(id);
        const cable = cables.get(id);
        inPassing(() => settings.set('lastCable', id));
        return cable;
      }),

    positionOf: (where) => reading((open) => cablePosition(open, where)),
    cableName: (id) =>
      reading(({ cables, discarded }) => {
        discarded.refuse(id);
        return cables.name(id);
      }),
    findCables: (sought) => reading((open) => findCables(open, sought)),
    readCable: (id) =>
      reading(({ cables }) => ({
        title: cables.title(id),
        text: cables.textOf(id, 'transcription'),
      })),

    rememberPlace: (id, place) =>
      within(({ cables }) => {
        inPassing(() => cables.remember(id, place, new Date().toISOString()));
      }),

    searchResults: (input) => reading((open) => searchResults(open, input)),
    countSearch: (query) => reading((open) => countSearch(open, query)),
    listSavedSearches: () => reading(listSavedSearches),
    saveSearch: (input, author) => within((open) => saveSearch(open, input, author)),
    renameSearch: (input, author) =>
      within((open) => {
        renameSearch(open, input, author);
      }),
    forgetSearch: (id, author) =>
      within((open) => {
        forgetSearch(open, id, author);
      }),

    makeConcordance: (query) => watched((open, by) => makeConcordance(open, query, by)),
    concordanceLines: (input) => reading((open) => concordanceLines(open, input)),
    tagConcordance: (input, author) =>
      watched((open, by) => tagConcordance(open, input, author, by)),

    listReferences: (cableId) => within((open) => listReferences(open, cableId)),
    listMissing: (stretch) => within((open) => listMissing(open, stretch)),
    referenceGraph: (input) => within((open) => referenceGraph(open, input)),

    reviewCables: (input, author) => watched((open, by) => reviewCables(open, input, author, by)),
    tagCables: (input, author) => watched((open, by) => tagCables(open, input, author, by)),
    discardCables: (choice, author) =>
      perhapsLong(
        (open) => chosenCables(open, choice).length,
        (open, by) => discardCables(open, choice, author, by),
      ),
    restoreCables: (ids, author) =>
      perhapsLong(
        () => ids.length,
        (open, by) => restoreManyCables(open, ids, author, by),
      ),
    listDiscarded: (stretch) => reading((open) => listDiscarded(open, stretch)),
    saveCables: (input, path) => watched((open, by) => saveCables(open, input, path, by)),

    importFiles: (paths, author = '') =>
      watched(async (open, by) => {
        if (wasWorkedOn(open)) await backUpQuietly(open, 'before-import', news.log);
        return startImport(open, paths, { ...by, author, preparer: preparing() });
      }),
    unfinishedImport: () => reading((open) => (running ? null : unfinishedImport(open))),
    resumeImport: (runId, author) =>
      watched((open, by) => resumeImport(open, runId, { ...by, author, preparer: preparing() })),
    abandonImport: (runId) =>
      within((open) => {
        abandonImport(open, runId);
      }),
    importReport: (stretch) => reading((open) => readImportReport(open, stretch)),

    async cancelImport() {
      running?.stop.abort();
      if (!running) indexing?.stop.abort();
    },

    listAnnotations: (cableId) => reading((open) => listAnnotations(open, cableId)),
    sliceAnnotations: (slice) => reading((open) => sliceAnnotations(open, slice)),
    annotationsInSight: (sight) => reading((open) => annotationsInSight(open, sight)),
    createAnnotation: (draft, author) => within((open) => createAnnotation(open, draft, author)),
    updateAnnotation: (edit, author) => within((open) => updateAnnotation(open, edit, author)),
    placeAnnotation: (place, author) => within((open) => placeAnnotation(open, place, author)),
    deleteAnnotations: (ids, author) =>
      perhapsLong(
        () => ids.length,
        (open, by) => deleteAnnotations(open, ids, author, by),
      ),
    wholeAnnotation: (id) => reading((open) => wholeAnnotation(open, id)),
    readAnnotation: (id) => reading((open) => readAnnotation(open, id)),
    findAnnotations: (sought) => reading((open) => findAnnotations(open, sought)),
    listCreators: () => reading(listCreators),
    reachAnnotation: (input, author) => within((open) => reachAnnotation(open, input, author)),
    retagAnnotations: (input, author) =>
      perhapsLong(
        () => input.ids.length,
        (open, by) => retagAnnotations(open, input, author, by),
      ),

    listRelations: (cableId) => reading((open) => listRelations(open, cableId)),
    createRelation: (draft, author) => within((open) => createRelation(open, draft, author)),
    updateRelation: (edit, author) => within((open) => updateRelation(open, edit, author)),
    deleteRelation: (id, author) =>
      within((open) => {
        deleteRelation(open, id, author);
      }),
    listRelationTypes: () => reading(listRelationTypes),
    createRelationType: (draft, author) =>
      within((open) => createRelationType(open, draft, author)),
    updateRelationType: (edit, author) => within((open) => updateRelationType(open, edit, author)),
    deleteRelationType: (id, author) =>
      within((open) => {
        deleteRelationType(open, id, author);
      }),

    findOccurrences: (input) => watched((open, by) => findOccurrences(open, input, by)),
    tagOccurrences: (input, author) =>
      watched((open, by) => tagOccurrences(open, input, author, by)),

    measureAgreement: (input) => reading((open) => measureAgreement(open, input)),
    judgeAnnotations: (input, author) => within((open) => judgeAnnotations(open, input, author)),
    mergeAnnotations: (ids, author) => within((open) => mergeAnnotations(open, ids, author)),

    emend: (edit, author) => within((open) => emend(open, edit, author)),
    explainEmendation: (input, author) =>
      within((open) => {
        explainEmendation(open, input, author);
      }),
    takeBackEmendation: (input, author) =>
      within((open) => {
        takeBackEmendation(open, input, author);
      }),

    listRevisions: (cableId) => reading((open) => listRevisions(open, cableId)),
    readRevision: (which) => reading((open) => readRevision(open, which)),
    restoreRevision: (which, author) => within((open) => restoreRevision(open, which, author)),
    nameRevision: (input, author) =>
      within((open) => {
        nameRevision(open, input, author);
      }),

    setReview: (input, author) =>
      within((open) => {
        setReview(open, input, author);
      }),
    countReviews: () => reading(countReviews),
    emendField: (input, author) =>
      within((open) => {
        emendField(open, input, author);
      }),

    findAlike: (input) => watched((open, by) => findAlike(open, input, by)),
    emendAlike: (input, author) => watched((open, by) => emendAlike(open, input, author, by)),

    proposeWitnesses: (cableId) => within((open) => proposeWitnesses(open, cableId)),

    decideChanges: (input, author) => within((open) => decideChanges(open, input, author)),
    previewProposals: (stretch) => reading((open) => previewProposals(open, stretch)),
    decideRule: ({ rule, cableId, status }, author) =>
      cableId === null
        ? watched((open, by) => decideRuleInLibrary(open, { rule, status }, author, by))
        : within((open) => decideRuleInCable(open, { rule, cableId, status }, author)),

    listRules: () => reading((open) => listRules(open, cleaner)),
    switchRule: (input, author) =>
      watched((open, by) => switchRule(open, cleaner, input, author, by)),

    listTags: () => reading(listTags),
    createTag: (draft, author) => within((open) => createTag(open, draft, author)),
    updateTag: (edit, author) => within((open) => updateTag(open, edit, author)),
    deleteTag: (id, author) =>
      perhapsLong(
        (open) => open.annotations.countWithTag(id),
        (open, by) => deleteTag(open, id, author, by),
      ),
    listTagUses: (stretch) => reading((open) => listTagUses(open, stretch)),
    previewMerge: (input) => reading((open) => previewMerge(open, input)),
    mergeTags: (input, author) =>
      perhapsLong(
        (open) => countUses(open, input.ids),
        (open, by) => mergeTags(open, input, author, by),
      ),
    splitTag: (input, author) =>
      perhapsLong(
        () => input.annotationIds.length,
        (open, by) => splitTag(open, input, author, by),
      ),
    takeConcepts: (concepts, author) =>
      perhapsLong(
        () => concepts.length,
        (open, by) => takeConcepts(open, concepts, author, by),
      ),
    countTagUse: () => reading(countTagUse),

    listGazetteer: () => reading(listGazetteer),
    putEntry: (entry, author) =>
      within((open) => {
        putEntry(open, entry, author);
      }),
    removeEntry: (id, author) =>
      within((open) => {
        removeEntry(open, id, author);
      }),
    takeEntries: (entries, author) => within((open) => takeEntries(open, entries, author)),

    exportLosses: (input) => watched((open, by) => exportLosses(open, input, by)),
    exportCables: (input, place) => watched((open, by) => exportCables(open, input, place, by)),
    editionPage: (cableId) => reading((open) => editionPage(open, cableId)),

    readComing: (path, cableId) => watched((open, by) => readComing(open, path, cableId, by)),
    comingReport: (id) => reading((open) => comingReport(open, id)),
    comingLines: (stretch) => reading((open) => comingLines(open, stretch)),
    takeComing: (input, author) => watched((open, by) => takeComing(open, input, author, by)),
    leaveComing: (id) => within((open) => leaveComing(open, id)),

    listBackups: async (path) => listBackups(safety, library, path),
    makeBackup: (why) => within((open) => backUpNow(open, why)),
    async restoreBackup(input) {
      refuseWhileRunning();
      return restoreBackup(safety, library, input, store);
    },
    verify: () => watched((open, by) => verifyLibrary(open, by)),

    savePackage: (choice, path) => watched((open, by) => savePackage(open, choice, path, by)),
    readMerge: (path) => watched((open, by) => readMerge(open, path, by)),
    runMerge: (id, author) => watched((open, by) => runMerge(open, id, author, by)),
    leaveMerge: (id) => within((open) => leaveMerge(open, id)),
    listConflicts: (stretch) => reading((open) => listConflicts(open, stretch)),
    decideConflicts: (input, author) =>
      within((open) => {
        decideConflicts(open, input, author);
      }),

    undo: async (author) => takeBack('undo', author),
    redo: async (author) => takeBack('redo', author),
  };
  return store;
}

/** Opens a library with all that stands on its connection. */
function openIn(path: string, { backups }: Safety, log: StoreNews['log']): Library {
  const db = openLibrary(path, log);
  try {
    const opened = libraryOf(db, path, backups);
    catchUpWithFew(opened);
    return opened;
  } catch (error) {
    closeAsItIs(db);
    throw explain(error, path);
  }
}
