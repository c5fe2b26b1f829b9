import { z } from 'zod';
import type { Tag } from '../tag/tag.ts';

const OWN = 'urn:uuid:';
const Id = z.uuid();

/** What names a tag outside its library: the IRI of the vocabulary it came from, else one made of its id (RFC 9562). */
export function iriOf({ id, iri }: Tag): string {
  return iri ?? `${OWN}${id}`;
}

/** The id that an IRI made of one stands for; null where it is another kind of IRI. */
export function idIn(iri: string | null): string | null {
  const told = iri?.toLowerCase();
  if (!told?.startsWith(OWN)) return null;
  const { success, data } = Id.safeParse(told.slice(OWN.length));
  return success ? data : null;
}

/** An IRI as it is compared with others: the letters of a UUID may be small or capital. */
export function foldedIri(iri: string): string {
  const id = idIn(iri);
  return id === null ? iri : `${OWN}${id}`;
}

const ABSOLUTE = /^[a-z][a-z0-9+.-]*:[^\s<>"{}|\\^`]+$/iu;

/** Whether words are an IRI that means something outside its file (RFC 3987), and one that a library can keep. */
export function isAbsoluteIri(words: string): boolean {
  return ABSOLUTE.test(words) && words.length <= 2000;
}
