import { nextColour, type Tag, type TagColour } from '../tag/tag.ts';
import { type Coming, placeOf } from './coming.ts';
import type { Concept } from './concept.ts';
import { inOrder } from './forest.ts';
import { foldedIri, idIn, iriOf } from './identity.ts';
import { giveKeys } from './keys.ts';
import { settle } from './settling.ts';

/** What may change about a tag that is there already. */
export type TagAspect = 'name' | 'parentId' | 'description' | 'colour' | 'key' | 'iri';

/** What becomes of one concept. */
export interface Taken {
  readonly concept: Concept;
  /** The tag as it is afterwards. */
  readonly tag: Tag;
  /** The tag as it was; null where it is made. */
  readonly before: Tag | null;
  /** What changes about a tag that was there; nothing where it stays as it is. */
  readonly changed: readonly TagAspect[];
}

/** What taking concepts over as tags does to a vocabulary. */
export interface TakeOver {
  /** The concepts that are taken, those above before those below. Each stands for a tag of its own. */
  readonly taken: readonly Taken[];
  /** What cannot be taken as it was told, a sentence each. */
  readonly problems: readonly string[];
}

/**
 * What taking concepts over would do to the tags of a library. A concept is a tag there is if its IRI
 * names that tag, else if it has its path of names; else it becomes a new one. A tag gets what the
 * concept says and keeps what it does not say; no tag is removed. Where the concepts cannot all be had
 * (two tags of one name beside each other, a circle, one key twice), tags stay as they are.
 */
export function takingOver(
  tags: readonly Tag[],
  concepts: readonly Concept[],
  newId: () => string,
): TakeOver {
  const forest = inOrder(concepts);
  const problems = [...forest.problems];
  const { coming, missing } = matched(tags, forest.concepts, newId);
  problems.push(...missing);
  const settled = settle(tags, coming);
  problems.push(...settled.problems);
  const keyed = giveKeys(tags, settled.coming);
  problems.push(...keyed.problems);
  const taken = keyed.coming.map((each) => ({ ...each, changed: changesOf(each) }));
  return { taken: parentsFirst(taken), problems };
}

/** Each concept with the tag it stands for, as it tells it. Where two stand for one tag, the first does. */
function matched(tags: readonly Tag[], concepts: readonly Concept[], newId: () => string) {
  const byIri = new Map(tags.map((tag) => [foldedIri(iriOf(tag)), tag]));
  for (const tag of tags) byIri.set(iriOf({ ...tag, iri: null }), tag);
  const named = (iri: string | null) => (iri === null ? undefined : byIri.get(foldedIri(iri)));
  const claimed = claimsByIri(concepts, named);
  const free = placesOf(tags, new Set([...claimed.values()].map(({ id }) => id)));
  const used = new Set(tags.map(({ id }) => id));
  const colours = tags.map(({ colour }) => colour);
  const byConcept = new Map<string, Tag>();
  const comingAt = new Map<string, Coming>();
  const coming: Coming[] = [];
  const missing: string[] = [];

  const parentOf = ({ name, parent }: Concept): Tag | null => {
    if (parent === null) return null;
    const above = byConcept.get(parent) ?? named(parent);
    if (!above)
      missing.push(`What “${name}” is below, ${parent}, is not there; it goes to the top.`);
    return above ?? null;
  };

  for (const concept of concepts) {
    const parent = parentOf(concept);
    const at = placeOf(parent?.id ?? null, concept.name);
    const twin = comingAt.get(at);
    const before = claimed.get(concept.id) ?? (twin ? undefined : free.get(at)) ?? null;
    if (twin && before === null) {
      missing.push(`“${concept.name}” is there twice at one place; the two become one tag.`);
      byConcept.set(concept.id, twin.tag);
      continue;
    }
    const tag = before
      ? changedTag(before, concept, parent)
      : madeTag(concept, parent, { used, colours, newId });
    if (!before) colours.push(tag.colour);
    used.add(tag.id);
    const each = { concept, before, tag };
    coming.push(each);
    if (!twin) comingAt.set(at, each);
    byConcept.set(concept.id, tag);
  }
  return { coming, missing };
}

/** The tags that concepts name by their IRIs; no tag for two of them. */
function claimsByIri(
  concepts: readonly Concept[],
  named: (iri: string | null) => Tag | undefined,
): Map<string, Tag> {
  const claimed = new Map<string, Tag>();
  const gone = new Set<string>();
  for (const { id, iri } of concepts) {
    const tag = named(iri);
    if (!tag || gone.has(tag.id)) continue;
    gone.add(tag.id);
    claimed.set(id, tag);
  }
  return claimed;
}

/** The tags by their places, without some. */
function placesOf(tags: readonly Tag[], without: ReadonlySet<string>): Map<string, Tag> {
  const places = new Map<string, Tag>();
  for (const tag of tags)
    if (!without.has(tag.id)) places.set(placeOf(tag.parentId, tag.name), tag);
  return places;
}

function changedTag(before: Tag, concept: Concept, parent: Tag | null): Tag {
  return {
    ...before,
    name: concept.name,
    parentId: parent?.id ?? null,
    description: concept.description ?? before.description,
    colour: concept.colour ?? before.colour,
    iri: before.iri ?? foreignIri(concept.iri, before.id),
  };
}

interface Making {
  readonly used: ReadonlySet<string>;
  readonly colours: readonly TagColour[];
  readonly newId: () => string;
}

/** A new tag. One whose IRI is made of an id gets this id, so that it is the same tag in every library. */
function madeTag(concept: Concept, parent: Tag | null, { used, colours, newId }: Making): Tag {
  const told = idIn(concept.iri);
  const id = told !== null && !used.has(told) ? told : newId();
  return {
    id,
    name: concept.name,
    colour: concept.colour ?? parent?.colour ?? nextColour(colours),
    description: concept.description ?? '',
    parentId: parent?.id ?? null,
    key: null,
    iri: foreignIri(concept.iri, id),
  };
}

/** An IRI that says more than the id of its tag does; null where it does not. */
function foreignIri(iri: string | null, id: string): string | null {
  return iri === null || idIn(iri) === id ? null : iri;
}

const ASPECTS = ['name', 'parentId', 'description', 'colour', 'key', 'iri'] as const;

function changesOf({ tag, before }: Coming): TagAspect[] {
  return before ? ASPECTS.filter((aspect) => tag[aspect] !== before[aspect]) : [];
}

function parentsFirst(taken: readonly Taken[]): Taken[] {
  const byTag = new Map(taken.map((each) => [each.tag.id, each]));
  const ordered = new Set<Taken>();
  for (const each of taken) {
    const line: Taken[] = [];
    let at: Taken | undefined = each;
    while (at && !ordered.has(at)) {
      line.unshift(at);
      at = at.tag.parentId === null ? undefined : byTag.get(at.tag.parentId);
    }
    for (const one of line) ordered.add(one);
  }
  return [...ordered];
}
