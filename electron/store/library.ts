import { basename } from 'node:path';
import { z } from 'zod';
import { fail } from '../../domain/failure.ts';
import { LIBRARY_EXTENSION } from '../../domain/library/extension.ts';
import type { LibraryState } from '../../domain/library/library.ts';
import { annotationTable } from './annotations.ts';
import { cableTable } from './cables.ts';
import type { Database } from './database.ts';
import { notOurs } from './failures.ts';
import { discardedTable } from './discarded.ts';
import { importRunTable } from './import-runs.ts';
import { gazetteerTable } from './gazetteer.ts';
import { journal } from './journal.ts';
import { librarySettings } from './library-settings.ts';
import { conflictTable, type ConflictTable } from './merging/conflicts.ts';
import { touchedTable, type TouchedTable } from './merging/touched.ts';
import { proposalTable } from './proposals.ts';
import { referenceTable, type ReferenceTable } from './reference/reference-table.ts';
import { relationTable } from './relations.ts';
import { revisionTable } from './revisions.ts';
import { foundKeeper, type FoundKeeper } from './search/found.ts';
import { indexTable, type IndexTable } from './search/index-table.ts';
import { searcher, type Searcher } from './search/searcher.ts';
import { ruleTable } from './rules.ts';
import { runKeeper } from './runs.ts';
import { sketchTable } from './sketches.ts';
import { savedSearchTable } from './search/saved-table.ts';
import { summaryTable } from './summaries.ts';
import { tagTable } from './tags.ts';

/** An open library: its connection and what stands on it, each concept by its name. */
export interface Library {
  readonly path: string;
  /** The folder that holds a folder of backups for each library; null where no backups are made. */
  readonly backups: string | null;
  readonly id: string;
  readonly db: Database;
  readonly settings: ReturnType<typeof librarySettings>;
  readonly cables: ReturnType<typeof cableTable>;
  readonly proposals: ReturnType<typeof proposalTable>;
  readonly rules: ReturnType<typeof ruleTable>;
  readonly tags: ReturnType<typeof tagTable>;
  readonly annotations: ReturnType<typeof annotationTable>;
  readonly conflicts: ConflictTable;
  readonly discarded: ReturnType<typeof discardedTable>;
  readonly gazetteer: ReturnType<typeof gazetteerTable>;
  readonly references: ReferenceTable;
  readonly relations: ReturnType<typeof relationTable>;
  readonly savedSearches: ReturnType<typeof savedSearchTable>;
  readonly sketches: ReturnType<typeof sketchTable>;
  readonly importRuns: ReturnType<typeof importRunTable>;
  readonly summaries: ReturnType<typeof summaryTable>;
  readonly touched: TouchedTable;
  readonly revisions: ReturnType<typeof revisionTable>;
  readonly index: IndexTable;
  readonly search: Searcher;
  readonly found: FoundKeeper;
  readonly journal: ReturnType<typeof journal>;
  readonly runs: ReturnType<typeof runKeeper>;
}

const LibraryId = z.uuid();

/** The library behind an open connection. `backups` is where its backups are kept. */
export function libraryOf(db: Database, path: string, backups: string | null = null): Library {
  const id = LibraryId.safeParse(db.prepare('SELECT id FROM library').pluck().get());
  // Its backups lie in a folder of that name: it may be no path that leads elsewhere.
  if (!id.success) fail('library-damaged', notOurs(path, 'it does not say which one it is'));
  const index = indexTable(db);
  const cables = cableTable(db, index);
  const rules = ruleTable(db);
  const tags = tagTable(db, index);
  const annotations = annotationTable(db, index);
  const conflicts = conflictTable(db);
  const discarded = discardedTable(db);
  const gazetteer = gazetteerTable(db);
  const relations = relationTable(db);
  const savedSearches = savedSearchTable(db);
  const revisions = revisionTable(db, { annotations, cables });
  const search = searcher(db, index, tags);
  const touched = touchedTable(db);
  return {
    path,
    backups,
    id: id.data,
    db,
    settings: librarySettings(db),
    cables,
    proposals: proposalTable(db),
    rules,
    tags,
    annotations,
    conflicts,
    discarded,
    gazetteer,
    references: referenceTable(db),
    relations,
    savedSearches,
    sketches: sketchTable(db),
    importRuns: importRunTable(db, cables.title),
    summaries: summaryTable(db),
    touched,
    revisions,
    index,
    search,
    found: foundKeeper({ db, index }, search),
    journal: journal(db, {
      annotations,
      cables,
      conflicts,
      discarded,
      gazetteer,
      index,
      relations,
      revisions,
      rules,
      savedSearches,
      tags,
      touched,
    }),
    runs: runKeeper(),
  };
}

/** What is on the desk when this library is. */
export function stateOf(library: Library): LibraryState {
  const { id, path, cables, annotations, discarded, journal: actions, settings } = library;
  const last = settings.get('lastCable');
  return {
    id,
    path,
    name: nameOf(path),
    cables: cables.count(),
    annotations: annotations.count(),
    undo: actions.state(),
    lastCableId: last !== null && discarded.has(last) ? null : last,
  };
}

/** The name shown for a library: that of its file, without the ending. */
function nameOf(path: string): string {
  return basename(path, `.${LIBRARY_EXTENSION}`);
}
