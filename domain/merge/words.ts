import type { Text } from '@codemirror/state';
import type { Annotation } from '../annotation/annotation.ts';
import type { StoredChange } from '../change/decision.ts';
import type { Emendation } from '../emendation/emendation.ts';
import type { GazetteerEntry } from '../gazetteer/entry.ts';
import type { FieldEmendation } from '../metadata/field-emendation.ts';
import type { Relation, RelationType } from '../relation/relation.ts';
import type { SavedSearch } from '../search/result.ts';
import type { Tag } from '../tag/tag.ts';
import { isSame } from './canonical.ts';

/** What is said of a thing that one side has deleted. */
export const DELETED = 'deleted';

/** How much of a text stands in a title or in words, in UTF-16 code units. */
const SHORT = 60;

/**
 * Tags and kinds of links are named by their ids, so that both libraries tell the same words; `readable` puts
 * today's names in their place.
 */
const NAMED = /⟦(tag|relationType):([0-9a-f-]{36})⟧/gu;

function named(kind: 'tag' | 'relationType', id: string): string {
  return `⟦${kind}:${id}⟧`;
}

/** Words of a conflict as a reader sees them. `nameOf` tells the name of a tag or a kind of link, null where it is gone. */
export function readable(
  words: string,
  nameOf: (kind: 'tag' | 'relationType', id: string) => string | null,
): string {
  return words.replace(NAMED, (_all, kind: string, id: string) => {
    const isTag = kind === 'tag';
    const name = nameOf(isTag ? 'tag' : 'relationType', id);
    if (name !== null) return `“${name}”`;
    return isTag ? 'a tag that is deleted' : 'a kind of link that is deleted';
  });
}

function shortened(words: string): string {
  const line = words.replace(/\s+/gu, ' ').trim();
  const characters = Array.from(line);
  return characters.length <= SHORT ? line : `${characters.slice(0, SHORT - 1).join('')}…`;
}

function quoted(words: string): string {
  return `“${shortened(words)}”`;
}

/** What a change is called. */
export function changeTitle({ insert, rule }: StoredChange): string {
  return insert.trim() === '' ? `proposal of “${rule}”` : `${quoted(insert)}, “${rule}”`;
}

/** What somebody decided on a change; `another` where it claims the same text as another one. */
export function changeWords({ status, insert }: StoredChange, another: boolean): string {
  const what = insert === '' ? 'leave the words out' : `read ${quoted(insert)}`;
  const decision = { accepted: 'accepted', rejected: 'rejected', proposed: 'left open' }[status];
  return another ? `${what}: ${decision}, the other one left open` : `${what}: ${decision}`;
}

/** What an emendation is called: the words it stands on. */
export function emendationTitle({ from, to, insert, lost }: Emendation, cleaned: Text): string {
  const words = lost ? lost.quote.exact : cleaned.sliceString(from, to);
  return words.trim() === '' ? `put in ${quoted(insert)}` : quoted(words);
}

/** What an editor reads. */
export function emendationWords(emendation: Emendation | null, cleaned: Text): string {
  if (!emendation) return 'taken back';
  const { from, to, insert, reason, note } = emendation;
  const words = cleaned.sliceString(from, to);
  const reading =
    insert === ''
      ? `${quoted(words)} left out`
      : `${words === '' ? '' : `${quoted(words)} → `}${quoted(insert)}`;
  return [reading, ...(reason ? [reason] : []), ...(note ? [quoted(note)] : [])].join('; ');
}

/** What an editor reads in a field. */
export function fieldWords(emendation: FieldEmendation | null): string {
  if (!emendation) return 'as the cleaning found it';
  return emendation.values.length === 0 ? 'none' : emendation.values.map(quoted).join(', ');
}

/** What an annotation is called: the words it stands on. */
export function annotationTitle({ targets }: Annotation): string {
  const [first] = targets;
  return first ? `annotation on ${quoted(first.quote.exact)}` : 'annotation on the whole cable';
}

type Parts = readonly (readonly [label: string, value: unknown, words: string])[];

function annotationParts({ targets, tagIds, note, verdict }: Annotation): Parts {
  const tags = tagIds.map((id) => named('tag', id)).join(', ');
  const places = targets.map(({ quote }) => quoted(quote.exact)).join(', ');
  const stands = targets.map(({ side, from, to }) => [side, from, to]);
  return [
    ['tags', tagIds.toSorted(), tags || 'none'],
    ['note', note, note === '' ? 'none' : quoted(note)],
    ['verdict', verdict?.value ?? null, verdict?.value ?? 'none'],
    ['on', stands, places || 'the whole cable'],
  ];
}

function tagParts({ name, colour, key, parentId, description, iri }: Tag): Parts {
  return [
    ['name', name, quoted(name)],
    ['below', parentId, parentId === null ? 'nothing' : named('tag', parentId)],
    ['colour', colour, colour],
    ['key', key, key === null ? 'none' : key.toUpperCase()],
    ['description', description, description === '' ? 'none' : quoted(description)],
    ['IRI', iri, iri ?? 'none'],
  ];
}

function relationParts({ typeId, from, to, note }: Relation): Parts {
  return [
    ['kind', typeId, named('relationType', typeId)],
    ['direction', [from, to], from < to ? 'forwards' : 'backwards'],
    ['note', note, note === '' ? 'none' : quoted(note)],
  ];
}

function relationTypeParts({ name, reverse, description }: RelationType): Parts {
  return [
    ['name', name, quoted(name)],
    ['reverse', reverse, reverse === null ? 'none' : quoted(reverse)],
    ['description', description, description === '' ? 'none' : quoted(description)],
  ];
}

function entryParts({ kind, name, forms, description, source }: GazetteerEntry): Parts {
  return [
    ['name', name, quoted(name)],
    ['kind', kind, kind],
    ['forms', forms, forms.map(quoted).join(', ') || 'none'],
    ['description', description, description === '' ? 'none' : quoted(description)],
    ['source', source, source === '' ? 'none' : quoted(source)],
  ];
}

function searchParts({ name, query }: SavedSearch): Parts {
  return [
    ['name', name, quoted(name)],
    ['query', query, quoted(query)],
  ];
}

/** What is told of in words, part by part. */
export interface Valued {
  annotation: Annotation;
  tag: Tag;
  relation: Relation;
  relationType: RelationType;
  gazetteer: GazetteerEntry;
  search: SavedSearch;
}

const PARTS: { readonly [K in keyof Valued]: (value: Valued[K]) => Parts } = {
  annotation: annotationParts,
  tag: tagParts,
  relation: relationParts,
  relationType: relationTypeParts,
  gazetteer: entryParts,
  search: searchParts,
};

/** A value in words, as far as it says something else than the other one; all of it beside one that was deleted. */
export function wordsOf<K extends keyof Valued>(
  kind: K,
  value: Valued[K] | null,
  other: Valued[K] | null,
): string {
  if (!value) return DELETED;
  const partsOf = PARTS[kind];
  const beside = other && partsOf(other);
  const parts = partsOf(value).filter(([, said], at) => !beside || !isSame(said, beside[at]?.[1]));
  const told = parts.length > 0 ? parts : partsOf(value);
  return told.map(([label, , words]) => `${label}: ${words}`).join('; ');
}
