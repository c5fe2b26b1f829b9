import { z } from 'zod';
import { AnnotationsChanged } from './annotation/changed.ts';
import { Command } from './command.ts';
import { annotationRequests } from './contract/annotation.ts';
import { correctionRequests } from './contract/correction.ts';
import { deskRequests } from './contract/desk.ts';
import { exchangeRequests } from './contract/exchange.ts';
import { helpRequests } from './contract/help.ts';
import { libraryRequests } from './contract/library.ts';
import { mergingRequests } from './contract/merging.ts';
import { safetyRequests } from './contract/safety.ts';
import { searchRequests } from './contract/search.ts';
import { vocabularyRequests } from './contract/vocabulary.ts';
import type { Requests } from './contract/request.ts';
import { Failure } from './failure.ts';
import { ImportProgress, ImportReport } from './import/import.ts';
import { LibraryState } from './library/library.ts';
import { Unopened } from './safety/backup.ts';
import { Lost } from './safety/lost.ts';

/**
 * The table of contents of Cablewright: every request the window can make of the main process. The
 * types of both sides are inferred from these validators, and both sides check what they get.
 */
export const requests = {
  ...libraryRequests,
  ...searchRequests,
  ...annotationRequests,
  ...correctionRequests,
  ...vocabularyRequests,
  ...exchangeRequests,
  ...safetyRequests,
  ...mergingRequests,
  ...deskRequests,
  ...helpRequests,
} as const satisfies Requests;

/** Every notice the main process sends to the window, unasked. */
export const notices = {
  /** The library on the desk is another one now, or there is none. */
  'library.switched': LibraryState.nullable(),
  /** The library on the desk is now kept in another file; all that is shown of it holds. */
  'library.moved': LibraryState,
  /** The file of the library on the desk is not where or what it was; null when it is again. */
  'library.lost': Lost.nullable(),
  /** The machine is about to sleep, or to be locked: what is typed is to be saved now. */
  'desk.resting': z.null(),
  /** A library could not be opened, and there are backups of it. */
  'backup.offered': Unopened,
  /**
   * Something in the library has changed (`cableId` null: beyond one cable); what is shown is to be
   * read again. `text` says whether transcriptions have changed as well, and not annotations or tags
   * alone. Where `annotations` tells what has become of those of the cable, all its others are as they were.
   */
  'library.changed': z.strictObject({
    cableId: z.uuid().nullable(),
    text: z.boolean(),
    annotations: AnnotationsChanged.optional(),
  }),
  /** An editor's typing has been saved; the window that typed knows what it was. */
  'transcription.saved': z.strictObject({ cableId: z.uuid() }),
  /** An import has come further; null when it has ended. */
  'import.progress': ImportProgress.nullable(),
  /** An import that the window has not asked for has ended, and not all went well. */
  'import.ended': ImportReport,
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
