import { v5 as nameId, validate } from 'uuid';
import type { ComingAnnotation, ComingRelation } from '../../../domain/exchange/coming.ts';

/** The name space of all ids that are given by what something is called. */
const OURS = '6f1c6a0e-6f0b-5b52-9a3c-2f5f0f6a9d10';

/** An id by what something is called, always the same (RFC 9562, version 5); half a character in it counts as none (U+FFFD). */
const idBy = (kind: string, name: string): string =>
  nameId(new TextEncoder().encode(`${kind} ${name}`), OURS);

/** The id of a tag that is made for a path. */
export const tagIdFor = (path: string): string => idBy('tag', path);

/** The id of a type of relations that is made for a name. */
export const typeIdFor = (name: string): string => idBy('relation type', name);

/**
 * The id that an annotation from elsewhere gets: its own where it was once exported from here, else one by its IRI,
 * else one by what the file says of it, so that a file that is imported twice brings nothing twice.
 */
export function annotationIdFor({ id, iri, key, source, targets, note }: ComingAnnotation): string {
  if (id !== null && validate(id)) return id.toLowerCase();
  if (iri !== null) return idBy('annotation', iri);
  const words = targets.map(({ quote, positions }) => [quote, positions]);
  return idBy('annotation', JSON.stringify([source, key, words, note]));
}

/** The id that a relation from elsewhere gets, between the annotations with these ids. */
export function relationIdFor(
  { id, note }: ComingRelation,
  [typeId, from, to]: readonly [string, string, string],
): string {
  if (id !== null && validate(id)) return id.toLowerCase();
  return idBy('relation', JSON.stringify([typeId, from, to, note]));
}
