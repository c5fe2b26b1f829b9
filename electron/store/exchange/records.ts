import type { CableRecord, LibraryFrame } from '../../../domain/exchange/record.ts';
import manifest from '../../../package.json' with { type: 'json' };
import type { Library } from '../library.ts';
import { stateOf } from '../library.ts';
import { noSuchCable } from '../originals.ts';

/** What reads all that a library holds of a cable. */
export function recordsIn(library: Library): (cableId: string) => CableRecord {
  const { annotations, cables, db, relations, revisions } = library;
  const bytesOf = db
    .prepare<[string], Buffer>('SELECT bytes FROM original WHERE cable_id = ?')
    .pluck();
  const originsOf = db.prepare<[string], { readonly id: string; readonly iri: string }>(
    `SELECT annotation_id AS id, iri FROM annotation_origin
      WHERE annotation_id IN (SELECT id FROM annotation WHERE cable_id = ?)`,
  );
  const cableOf = db
    .prepare<[string], string>('SELECT cable_id FROM annotation WHERE id = ?')
    .pluck();

  return (cableId) => {
    const own = annotations.list(cableId);
    const ids = new Set(own.map(({ id }) => id));
    const related = relations.ofCable(cableId);
    const ends = new Set(related.flatMap(({ from, to }) => [from, to]));
    return {
      cable: cables.get(cableId),
      bytes: bytesOf.get(cableId) ?? noSuchCable(),
      annotations: own,
      relations: related,
      revisions: revisions.list(cableId),
      origins: new Map(originsOf.all(cableId).map(({ id, iri }) => [id, iri])),
      others: new Map(
        [...ends].filter((id) => !ids.has(id)).map((id) => [id, cableOf.get(id) ?? '']),
      ),
    };
  };
}

/** What all cables of an export that is made now share. */
export function frameOf(library: Library): LibraryFrame {
  const { id, name } = stateOf(library);
  return {
    id,
    name,
    tags: library.tags.list(),
    relationTypes: library.relations.types.list(),
    exported: new Date().toISOString(),
    program: manifest.version,
  };
}
