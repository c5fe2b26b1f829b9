import type { NewEdition } from '../../domain/edition/edition.ts';
import type { Failure } from '../../domain/failure.ts';
import type { GazetteerEntry } from '../../domain/gazetteer/entry.ts';
import type { OriginalFormat } from '../../domain/library/cable.ts';
import type { Returned } from '../../domain/tei/returning/returned.ts';

/** How the text of a document is written. */
export type SourceFormat = OriginalFormat;

/**
 * A document on its way in. A file may be one, or hold many: the entries of an archive, the documents
 * of a volume.
 */
export interface Source {
  /**
   * Where it comes from, by which it is known again when it is imported once more: the path of the
   * file, with the entry or the document behind it (`/box/a.txt`, `/box/1962.zip/a.txt`,
   * `/frus/v11.xml#d12`).
   */
  readonly path: string;
  /** The name its original is kept under: `a.txt`, `v11.xml#d12`. */
  readonly fileName: string;
  readonly format: SourceFormat;
  /** The edition it is a document of, and its name there; absent where it is a file of its own. */
  readonly origin?: Origin;
  /** What was done to it before it was exported; absent where it comes for the first time. */
  readonly returned?: Returned;
  /** Sentences about the file it stands in, which its line of the report tells. */
  readonly warnings?: readonly string[];
  /** Its bytes; they are read when its turn comes. Fails with what is wrong with it. */
  readonly read: () => Promise<Uint8Array>;
}

/** Which document of which edition something is. */
export interface Origin {
  readonly edition: NewEdition;
  readonly document: string;
}

/** A document, or a whole file, that cannot be read, and why. */
export interface BadSource {
  readonly path: string;
  readonly failure: Failure;
}

/**
 * A document of a volume: its name within it (`d12`; empty where the file is one document), and the bytes that are
 * kept as its original, or what is wrong with it. One that was exported from here comes back with what was done to it.
 */
export type VolumeDocument =
  | { readonly name: string; readonly bytes: Uint8Array; readonly returned?: Returned }
  | { readonly name: string; readonly failure: Failure };

/**
 * What one file with many documents holds: documents in their order, what its lists of persons and terms
 * say, what its header says of the edition (null for a file that is no edition), and sentences about what
 * was passed over.
 */
export interface Volume {
  readonly edition: NewEdition | null;
  readonly warnings: readonly string[];
  readonly documents: readonly VolumeDocument[];
  readonly entries: readonly GazetteerEntry[];
}

/**
 * Divides a file into its documents. It runs in a cleaning thread, so it may take its time, and what
 * it gives must be plain data. Fails with what is wrong with the whole file. Each document is then
 * decoded and cleaned by itself, with the format `tei`.
 */
export type ReadVolume = (path: string, bytes: Uint8Array) => Volume;
