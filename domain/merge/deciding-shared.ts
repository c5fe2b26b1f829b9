import { z } from 'zod';
import { GazetteerEntry } from '../gazetteer/entry.ts';
import type { Operation } from '../journal/operation.ts';
import { Relation, RelationType } from '../relation/relation.ts';
import { SavedSearch } from '../search/result.ts';
import { sameName, Tag } from '../tag/tag.ts';
import { namesakeOf, wouldCircle } from '../tag/tree.ts';
import { isSame } from './canonical.ts';
import type { Choice, Decided, Deciding } from './deciding.ts';
import { freeName } from './naming.ts';
import { patched } from './values.ts';

/** A tag: what stands in its way gives up its name or its key. */
export function decideTag(id: string, choice: Choice, deciding: Deciding): Decided {
  const { tags } = deciding.shared;
  const chosen = Tag.nullable().parse(choice.chosen);
  const now = tags.find((tag) => tag.id === id) ?? null;
  if (!chosen) return now ? withoutTag(now, deciding) : { operations: [] };
  const wanted = patched(now, chosen, Tag.nullable().parse(choice.other));
  const there = tags.some((each) => each.id === wanted.parentId);
  const tag = { ...wanted, parentId: there ? wanted.parentId : null };
  if (isSame(tag, now)) return { operations: [] };
  if (wouldCircle(id, tag.parentId, tags))
    return {
      refused: `“${tag.name}” cannot go back to where it stood, as the tag above now stands below it. Move that tag elsewhere first.`,
    };
  const namesake = namesakeOf(tag, tags);
  const others = tags
    .filter((each) => each.id !== id && (each === namesake || holdsKey(each, tag)))
    .map((each) => {
      const beside = (name: string) => namesakeOf({ ...each, name }, [...tags, tag]) !== null;
      const name = each === namesake ? freeName(each.name, beside) : each.name;
      return { ...each, name, key: holdsKey(each, tag) ? null : each.key };
    });
  return {
    operations: [...others, tag].map((each): Operation => ({ type: 'tag.put', tag: each })),
  };
}

function holdsKey(one: Tag, other: Tag): boolean {
  return one.key !== null && one.key === other.key;
}

/** Deletes a tag as a reader does: it comes off annotations, and the tags below it move up. */
function withoutTag(tag: Tag, { shared: { tags }, taggedWith, by }: Deciding): Decided {
  const left = tags.filter(({ id }) => id !== tag.id);
  const moved = left
    .filter(({ parentId }) => parentId === tag.id)
    .map((child) => ({ ...child, parentId: tag.parentId }));
  const stuck = moved.find((child) => namesakeOf(child, left));
  if (stuck)
    return {
      refused: `“${stuck.name}” below “${tag.name}” would move up beside another tag of that name. Merge these two or rename one of them first.`,
    };
  const tagged = taggedWith(tag.id).map(({ id, tagIds }) => ({
    id,
    tagIds: tagIds.filter((each) => each !== tag.id),
    modified: by.time,
  }));
  return {
    operations: [
      ...(tagged.length > 0 ? [{ type: 'annotations.tag' as const, tagged }] : []),
      ...moved.map((child): Operation => ({ type: 'tag.put', tag: child })),
      { type: 'tag.remove', id: tag.id },
    ],
  };
}

/** A kind of links: deleted with all its links. */
export function decideRelationType(id: string, choice: Choice, { shared }: Deciding): Decided {
  const chosen = RelationType.nullable().parse(choice.chosen);
  const now = shared.relationTypes.find((type) => type.id === id) ?? null;
  if (!chosen) {
    const gone = shared.relations.filter(({ typeId }) => typeId === id);
    const operations: Operation[] = gone.map((one) => ({ type: 'relation.remove', id: one.id }));
    return { operations: now ? [...operations, { type: 'relationType.remove', id }] : [] };
  }
  const type = patched(now, chosen, RelationType.nullable().parse(choice.other));
  if (isSame(type, now)) return { operations: [] };
  const isNamed = (name: string) =>
    [...shared.relationTypes, type].some((each) => sameName(each.name, name));
  const others = shared.relationTypes
    .filter((each) => each.id !== id && sameName(each.name, type.name))
    .map((each) => ({ ...each, name: freeName(each.name, isNamed) }));
  return {
    operations: [...others, type].map((relationType): Operation => ({
      type: 'relationType.put',
      relationType,
    })),
  };
}

/** A link: it needs both its ends. */
export function decideRelation(id: string, choice: Choice, deciding: Deciding): Decided {
  const { shared, hasAnnotation = () => true } = deciding;
  const chosen = Relation.nullable().parse(choice.chosen);
  const now = shared.relations.find((each) => each.id === id) ?? null;
  if (!chosen) return { operations: now ? [{ type: 'relation.remove', id }] : [] };
  const relation = patched(now, chosen, Relation.nullable().parse(choice.other));
  if (isSame(relation, now)) return { operations: [] };
  if (!shared.relationTypes.some((type) => type.id === relation.typeId))
    return { refused: 'The kind of this link has been deleted. Make it anew and link again.' };
  if (![relation.from, relation.to].every(hasAnnotation))
    return { refused: 'An annotation this link leads to has been deleted. Bring that back first.' };
  return { operations: [{ type: 'relation.put', relation }] };
}

const OwnEntry = z.strictObject({ id: z.uuid(), entry: GazetteerEntry.nullable() });

/** An entry of the gazetteer. */
export function decideEntry(id: string, choice: Choice, { shared }: Deciding): Decided {
  const chosen = OwnEntry.nullable().parse(choice.chosen);
  const other = OwnEntry.nullable().parse(choice.other);
  const now = shared.gazetteer.find((each) => each.id === id) ?? null;
  if (!chosen) return { operations: now ? [{ type: 'gazetteer.remove', id }] : [] };
  const entry = chosen.entry && patched(now?.entry ?? null, chosen.entry, other?.entry ?? null);
  if (isSame({ id, entry }, now)) return { operations: [] };
  return { operations: [{ type: 'gazetteer.put', id, entry }] };
}

/** A kept search: another one of its name gives way with a number behind it. */
export function decideSearch(id: string, choice: Choice, { shared }: Deciding): Decided {
  const chosen = SavedSearch.nullable().parse(choice.chosen);
  const now = shared.searches.find((each) => each.id === id) ?? null;
  if (!chosen) return { operations: now ? [{ type: 'search.remove', id }] : [] };
  const search = patched(now, chosen, SavedSearch.nullable().parse(choice.other));
  if (isSame(search, now)) return { operations: [] };
  const isNamed = (name: string) =>
    [...shared.searches, search].some((each) => sameName(each.name, name));
  const others = shared.searches
    .filter((each) => each.id !== id && sameName(each.name, search.name))
    .map((each) => ({ ...each, name: freeName(each.name, isNamed) }));
  return {
    operations: [...others, search].map((each): Operation => ({
      type: 'search.put',
      search: each,
    })),
  };
}

const Switch = z.strictObject({ id: z.string().min(1), off: z.boolean() });

/** A rule of cleaning. */
export function decideRule(choice: Choice, { shared }: Deciding): Decided {
  const { id: rule, off } = Switch.parse(choice.chosen);
  if (shared.rulesOff.includes(rule) === off) return { operations: [] };
  return { operations: [{ type: 'rule.switch', rule, on: !off }] };
}
