import type { Relation, RelationType } from '../relation/relation.ts';
import type { SavedSearch } from '../search/result.ts';
import type { Tag } from '../tag/tag.ts';
import { compareWords } from './canonical.ts';
import type { Conflict } from './conflict.ts';
import { deedsOf } from './deeds.ts';
import { distinctNames, type Things } from './naming.ts';
import {
  allTouches,
  conflictOf,
  news,
  settle,
  settledBy,
  type Clash,
  type Kind,
  type Sided,
} from './settle.ts';
import { sharedOperations } from './shared-operations.ts';
import type { MergedShared, NameId, OwnEntry, SharedState } from './state.ts';
import { oneKeyEach, withoutCircles } from './tags.ts';
import { thing } from './things.ts';
import { wordsOf } from './words.ts';

/** What merging needs to know beside two shared states. */
export interface MergingShared {
  readonly nameId: NameId;
  /**
   * The tags of annotations once all is merged: those of merged cables, and those of cables that only one side
   * has. Only tags that one of both sides does not have are looked for.
   */
  readonly usedTags: ReadonlySet<string>;
}

/** The annotations that relations stand on once all is merged. To be told before cables are merged. */
export function neededAnnotations(
  ours: SharedState,
  theirs: SharedState,
  nameId: NameId,
): Set<string> {
  const { values } = mergeRelations(ours, theirs, nameId);
  return new Set([...values.values()].flatMap(({ from, to }) => [from, to]));
}

/**
 * Merges what two libraries have beside their cables. What comes out is the same whichever is called ours. A thing
 * that theirs has neither a value nor a deed of, as in a package, stays as it is.
 */
export function mergeShared(
  ours: SharedState,
  theirs: SharedState,
  { nameId, usedTags }: MergingShared,
): MergedShared {
  const relations = mergeRelations(ours, theirs, nameId);
  const usedTypes = new Set([...relations.values.values()].map(({ typeId }) => typeId));
  const types = mergeList(ours, theirs, relationTypes(usedTypes), nameId);
  const tags = mergeList(ours, theirs, tagsOf(usedTags), nameId);
  keepParents(ours, theirs, tags, nameId);
  withoutCircles(tags, nameId);
  distinctNames(tags, 'tag', ({ parentId }) => parentId ?? '', nameId);
  oneKeyEach(tags, nameId);
  distinctNames(types, 'relationType', () => '', nameId);
  const searches = mergeList(ours, theirs, savedSearches, nameId);
  distinctNames(searches, 'search', () => '', nameId);
  const gazetteer = mergeList(ours, theirs, ownEntries, nameId);
  const rules = mergeRules(ours, theirs, nameId);
  const all = [relations, types, tags, searches, gazetteer, rules];

  const touches = allTouches(ours.touches, theirs.touches);
  for (const { deeds } of all) for (const [name, own] of deeds) touches.set(name, own);
  const state: SharedState = {
    touches,
    tags: inOrder(tags.values),
    relationTypes: inOrder(types.values),
    relations: inOrder(relations.values),
    gazetteer: inOrder(gazetteer.values),
    searches: inOrder(searches.values),
    rulesOff: inOrder(rules.values).flatMap(({ id, off }) => (off ? id : [])),
    conflicts: knownConflicts(ours, theirs),
  };
  return {
    ...sharedOperations(ours, state),
    touches: news(ours.touches, touches),
    conflicts: all.flatMap(({ conflicts }) => conflicts),
    state,
  };
}

/** A kind of things that have ids, where a side has them, and how they are merged. */
interface Listed<T extends { readonly id: string }> {
  readonly kind: 'relation' | 'relationType' | 'tag' | 'search' | 'gazetteer';
  readonly of: (state: SharedState) => readonly T[];
  readonly how: Kind<T>;
  readonly title: (value: T) => string;
  readonly words: (value: T | null, other: T | null) => string;
  /** Whether something stands on it, so that it stays although one side has deleted it. */
  readonly used?: (id: string) => boolean;
}

