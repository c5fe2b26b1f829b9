import type { ExportOptions } from './format.ts';
import type { Loss } from './loss.ts';
import type { CableRecord, LibraryFrame } from './record.ts';

/**
 * A piece of a file of an export. `path` is relative to the folder of the export, with `/`. Pieces of one
 * path are written one after the other, in the order in which they come.
 */
export interface ExportedPiece {
  readonly path: string;
  readonly content: string | Uint8Array;
}

/** A running export: what each cable adds. Nothing holds more than one cable in memory. */
export interface Export {
  /** What comes before all cables. */
  begin(): readonly ExportedPiece[];
  /** What one cable adds. `name` is its own among the files of this export, without an ending: `1962-10-16 170. Telegram …`. */
  cable(record: CableRecord, name: string): readonly ExportedPiece[];
  /** What comes after all cables. */
  end(): readonly ExportedPiece[];
}

/** A format: how it is written, and what it cannot say. Both are told of the same records. */
export interface Writer {
  write(frame: LibraryFrame, options: ExportOptions): Export;
  /** What the format cannot say of a cable. */
  losses(record: CableRecord, frame: LibraryFrame, options: ExportOptions): readonly Loss[];
}
