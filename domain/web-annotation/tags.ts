import type { ComingTag } from '../exchange/coming.ts';
import { sameName, TagColour, TagName } from '../tag/tag.ts';
import { idIn, isAbsoluteIri } from '../vocabulary/identity.ts';
import { idOf, isObject, type JsonObject, labelIn } from './json.ts';

/** How many concepts may stand above one. */
const DEEPEST = 50;

/** A tag of a name alone; null where a tag cannot have that name. */
export function namedTag(words: string): ComingTag | null {
  const { success, data } = TagName.safeParse(words);
  return success ? { id: null, iri: null, name: data, path: [] } : null;
}

/** A tag as its word and the concept it stands for tell it. A word that is not the concept's was written anew, and is believed. */
export function tagOf(words: string, subject: unknown): ComingTag | null {
  const named = namedTag(words);
  if (!named || !isObject(subject)) return named;
  const label = labelIn(subject['skos:prefLabel']);
  if (label === null || !sameName(label, named.name)) return named;
  const iri = idOf(subject);
  const colour = TagColour.safeParse(subject['schema:color']);
  return {
    ...named,
    id: idIn(labelIn(subject['dcterms:identifier'])) ?? idIn(iri),
    iri: iri !== null && idIn(iri) === null && isAbsoluteIri(iri) ? iri : null,
    path: above(subject),
    ...(colour.success ? { colour: colour.data } : {}),
  };
}

/** The names of the concepts above one, topmost first. */
function above(subject: JsonObject): string[] {
  const path: string[] = [];
  let one = subject['skos:broader'];
  while (isObject(one) && path.length < DEEPEST) {
    const { success, data } = TagName.safeParse(labelIn(one['skos:prefLabel']));
    if (success) path.unshift(data);
    one = one['skos:broader'];
  }
  return path;
}

/** A tag that an IRI names: by the label told with it, else by the end of the IRI. */
export function tagByIri(iri: string, label: string | null): ComingTag | null {
  const tag = namedTag(label ?? endOf(iri));
  return (
    tag && { ...tag, id: idIn(iri), iri: idIn(iri) === null && isAbsoluteIri(iri) ? iri : null }
  );
}

/** The last part of an IRI, as words. */
function endOf(iri: string): string {
  const end = /[^/#:]+(?=[/#:]?$)/u.exec(iri)?.[0] ?? iri;
  try {
    return decodeURIComponent(end).replaceAll('_', ' ');
  } catch {
    return end;
  }
}