const relationsKept: Listed<Relation> = {
  kind: 'relation',
  of: ({ relations }) => relations,
  how: { means: (one) => one && [one.typeId, one.from, one.to, one.note] },
  title: ({ typeId }) => `link ⟦relationType:${typeId}⟧`,
  words: (one, other) => wordsOf('relation', one, other),
};

function mergeRelations(ours: SharedState, theirs: SharedState, nameId: NameId): Things<Relation> {
  return mergeList(ours, theirs, relationsKept, nameId);
}

function relationTypes(used: ReadonlySet<string>): Listed<RelationType> {
  return {
    kind: 'relationType',
    of: (state) => state.relationTypes,
    how: { means: (type) => type },
    title: ({ name }) => `kind of link “${name}”`,
    words: (one, other) => wordsOf('relationType', one, other),
    used: (id) => used.has(id),
  };
}

function tagsOf(used: ReadonlySet<string>): Listed<Tag> {
  return {
    kind: 'tag',
    of: ({ tags }) => tags,
    how: { means: (tag) => tag },
    title: ({ name }) => `tag “${name}”`,
    words: (one, other) => wordsOf('tag', one, other),
    used: (id) => used.has(id),
  };
}

const savedSearches: Listed<SavedSearch> = {
  kind: 'search',
  of: ({ searches }) => searches,
  how: { means: (one) => one && [one.name, one.query] },
  title: ({ name }) => `search “${name}”`,
  words: (one, other) => wordsOf('search', one, other),
};

const ownEntries: Listed<OwnEntry> = {
  kind: 'gazetteer',
  of: ({ gazetteer }) => gazetteer,
  how: { means: (one) => one, rank: (one) => (one === null ? 0 : one.entry === null ? 1 : 2) },
  title: ({ entry }) => `gazetteer’s entry${entry ? ` “${entry.name}”` : ''}`,
  words: (one, other) => wordsOf('gazetteer', one?.entry ?? null, other?.entry ?? null),
};

function mergeList<T extends { readonly id: string }>(
  ours: SharedState,
  theirs: SharedState,
  listed: Listed<T>,
  nameId: NameId,
): Things<T> {
  const here = new Map(listed.of(ours).map((one) => [one.id, one]));
  const there = new Map(listed.of(theirs).map((one) => [one.id, one]));
  const merged: Things<T> = { values: new Map(), deeds: new Map(), conflicts: [] };
  for (const id of [...new Set([...here.keys(), ...there.keys()])].toSorted(compareWords)) {
    const name = thing[listed.kind](id);
    const mine = { value: here.get(id) ?? null, deeds: deedsOf(ours.touches, name) };
    const other = { value: there.get(id) ?? null, deeds: deedsOf(theirs.touches, name) };
    const settled = settle(mine, other, listed.how);
    const either = mine.value ?? other.value;
    const kept = settled.value ?? (listed.used?.(id) ? either : null);
    let deeds = settled.deeds;
    if (settled.conflict || kept !== settled.value) {
      const shown = settled.value === kept ? settled.from === 'ours' : kept === mine.value;
      const sides: [Sided<T>, Sided<T>] = shown ? [mine, other] : [other, mine];
      const conflict = conflictOf(clashOf(listed, name, sides, either), nameId);
      merged.conflicts.push(conflict);
      if (kept !== settled.value) deeds = settledBy(conflict.id, deeds);
    }
    if (deeds.length > 0) merged.deeds.set(name, deeds);
    if (kept) merged.values.set(id, kept);
  }
  return merged;
}

function clashOf<T extends { readonly id: string }>(
  { kind, title, words }: Pick<Listed<T>, 'title' | 'words'> & Pick<Conflict, 'kind'>,
  name: string,
  [shown, hidden]: readonly [Sided<T>, Sided<T>],
  either: T | null,
): Clash {
  const say = (one: Sided<T>, other: Sided<T>) => ({
    words: words(one.value, other.value),
    value: one.value,
    deeds: one.deeds,
  });
  const named = shown.value ?? hidden.value ?? either;
  return {
    kind,
    thing: name,
    cableId: null,
    title: named ? title(named) : name,
    shown: say(shown, hidden),
    hidden: say(hidden, shown),
  };
}

