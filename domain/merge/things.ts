import type { Operation } from '../journal/operation.ts';
import type { Emendation } from '../emendation/emendation.ts';
import { keyOf, type ChangeKey } from '../change/decision.ts';

/** A thing that an action has touched, and the cable it is of; null for what is of none, or of one that is not told. */
export interface Touched {
  readonly thing: string;
  readonly cableId: string | null;
}

/** The names of things. `change:<cable>:<from>-<to>-<rule>`, `field:<cable>:<field>`, else `<kind>:<id>`. */
export const thing = {
  emendation: (id: string) => `emendation:${id}`,
  change: (cableId: string, change: ChangeKey) => `change:${cableId}:${keyOf(change)}`,
  field: (cableId: string, field: string) => `field:${cableId}:${field}`,
  /** What cleaning found beside the changes. */
  findings: (cableId: string) => `findings:${cableId}`,
  review: (cableId: string) => `review:${cableId}`,
  discard: (cableId: string) => `discard:${cableId}`,
  annotation: (id: string) => `annotation:${id}`,
  relation: (id: string) => `relation:${id}`,
  relationType: (id: string) => `relationType:${id}`,
  tag: (id: string) => `tag:${id}`,
  gazetteer: (id: string) => `gazetteer:${id}`,
  search: (id: string) => `search:${id}`,
  rule: (name: string) => `rule:${name}`,
  conflict: (id: string) => `conflict:${id}`,
  revision: (id: string) => `revision:${id}`,
} as const;

/**
 * The things that a row of the journal has touched, each once: by what it did and by what takes that back. Told
 * of both, because an emendation that only moved with its text, or lost its words, has not been touched; nor
 * have annotations that were carried along.
 */
export function touchedBy(done: readonly Operation[], back: readonly Operation[]): Touched[] {
  const all = new Map<string, Touched>();
  const moved = movedOnly(done, back);
  for (const one of done.flatMap(thingsOf)) if (!moved.has(one.thing)) add(all, one);
  // What takes a row back tells the cables of what the row itself only names.
  for (const { thing: name, cableId } of back.flatMap(thingsOf))
    if (cableId !== null && all.get(name)?.cableId === null)
      all.set(name, { thing: name, cableId });
  return [...all.values()];
}

function add(all: Map<string, Touched>, one: Touched): void {
  if ((all.get(one.thing)?.cableId ?? null) === null) all.set(one.thing, one);
}

/** The things that an operation names. */
export function thingsOf(operation: Operation): Touched[] {
  switch (operation.type) {
    case 'annotation.put': {
      const { id, cableId } = operation.annotation;
      return [{ thing: thing.annotation(id), cableId }];
    }
    case 'annotation.remove':
      return [of(thing.annotation(operation.id))];
    case 'annotations.tag':
      return operation.tagged.map(({ id }) => of(thing.annotation(id)));
    case 'annotations.put':
      return operation.alike.flatMap(({ at }) =>
        at.map(([id, cableId]) => ({ thing: thing.annotation(id), cableId })),
      );
    case 'annotations.remove':
      return operation.ids.map((id) => of(thing.annotation(id)));
    case 'relation.put':
      return [of(thing.relation(operation.relation.id))];
    case 'relation.remove':
      return [of(thing.relation(operation.id))];
    case 'relationType.put':
      return [of(thing.relationType(operation.relationType.id))];
    case 'relationType.remove':
      return [of(thing.relationType(operation.id))];
    case 'gazetteer.put':
    case 'gazetteer.remove':
      return [of(thing.gazetteer(operation.id))];
    case 'tag.put':
      return [of(thing.tag(operation.tag.id))];
    case 'tag.remove':
      return [of(thing.tag(operation.id))];
    case 'changes.replace': {
      const { cableId, remove, put } = operation;
      return [...remove, ...put].map((key) => ({ thing: thing.change(cableId, key), cableId }));
    }
    case 'text.turn': {
      const { cableId, changes, emendations } = operation;
      const ids = [...emendations.remove, ...emendations.put.map(({ id }) => id)];
      return [
        ...[...changes.remove, ...changes.put].map((key) => thing.change(cableId, key)),
        ...ids.map(thing.emendation),
      ].map((name) => ({ thing: name, cableId }));
    }
    case 'emendation.explain': {
      const { cableId, id } = operation;
      return [{ thing: thing.emendation(id), cableId }];
    }
    case 'revision.name': {
      const { cableId, id } = operation;
      return [{ thing: thing.revision(id), cableId }];
    }
    case 'review.put':
      return [reviewOf(operation.cableId)];
    case 'reviews.put':
      return operation.said.flatMap(({ cableIds }) => cableIds.map(reviewOf));
    case 'cables.discard':
      return operation.discarded.flatMap(({ ids }) => ids.map(discardOf));
    case 'cables.restore':
      return operation.ids.map(discardOf);
    case 'field.put': {
      const { cableId, field } = operation;
      return [{ thing: thing.field(cableId, field), cableId }];
    }
    case 'findings.put': {
      const { cableId } = operation;
      return [{ thing: thing.findings(cableId), cableId }];
    }
    case 'search.put':
      return [of(thing.search(operation.search.id))];
    case 'search.remove':
      return [of(thing.search(operation.id))];
    case 'rule.switch':
      return [of(thing.rule(operation.rule))];
    default:
      return [];
  }
}

function of(name: string): Touched {
  return { thing: name, cableId: null };
}

function reviewOf(cableId: string): Touched {
  return { thing: thing.review(cableId), cableId };
}

function discardOf(cableId: string): Touched {
  return { thing: thing.discard(cableId), cableId };
}

/** The emendations that a row has in both directions and that only stand elsewhere, or nowhere, by it. */
function movedOnly(done: readonly Operation[], back: readonly Operation[]): Set<string> {
  const was = new Map(back.flatMap(emendationsPut).map(({ one }) => [one.id, one]));
  const moved = new Set<string>();
  const touched = new Set(
    done.flatMap((each) => (each.type === 'emendation.explain' ? each.id : [])),
  );
  for (const { one, recleans } of done.flatMap(emendationsPut)) {
    const before = was.get(one.id);
    const stays = before && sayTheSame(before, one) && (recleans || standTheSame(before, one));
    if (!stays) touched.add(one.id);
    else moved.add(thing.emendation(one.id));
  }
  for (const id of touched) moved.delete(thing.emendation(id));
  return moved;
}

function emendationsPut(operation: Operation) {
  if (operation.type !== 'text.turn') return [];
  const { changes, emendations } = operation;
  const recleans = changes.remove.length + changes.put.length > 0;
  return emendations.put.map((one) => ({ one, recleans }));
}

function sayTheSame(a: Emendation, b: Emendation): boolean {
  return (
    a.insert === b.insert &&
    a.author === b.author &&
    a.time === b.time &&
    a.reason === b.reason &&
    a.note === b.note &&
    a.witness === b.witness
  );
}

function standTheSame(a: Emendation, b: Emendation): boolean {
  return a.from === b.from && a.to === b.to;
}
