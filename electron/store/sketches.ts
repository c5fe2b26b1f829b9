import type { Database } from './database.ts';
import { kept } from './discarded.ts';

/** A cable and the smallest hashes of its runs of words. */
export interface SketchedCable {
  readonly cableId: string;
  readonly hashes: readonly number[];
}

interface SketchRow {
  readonly cable_id: string;
  readonly hashes: Uint8Array;
}

/** The sketches of cables: by them those are found that may transcribe the same message. */
export function sketchTable(db: Database) {
  const add = db.prepare<[string, Uint8Array]>(
    'INSERT INTO witness_sketch (cable_id, hashes) VALUES (?, ?)',
  );
  const find = db.prepare<[string], SketchRow>(
    'SELECT cable_id, hashes FROM witness_sketch WHERE cable_id = ?',
  );
  const after = db.prepare<[string, number], SketchRow>(
    `SELECT cable_id, hashes FROM witness_sketch
      WHERE cable_id > ? AND ${kept('witness_sketch.cable_id')} ORDER BY cable_id LIMIT ?`,
  );
  const missing = db.prepare<[], { id: string }>(
    `SELECT id FROM cable
      WHERE NOT EXISTS (SELECT 1 FROM witness_sketch WHERE cable_id = cable.id)`,
  );

  return {
    /** Adds the sketch of a cable that has none yet. */
    add(cableId: string, hashes: readonly number[]): void {
      add.run(cableId, toBytes(hashes));
    },

    /** The hashes of a cable; none where its text is short or has not been sketched. */
    of(cableId: string): readonly number[] {
      const row = find.get(cableId);
      return row ? fromBytes(row.hashes) : [];
    },

    /** The first sketches after that of a cable, but those of deleted ones, in the order of their ids; '' begins. */
    after: (cableId: string, limit: number): SketchedCable[] =>
      after
        .all(cableId, limit)
        .map(({ cable_id, hashes }) => ({ cableId: cable_id, hashes: fromBytes(hashes) })),

    /** The cables that have not been sketched. */
    missing: (): string[] => missing.all().map(({ id }) => id),
  };
}

function toBytes(hashes: readonly number[]): Uint8Array {
  const bytes = Buffer.alloc(hashes.length * 8);
  for (const [at, hash] of hashes.entries()) bytes.writeDoubleLE(hash, at * 8);
  return bytes;
}

function fromBytes(bytes: Uint8Array): number[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const hashes: number[] = [];
  for (let at = 0; at < bytes.byteLength; at += 8) hashes.push(view.getFloat64(at, true));
  return hashes;
}
