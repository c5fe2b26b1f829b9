import type { GazetteerEntry } from '../../domain/gazetteer/entry.ts';
import type { Failure } from '../../domain/failure.ts';
import { sha256Of } from '../store/originals.ts';
import { findDocuments, type Found } from './documents.ts';
import { failureOfFile } from './failures.ts';
import type { Prepared, Preparer } from './prepare.ts';
import type { Source } from './source.ts';

/** A document that can be written into the library, or what is wrong with it, or lists that came with documents. */
export type Ready =
  | ReadyDocument
  | { readonly kind: 'known'; readonly path: string; readonly sha256: string }
  | { readonly kind: 'failed'; readonly path: string; readonly failure: Failure }
  | { readonly kind: 'lists'; readonly path: string; readonly entries: readonly GazetteerEntry[] };

/** A document with all that could be worked out of it beforehand. */
export interface ReadyDocument extends Omit<Source, 'read'> {
  readonly kind: 'document';
  readonly sha256: string;
  readonly bytes: Uint8Array;
  readonly prepared: Prepared;
}

/** What goes through a pipeline, and what it asks the library. */
export interface Feeding {
  readonly paths: readonly string[];
  readonly preparer: Preparer;
  /** The rules that are switched off. */
  readonly off: readonly string[];
  /** Whether the library holds an original with these bytes. */
  readonly isKnown: (sha256: string) => boolean;
  /** Whether this import has dealt with what comes from there. */
  readonly isDone: (path: string) => boolean;
  /** Hears of documents that a file holds beyond the one it was counted as. */
  readonly more: (documents: number) => void;
  /** Hears how many bytes have been read. */
  readonly read: (bytes: number) => void;
  readonly signal: AbortSignal;
}

/** How many documents are on their way at a time. */
const IN_FLIGHT = 160;

/** How many files are being read at a time. */
const READING = 8;

/** How many bytes may be on their way before nothing more is read: 64 MiB. */
const BYTES_IN_FLIGHT = 64 * 1024 * 1024;

/** So many documents, or bytes of them, are worth a transaction. */
const BATCH = 32;
const BATCH_BYTES = 1024 * 1024;

/** How long what is ready waits for more at most, in milliseconds. */
const PATIENCE = 100;

/** A document on its way. */
interface Slot {
  readonly path: string;
  bytes: number;
  ready: Ready | null;
}

/**
 * Documents on their way into a library: found, read and hashed in this thread, cleaned in others, and
 * handed out in the order in which they were found. Only so many are on their way at a time.
 */
export function pipeline(feeding: Feeding) {
  const { preparer, signal, more } = feeding;
  const documents = findDocuments(feeding.paths, {
    readVolume: (path, content) => preparer.readVolume(path, content),
    more,
  });
  const line: Slot[] = [];
  let ended = false;
  let reading = 0;
  let bytes = 0;
  let bell: (() => void) | null = null;
  const ring = () => bell?.();
  signal.addEventListener('abort', ring);

  const take = async (slot: Slot, source: Source): Promise<void> => {
    reading += 1;
    const got = await source.read().finally(() => {
      reading -= 1;
    });
    slot.bytes = got.byteLength;
    bytes += got.byteLength;
    feeding.read(got.byteLength);
    ring();
    const { read: _, ...known } = source;
    const { path, format, returned } = known;
    const sha256 = sha256Of(got);
    if (feeding.isKnown(sha256)) slot.ready = { kind: 'known', path, sha256 };
    else {
      const task = { path, bytes: got, format, off: feeding.off };
      const prepared = await preparer.prepare(returned ? { ...task, returned } : task);
      slot.ready = { kind: 'document', ...known, sha256, bytes: got, prepared };
    }
  };

  const hasRoom = () =>
    !ended &&
    !signal.aborted &&
    line.length < IN_FLIGHT &&
    reading < READING &&
    bytes < BYTES_IN_FLIGHT;

  /** Sets the next documents on their way, as many as may be. */
  const fill = async (): Promise<void> => {
    while (hasRoom()) {
      const next = await documents.next();
      if (next.done) ended = true;
      else if (!feeding.isDone(next.value.path)) put(next.value);
    }
  };

  const put = (value: Found) => {
    const { path } = value;
    const slot: Slot = { path, bytes: 0, ready: null };
    line.push(slot);
    if ('entries' in value) slot.ready = { kind: 'lists', path, entries: value.entries };
    else if ('failure' in value) slot.ready = { kind: 'failed', path, failure: value.failure };
    else
      take(slot, value)
        .catch((error: unknown) => {
          slot.ready = { kind: 'failed', path, failure: failureOfFile(error, path) };
        })
        .finally(ring);
  };

  /** What is ready at the head of the line. */
  const head = (): Ready[] => {
    const batch: Ready[] = [];
    let size = 0;
    for (const { ready, bytes: own } of line) {
      if (!ready || batch.length === BATCH || size > BATCH_BYTES) break;
      batch.push(ready);
      size += own;
    }
    return batch;
  };

  /** Waits until there is a batch worth writing, or until all that is there has waited long enough. */
  const next = async (): Promise<readonly Ready[]> => {
    let since: number | null = null;
    while (!signal.aborted) {
      await fill();
      const batch = head();
      const now = performance.now();
      if (batch.length > 0) since ??= now;
      const waited = since === null ? 0 : now - since;
      const all = batch.length === line.length && (ended || reading === 0);
      if (all || isWorthIt(batch) || waited >= PATIENCE) return batch;
      await heard(since === null ? null : PATIENCE - waited);
    }
    return [];
  };

  const heard = (within: number | null) =>
    new Promise<void>((resolve) => {
      const timer = within === null ? null : setTimeout(resolve, within);
      bell = () => {
        if (timer) clearTimeout(timer);
        resolve();
      };
    });

  return {
    /** The documents that are to be written next, in their order; none when all are done, or it was stopped. */
    next,

    /** Says that the first `count` of them have been written. */
    written(count: number): void {
      for (const slot of line.splice(0, count)) bytes -= slot.bytes;
    },

    /** Where the document at hand comes from; null where there is none. */
    current: (): string | null => line[0]?.path ?? null,

    /** Lets go of the folders and archives that are open. */
    async close(): Promise<void> {
      await documents.return();
    },
  };
}

function isWorthIt(batch: readonly Ready[]): boolean {
  if (batch.length >= BATCH) return true;
  const bytes = batch.reduce((sum, one) => sum + ('bytes' in one ? one.bytes.byteLength : 0), 0);
  return bytes >= BATCH_BYTES;
}
