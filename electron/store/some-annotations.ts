import type { Annotation } from '../../domain/annotation/annotation.ts';
import { transact } from './database.ts';
import type { Library } from './library.ts';
import { inTurns, type Steps } from './search/turns.ts';

/** The annotations of these ids that are there, each once; where they are many, others have turns meanwhile. */
export async function someOf(
  { annotations, db }: Library,
  ids: readonly string[],
  withTurns: boolean,
): Promise<Annotation[]> {
  const wanted = [...new Set(ids)];
  // In one go: each reading by itself would lock the file anew.
  if (!withTurns) return transact(db, () => wanted.flatMap((id) => annotations.find(id) ?? []));
  function* reading(): Steps<Annotation[]> {
    const found: Annotation[] = [];
    for (const id of wanted) {
      const one = annotations.find(id);
      if (one) found.push(one);
      yield;
    }
    return found;
  }
  return inTurns(reading());
}
