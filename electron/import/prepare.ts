import { sketchOf } from '../../domain/collation/sketch.ts';
import type { Cleaning } from '../../domain/clean/cleaning.ts';
import { transcribe } from '../../domain/transcription/transcription.ts';
import type { Returned } from '../../domain/tei/returning/returned.ts';
import type { Cleaner } from '../store/cleaner.ts';
import { decode, type Decoded } from './decode.ts';
import type { ReadVolume, SourceFormat, Volume } from './source.ts';

/** A document that is to be made ready for the library. */
export interface Task {
  /** What a sentence calls it. */
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly format: SourceFormat;
  /** The rules that are switched off in the library. */
  readonly off: readonly string[];
  /** What was done to it before it was exported: then nothing is cleaned. */
  readonly returned?: Returned;
}

/** All that the library writes of a document and that can be worked out without it. */
export interface Prepared extends Decoded {
  readonly cleaning: Cleaning;
  /** The text its accepted changes lead to: what its transcription reads at first. */
  readonly cleaned: string;
  /** By what other witnesses of it are found. */
  readonly sketch: readonly number[];
}

/** Makes documents ready: in this thread, or in others. */
export interface Preparer {
  /** Decodes and cleans a document; fails with what is wrong with it. */
  prepare(task: Task): Promise<Prepared>;
  /** Divides a file with many documents. */
  readVolume(path: string, bytes: Uint8Array): Promise<Volume>;
  /** Lets go of the threads; what is still asked for fails. */
  close(): Promise<void>;
}

/** What texts are cleaned with, and volumes divided. */
export interface Tools {
  readonly clean: Cleaner['clean'];
  readonly readVolume: ReadVolume;
}

/** Makes documents ready in this very thread. */
export function prepareHere({ clean, readVolume }: Tools): Preparer {
  return {
    prepare: async (task) => prepare(task, clean),
    readVolume: async (path, bytes) => readVolume(path, bytes),
    close: async () => undefined,
  };
}

function prepare(task: Task, clean: Cleaner['clean']): Prepared {
  if (task.returned) return preparedAgain(task.returned);
  const { path, bytes, format, off } = task;
  const decoded = decode(bytes, path);
  const cleaning = clean(decoded.text, { off: new Set(off), format });
  // What could not be shown must not be stored: this throws where accepted changes overlap.
  const cleaned = transcribe(decoded.text, cleaning.changes).cleaned.toString();
  return { ...decoded, cleaning, cleaned, sketch: sketchOf(cleaned) };
}

/** A document that comes back: its text was read, and all that cleaning found decided on, when it came first. */
function preparedAgain({ original, changes, structure, metadata }: Returned): Prepared {
  const { text, encoding } = original;
  const cleaned = transcribe(text, changes).cleaned.toString();
  const cleaning = {
    changes: [...changes],
    structure: [...structure],
    metadata: [...metadata],
    warnings: [],
  };
  return { text, encoding, cleaning, cleaned, sketch: sketchOf(cleaned) };
}
