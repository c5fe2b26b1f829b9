import type { Annotation } from '../annotation/annotation.ts';
import type { RelationType } from '../relation/relation.ts';
import type { Tag } from '../tag/tag.ts';
import { lineOf } from '../tag/tree.ts';
import { iriOf } from '../vocabulary/identity.ts';
import type { JsonObject } from './json.ts';

/** What annotations say: a note in Markdown, then a word for each tag. Always a list of objects, which is all that Recogito reads. */
export function bodiesOf(
  { note, tagIds }: Annotation,
  tags: ReadonlyMap<string, Tag>,
): JsonObject[] {
  const tagged = tagIds.flatMap((id) => {
    const tag = tags.get(id);
    return tag ? [tagBody(tag, tags)] : [];
  });
  return [...noteBodies(note), ...tagged];
}

function noteBodies(note: string): JsonObject[] {
  const noted = {
    type: 'TextualBody',
    purpose: 'commenting',
    value: note,
    format: 'text/markdown',
  };
  return note === '' ? [] : [noted];
}

/** Why an annotation was made, by what it says; one that says nothing marks its words (Web Annotation Vocabulary, motivations). */
export function motivationOf(bodies: readonly JsonObject[]): string | string[] {
  const purposes = [...new Set(bodies.map(({ purpose }) => String(purpose)))];
  const [first = 'highlighting'] = purposes;
  return purposes.length > 1 ? purposes : first;
}

/** A tag as a word, with the concept it stands for; programs that know nothing of concepts pass it on as it is. */
function tagBody(tag: Tag, tags: ReadonlyMap<string, Tag>): JsonObject {
  return {
    type: 'TextualBody',
    purpose: 'tagging',
    value: tag.name,
    format: 'text/plain',
    'dcterms:subject': conceptOf(lineOf(tag, tags)),
  };
}

/** The last of a line of tags as a concept, with those above it in it. */
function conceptOf(line: readonly Tag[]): JsonObject {
  const tag = line.at(-1);
  if (!tag) return {};
  const above = line.slice(0, -1);
  return {
    id: iriOf(tag),
    type: 'skos:Concept',
    ...(tag.iri === null ? {} : { 'dcterms:identifier': `urn:uuid:${tag.id}` }),
    'skos:prefLabel': tag.name,
    'schema:color': tag.colour,
    ...(above.length > 0 ? { 'skos:broader': conceptOf(above) } : {}),
  };
}

/** What a relation says beside what it links: the name of its type, with the property it stands for, and its note. */
export function relationBodies(type: RelationType | undefined, note: string): JsonObject[] {
  const named = type && {
    type: 'TextualBody',
    purpose: 'classifying',
    value: type.name,
    format: 'text/plain',
    'dcterms:subject': propertyOf(type),
  };
  return [...(named ? [named] : []), ...noteBodies(note)];
}

/** A type of relations as a property, with the one that is its inverse (OWL 2). */
function propertyOf({ id, name, reverse, description }: RelationType): JsonObject {
  return {
    id: `urn:uuid:${id}`,
    type: reverse === null ? 'owl:SymmetricProperty' : 'owl:ObjectProperty',
    'rdfs:label': name,
    ...(description === '' ? {} : { 'rdfs:comment': description }),
    ...(reverse === null ? {} : { 'owl:inverseOf': { 'rdfs:label': reverse } }),
  };
}
