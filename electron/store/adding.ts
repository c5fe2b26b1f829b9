import { v7 as newId } from 'uuid';
import type { Cleaning } from '../../domain/clean/cleaning.ts';
import { sketchOf } from '../../domain/collation/sketch.ts';
import type { NamedCable } from '../import/import-files.ts';
import { transact } from './database.ts';
import { explain } from './failures.ts';
import type { Library } from './library.ts';
import type { NewOriginal } from './originals.ts';

/** The cable whose original has these bytes; null if there is none. */
export function knownCable({ cables }: Library, sha256: string): NamedCable | null {
  const cableId = cables.withOriginal(sha256);
  return cableId === null ? null : { cableId, title: cables.summary(cableId).title };
}

/** Adds a cable with its original and what cleaning has found, and what other witnesses of it are found by: all or nothing. */
export function addCable(
  { db, path, cables, sketches }: Library,
  original: NewOriginal,
  cleaning: Cleaning,
  cleaned: string,
): NamedCable {
  const cableId = newId();
  const sketch = sketchOf(cleaned);
  try {
    transact(db, () => {
      cables.add(cableId, new Date().toISOString(), original, cleaning, cleaned);
      sketches.add(cableId, sketch);
    });
  } catch (error) {
    throw explain(error, path);
  }
  return { cableId, title: cables.summary(cableId).title };
}