/** Tags below which others stand stay, although one side has deleted them. */
function keepParents(
  ours: SharedState,
  theirs: SharedState,
  tags: Things<Tag>,
  nameId: NameId,
): void {
  const here = new Map(ours.tags.map((one) => [one.id, one]));
  const there = new Map(theirs.tags.map((one) => [one.id, one]));
  // What is added to a map while it is walked is walked, too.
  for (const { parentId } of tags.values.values()) {
    if (parentId === null || tags.values.has(parentId)) continue;
    const name = thing.tag(parentId);
    const mine = { value: here.get(parentId) ?? null, deeds: deedsOf(ours.touches, name) };
    const other = { value: there.get(parentId) ?? null, deeds: deedsOf(theirs.touches, name) };
    const kept = mine.value ?? other.value;
    if (!kept) continue;
    const sides = kept === mine.value ? ([mine, other] as const) : ([other, mine] as const);
    const conflict = conflictOf(clashOf(tagsOf(new Set()), name, sides, kept), nameId);
    tags.values.set(parentId, kept);
    tags.conflicts.push(conflict);
    tags.deeds.set(name, settledBy(conflict.id, tags.deeds.get(name) ?? sides[1].deeds));
  }
}

/** Whether a rule is off, as a thing with an id. */
interface Switch {
  readonly id: string;
  readonly off: boolean;
}

function mergeRules(ours: SharedState, theirs: SharedState, nameId: NameId): Things<Switch> {
  const prefix = thing.rule('');
  const touched = [...ours.touches.keys(), ...theirs.touches.keys()]
    .filter((name) => name.startsWith(prefix))
    .map((name) => name.slice(prefix.length));
  const rules = new Set([...ours.rulesOff, ...theirs.rulesOff, ...touched]);
  const merged: Things<Switch> = { values: new Map(), deeds: new Map(), conflicts: [] };
  for (const id of [...rules].toSorted(compareWords)) {
    const name = thing.rule(id);
    const sideOf = ({ rulesOff, touches }: SharedState): Sided<Switch> => ({
      value: { id, off: rulesOff.includes(id) },
      deeds: deedsOf(touches, name),
    });
    const [mine, other] = [sideOf(ours), sideOf(theirs)];
    const settled = settle(mine, other, {
      means: (one) => one?.off,
      prefer: (a, b) => Number(b.off) - Number(a.off),
    });
    if (settled.value) merged.values.set(id, settled.value);
    merged.deeds.set(name, settled.deeds);
    if (!settled.conflict) continue;
    const told = {
      kind: 'rule' as const,
      title: () => `rule “${id}”`,
      words: (one: Switch | null) => (one?.off ? 'off' : 'on'),
    };
    const sides = settled.from === 'ours' ? ([mine, other] as const) : ([other, mine] as const);
    merged.conflicts.push(conflictOf(clashOf(told, name, sides, null), nameId));
  }
  return merged;
}

/** The conflicts of both sides; of one that both know what was decided, and decided last. */
function knownConflicts(ours: SharedState, theirs: SharedState): Conflict[] {
  const all = new Map(ours.conflicts.map((one) => [one.id, one]));
  for (const conflict of theirs.conflicts) {
    const name = thing.conflict(conflict.id);
    const mine = { value: all.get(conflict.id) ?? null, deeds: deedsOf(ours.touches, name) };
    const other = { value: conflict, deeds: deedsOf(theirs.touches, name) };
    // A side that has no such conflict has undone the merge it came with, and has decided nothing.
    const { value } = mine.value
      ? settle(mine, other, { means: () => null, prefer: byDecision })
      : other;
    if (value) all.set(conflict.id, value);
  }
  return inOrder(all);
}

function byDecision(a: Conflict, b: Conflict): number {
  return Number(b.decided !== null) - Number(a.decided !== null);
}

function inOrder<T extends { readonly id: string }>(values: ReadonlyMap<string, T>): T[] {
  return [...values.values()].toSorted((a, b) => compareWords(a.id, b.id));
}
