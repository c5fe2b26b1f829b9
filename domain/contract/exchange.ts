import { z } from 'zod';
import { ComingLine, ComingOutcome, PlaceChoice } from '../exchange/coming.ts';
import { ExportFormat, ExportOptions } from '../exchange/format.ts';
import { LossReport } from '../exchange/loss.ts';
import { CableChoice } from '../library/choice.ts';
import { nothing, type Requests } from './request.ts';

const exporting = z.strictObject({
  choice: CableChoice,
  format: ExportFormat,
  options: ExportOptions,
});

/** A file of annotations that has been read, and waits for a person's word. */
const comingReport = z.strictObject({
  id: z.uuid(),
  fileName: z.string(),
  format: z.string(),
  annotations: z.int().nonnegative(),
  relations: z.int().nonnegative(),
  outcomes: z.record(ComingOutcome, z.int().nonnegative()),
  /**
   * How many of those proposed have a place that is clearly the best and has at least a score, for scores of 0, 1,
   * … 100 per cent.
   */
  clear: z.array(z.int().nonnegative()).length(101),
  losses: LossReport,
});

/**
 * What was taken over. `placed` have all their passages, `unplaced` miss one at least, and are in the tray if they miss
 * all; `tags` and `relations` are those made.
 */
const comingTaken = z.strictObject({
  annotations: z.int().nonnegative(),
  placed: z.int().nonnegative(),
  unplaced: z.int().nonnegative(),
  relations: z.int().nonnegative(),
  tags: z.int().nonnegative(),
  losses: LossReport,
});

/** Requests about what leaves the library and what comes back: export, import of annotations, print. */
export const exchangeRequests = {
  /**
   * The reader asks what a format cannot say of some cables. Its progress comes as `import.progress`, and
   * `import.cancel` stops it; then null comes back.
   */
  'export.losses': {
    input: exporting,
    output: z
      .strictObject({
        cables: z.int().nonnegative(),
        annotations: z.int().nonnegative(),
        losses: LossReport,
      })
      .nullable(),
  },
  /** The reader exports cables into a new folder, in a folder chosen in a dialog; null where it was left or stopped. */
  'export.save': {
    input: exporting,
    output: z
      .strictObject({
        folder: z.string(),
        files: z.int().nonnegative(),
        cables: z.int().nonnegative(),
        losses: LossReport,
      })
      .nullable(),
  },
  /** The reader looks at the folder that was exported into last, in the system's own window. */
  'export.show': { input: nothing, output: nothing },
  /** The reader prints a cable as a reading edition. `printed` is false where the system's dialog was left. */
  'cable.print': {
    input: z.strictObject({ cableId: z.uuid() }),
    output: z.strictObject({ printed: z.boolean() }),
  },
  /** The reader saves a cable's reading edition as a PDF; null where the dialog was left. */
  'cable.savePdf': {
    input: z.strictObject({ cableId: z.uuid() }),
    output: z
      .strictObject({ fileName: z.string(), pages: z.int().positive().nullable() })
      .nullable(),
  },

  /**
   * The reader chooses a file of annotations in a dialog; it is read and compared with the library, and
   * nothing is changed yet. `cableId` is the cable that annotations are of which do not say it. Null where the dialog was left, or it was
   * stopped.
   */
  'coming.choose': {
    input: z.strictObject({ cableId: z.uuid().nullable() }),
    output: comingReport.nullable(),
  },
  /** The same with the file that was dropped on the window. */
  'coming.dropped': {
    input: z.strictObject({ cableId: z.uuid().nullable() }),
    output: comingReport.nullable(),
  },
  /** What a file brings that was read, once more: it may have been compared anew. */
  'coming.report': { input: z.strictObject({ id: z.uuid() }), output: comingReport },
  /** A stretch of the annotations of a file that was read. Fails with `not-found` where it is not kept any more. */
  'coming.lines': {
    input: z.strictObject({
      id: z.uuid(),
      outcome: ComingOutcome.nullable(),
      offset: z.int().nonnegative(),
      limit: z.int().min(1).max(500),
    }),
    output: z.strictObject({ total: z.int().nonnegative(), lines: z.array(ComingLine) }),
  },
  /**
   * The reader takes over the annotations of a file that was read, as one action: those placed, those proposed where a
   * place was `chosen`, or else where the best has a score of at least `least` (null: none) and is clearly the best; and all
   * others without a place, in the tray. Fails with `stale` where a text has become another since: then the
   * file has been compared anew. Null where it was stopped.
   */
  'coming.take': {
    input: z.strictObject({
      id: z.uuid(),
      chosen: z.array(PlaceChoice).max(100_000),
      least: z.number().min(0).max(1).nullable(),
    }),
    output: comingTaken.nullable(),
  },
  /** The reader leaves a file that was read as it is. */
  'coming.leave': { input: z.strictObject({ id: z.uuid() }), output: nothing },
} as const satisfies Requests;
