import { z } from 'zod';
import { ImportedFile, ImportOutcome, ImportReport } from '../import/import.ts';
import { Cable, CableName, CableSummary } from '../library/cable.ts';
import { LibraryState, RecentLibrary } from '../library/library.ts';
import { byDate, CableOrder } from '../search/order.ts';
import { QueryText } from '../search/result.ts';
import { nothing, type Requests } from './request.ts';

/** Requests about libraries, the list of cables, and import. */
export const libraryRequests = {
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

  /** The list asks for a stretch of its lines: of what a query finds, in an order; the empty query finds all. Fails with `bad-query`. */
  'cable.list': {
    input: z.strictObject({
      offset: z.int().nonnegative(),
      limit: z.int().min(1).max(500),
      query: QueryText.default(''),
      order: CableOrder.default(byDate),
    }),
    output: z.strictObject({ total: z.int().nonnegative(), cables: z.array(CableSummary) }),
  },
  /** The workbench asks for a whole cable; it is also remembered as the one last read. */
  'cable.open': { input: z.strictObject({ id: z.uuid() }), output: Cable },
  /** The list asks at which of its lines a cable stands, from 0; null where the query does not find it. Fails with `bad-query`. */
  'cable.position': {
    input: z.strictObject({
      id: z.uuid(),
      query: QueryText.default(''),
      order: CableOrder.default(byDate),
    }),
    output: z.strictObject({ position: z.int().nonnegative().nullable() }),
  },
  /** A note that leads to a cable asks what it is called. Fails with `not-found`. */
  'cable.name': { input: z.strictObject({ id: z.uuid() }), output: CableName },
  /** The first cables whose number and title have all words typed, in the order of the list; without words the first of all. */
  'cable.find': {
    input: z.strictObject({ words: z.string().max(200), limit: z.int().min(1).max(200) }),
    output: z.array(CableName),
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

  /** The reader imports files (texts, archives, volumes), or those of a folder, chosen in a dialog; null where it was left. */
  'import.choose': {
    input: z.strictObject({ what: z.enum(['files', 'folder']) }),
    output: ImportReport.nullable(),
  },
  /** The reader has dropped files or folders on the window; they travel beside the input, as `files`. */
  'import.dropped': { input: nothing, output: ImportReport },
  /** The reader stops the import that is under way; its request then ends with what was done. */
  'import.cancel': { input: nothing, output: nothing },
  /** The library asks for the import that was stopped, or cut short with the program; null where there is none, or one is under way. */
  'import.unfinished': { input: nothing, output: ImportReport.nullable() },
  /** The reader goes on with an import that was stopped. What it has dealt with is not looked at again. */
  'import.resume': { input: z.strictObject({ runId: z.uuid() }), output: ImportReport },
  /** The reader lets an import be as it is. */
  'import.abandon': { input: z.strictObject({ runId: z.uuid() }), output: nothing },
  /**
   * The report of an import, of the last one where `runId` is null, with a stretch of its lines: all, or
   * those with one outcome. Null where nothing has been imported.
   */
  'import.report': {
    input: z.strictObject({
      runId: z.uuid().nullable(),
      offset: z.int().nonnegative(),
      limit: z.int().min(0).max(500),
      outcome: ImportOutcome.nullable().default(null),
    }),
    output: z.strictObject({ report: ImportReport, files: z.array(ImportedFile) }).nullable(),
  },
  /** The reader saves all lines of a report as a table; null where the dialog was left. */
  'import.saveReport': {
    input: z.strictObject({ runId: z.uuid() }),
    output: z.strictObject({ fileName: z.string() }).nullable(),
  },
} as const satisfies Requests;
