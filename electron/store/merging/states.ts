import type { CableState, SharedState } from '../../../domain/merge/state.ts';
import { fail } from '../../../domain/failure.ts';
import type { Library } from '../library.ts';

/** What a library has beside its cables, for merging. */
export function sharedState(library: Library): SharedState {
  const { conflicts, gazetteer, relations, rules, savedSearches, tags, touched } = library;
  return {
    touches: touched.of(''),
    tags: tags.list(),
    relationTypes: relations.types.list(),
    relations: relations.list(),
    gazetteer: gazetteer.list(),
    searches: savedSearches.list(),
    rulesOff: [...rules.off()].toSorted(),
    conflicts: conflicts.list(),
  };
}

/** Reads the cables of a library for merging, one at a time. */
export function cableStates(library: Library): (cableId: string) => CableState {
  const { annotations, cables, db, revisions, touched } = library;
  const original = db.prepare<[string], { sha256: string; text: string }>(
    'SELECT sha256, text FROM original WHERE cable_id = ?',
  );
  const discarded = db.prepare<[string], { author: string; time: string }>(
    'SELECT author, time FROM discarded_cable WHERE cable_id = ?',
  );
  return (id) => {
    const { sha256, text } =
      original.get(id) ?? fail('not-found', 'A cable is not in its library any more. Merge again.');
    return {
      ...{ id, sha256, title: cables.title(id), original: text },
      touches: touched.of(id),
      changes: cables.changes(id),
      emendations: cables.emendations.list(id),
      ...cables.findings(id),
      fields: cables.known(id).fieldEmendations.slice(),
      vouch: cables.vouchOf(id),
      discarded: discarded.get(id) ?? null,
      annotations: annotations.list(id),
      revisions: revisions.list(id).map((each) => ({ id: each.id, message: each.message })),
    };
  };
}
