import { v5 } from 'uuid';
import type { Annotation, Quote } from '../annotation/annotation.ts';
import { carryAnnotations } from '../annotation/carry.ts';
import { keyOf } from '../change/decision.ts';
import { inReadingOrder } from '../emendation/emendation.ts';
import type { Operation } from '../journal/operation.ts';
import { mergeCable } from '../merge/cable.ts';
import { canonical } from '../merge/canonical.ts';
import type { Conflict } from '../merge/conflict.ts';
import { union } from '../merge/deeds.ts';
import { mergeShared, neededAnnotations } from '../merge/shared.ts';
import type { CableState, SharedState, Touches } from '../merge/state.ts';
import { changeSetOf } from '../transcription/step.ts';
import { transcribe } from '../transcription/transcription.ts';

/** A library in memory, for tests of merging. */
export interface World {
  readonly shared: SharedState;
  readonly cables: ReadonlyMap<string, CableState>;
}

/** Makes the same id of the same words. */
export const nameId = (words: string): string => v5(words, '7c0f4d3e-5b8e-5d07-9d0c-3a6c1f2b8e41');

/** The transcription of a cable. */
export function textIn(cable: CableState) {
  return transcribe(cable.original, cable.changes, cable.emendations).text;
}

/** What merging `theirs` into `ours` makes of ours, by carrying out the operations; and the conflicts that came up. */
export function merged(ours: World, theirs: World): { world: World; conflicts: Conflict[] } {
  const needed = neededAnnotations(ours.shared, theirs.shared, nameId);
  const cables = [...ours.cables.values()].map((cable) => {
    const other = theirs.cables.get(cable.id);
    return other && mergeCable(cable, other, { nameId, needed });
  });
  const usedTags = new Set(
    cables.flatMap((one) => one?.state.annotations.flatMap(({ tagIds }) => tagIds) ?? []),
  );
  const shared = mergeShared(ours.shared, theirs.shared, { nameId, usedTags });
  const operations = [
    ...shared.before,
    ...cables.flatMap((one) => one?.operations ?? []),
    ...shared.after,
  ];
  const conflicts = [...shared.conflicts, ...cables.flatMap((one) => one?.conflicts ?? [])];
  const carriedOut = carryOut(ours, operations);
  const known = new Map(
    [...conflicts, ...ours.shared.conflicts, ...shared.state.conflicts].map((one) => [one.id, one]),
  );
  const world: World = {
    shared: {
      ...carriedOut.shared,
      touches: withTouches(ours.shared.touches, shared.touches),
      conflicts: [...known.values()],
    },
    cables: new Map(
      [...carriedOut.cables.values()].map((cable, at) => [
        cable.id,
        { ...cable, touches: withTouches(cable.touches, cables[at]?.touches ?? new Map()) },
      ]),
    ),
  };
  // What the operations make is what merging says that comes out.
  for (const one of cables) {
    const is = one && world.cables.get(one.state.id);
    if (is && normalCable(is) !== normalCable(one.state))
      throw new Error(`operations make\n${normalCable(is)}\nnot\n${normalCable(one.state)}`);
  }
  const told = { ...shared.state, conflicts: [] };
  if (normalShared({ ...world.shared, conflicts: [] }) !== normalShared(told))
    throw new Error(`operations make\n${normalShared(world.shared)}\nnot\n${normalShared(told)}`);
  return { world, conflicts };
}

function withTouches(known: Touches, fresh: Touches): Touches {
  const all = new Map(known);
  for (const [thing, deeds] of fresh) all.set(thing, union(all.get(thing) ?? [], deeds));
  return all;
}

/**
 * A world without the context in which annotations and emendations lost their words: it tells of the text they left,
 * and that is another where libraries meet in another order.
 */
export function withoutLostContext(world: World): World {
  const plain = <T extends { readonly quote: Quote; readonly lost: string | null }>(one: T): T =>
    one.lost === null ? one : { ...one, quote: { ...one.quote, prefix: '', suffix: '' } };
  const cables = Array.from(world.cables, ([id, cable]): [string, CableState] => {
    const annotations = cable.annotations.map((one) => ({
      ...one,
      targets: one.targets.map(plain),
    }));
    const emendations = cable.emendations.map(({ lost, ...one }) => ({
      ...one,
      lost: lost && { ...lost, quote: { ...lost.quote, prefix: '', suffix: '' } },
    }));
    return [id, { ...cable, annotations, emendations }];
  });
  return { ...world, cables: new Map(cables) };
}

/** A world as words, the same for the same content. */
export function normal({ shared, cables }: World): string {
  return [normalShared(shared), ...[...cables.values()].map(normalCable).toSorted()].join('\n');
}

function byId<T extends { readonly id: string }>(all: readonly T[]): T[] {
  return all.toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

function versions(touches: Touches) {
  return Array.from(touches, ([thing, deeds]) => [
    thing,
    deeds.map(({ id }) => id).toSorted(),
  ]).toSorted(([a], [b]) => (String(a) < String(b) ? -1 : 1));
}

function normalShared({ touches, rulesOff, ...lists }: SharedState): string {
  return canonical({
    touches: versions(touches),
    rulesOff: rulesOff.toSorted(),
    tags: byId(lists.tags),
    relationTypes: byId(lists.relationTypes),
    relations: byId(lists.relations),
    gazetteer: byId(lists.gazetteer),
    searches: byId(lists.searches),
    conflicts: byId(lists.conflicts),
  });
}

function normalCable({ touches, annotations, changes, fields, ...rest }: CableState): string {
  return canonical({
    ...rest,
    touches: versions(touches),
    changes: changes.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1)),
    fields: fields.toSorted((a, b) => (a.field < b.field ? -1 : 1)),
    annotations: byId(annotations).map((one) => ({ ...one, targets: unversioned(one) })),
  });
}

function unversioned({ targets }: Pick<Annotation, 'targets'>) {
  return targets.map((target) => ({ ...target, version: 0 }));
}

function put<T extends { readonly id: string }>(all: readonly T[], one: T): T[] {
  return [...all.filter(({ id }) => id !== one.id), one];
}

function without<T extends { readonly id: string }>(
  all: readonly T[],
  ids: readonly string[],
): T[] {
  return all.filter(({ id }) => !ids.includes(id));
}

/** Carries out operations as a library does, with what its file refuses. */
export function carryOut(world: World, operations: readonly Operation[]): World {
  let { shared } = world;
  const cables = new Map(world.cables);
  const set = (cableId: string, some: Partial<CableState>) => {
    const cable = cables.get(cableId);
    if (!cable) throw new Error(`there is no cable ${cableId}`);
    cables.set(cableId, { ...cable, ...some });
  };
  const cableOf = (annotationId: string) =>
    [...cables.values()].find((one) => one.annotations.some(({ id }) => id === annotationId));
  const refuse = (refused: boolean, why: string) => {
    if (refused) throw new Error(why);
  };
  for (const operation of operations)
    switch (operation.type) {
      case 'text.turn': {
        const cable = cables.get(operation.cableId);
        if (!cable) throw new Error('there is no cable');
        set(cable.id, turned(cable, operation));
        break;
      }
      case 'annotation.put': {
        const { annotation } = operation;
        const missing = annotation.tagIds.filter((id) => !shared.tags.some((tag) => tag.id === id));
        refuse(missing.length > 0, 'an annotation has a tag that is not there');
        const all = cables.get(annotation.cableId)?.annotations ?? [];
        set(annotation.cableId, { annotations: put(all, annotation) });
        break;
      }
      case 'annotation.remove': {
        const { id } = operation;
        refuse(
          shared.relations.some(({ from, to }) => from === id || to === id),
          'an annotation that is linked is removed',
        );
        const cable = cableOf(id);
        if (cable) set(cable.id, { annotations: without(cable.annotations, [id]) });
        break;
      }
      case 'annotations.tag':
        for (const { id, tagIds, modified } of operation.tagged) {
          const cable = cableOf(id);
          const one = cable?.annotations.find((each) => each.id === id);
          if (cable && one)
            set(cable.id, { annotations: put(cable.annotations, { ...one, tagIds, modified }) });
        }
        break;
      case 'relation.put': {
        const { relation } = operation;
        refuse(!cableOf(relation.from) || !cableOf(relation.to), 'a link has no end');
        refuse(
          !shared.relationTypes.some(({ id }) => id === relation.typeId),
          'a link has no kind',
        );
        shared = { ...shared, relations: put(shared.relations, relation) };
        break;
      }
      case 'relation.remove':
        shared = { ...shared, relations: without(shared.relations, [operation.id]) };
        break;
      case 'relationType.put':
        shared = { ...shared, relationTypes: put(shared.relationTypes, operation.relationType) };
        break;
      case 'relationType.remove':
        refuse(
          shared.relations.some(({ typeId }) => typeId === operation.id),
          'a kind of link in use is removed',
        );
        shared = { ...shared, relationTypes: without(shared.relationTypes, [operation.id]) };
        break;
      case 'tag.put': {
        const { tag } = operation;
        refuse(
          tag.parentId !== null && !shared.tags.some(({ id }) => id === tag.parentId),
          'a tag stands below one that is not there',
        );
        shared = { ...shared, tags: put(shared.tags, tag) };
        break;
      }
      case 'tag.remove': {
        const { id } = operation;
        refuse(
          shared.tags.some(({ parentId }) => parentId === id),
          'a tag above others is removed',
        );
        refuse(
          [...cables.values()].some((cable) =>
            cable.annotations.some(({ tagIds }) => tagIds.includes(id)),
          ),
          'a tag in use is removed',
        );
        shared = { ...shared, tags: without(shared.tags, [id]) };
        break;
      }
      case 'gazetteer.put': {
        const { id, entry } = operation;
        shared = { ...shared, gazetteer: put(shared.gazetteer, { id, entry }) };
        break;
      }
      case 'gazetteer.remove':
        shared = { ...shared, gazetteer: without(shared.gazetteer, [operation.id]) };
        break;
      case 'search.put': {
        const { search } = operation;
        refuse(
          shared.searches.some(
            ({ id, name }) => id !== search.id && name.toLowerCase() === search.name.toLowerCase(),
          ),
          'two searches have one name',
        );
        shared = { ...shared, searches: put(shared.searches, search) };
        break;
      }
      case 'search.remove':
        shared = { ...shared, searches: without(shared.searches, [operation.id]) };
        break;
      case 'rule.switch': {
        const others = shared.rulesOff.filter((rule) => rule !== operation.rule);
        shared = { ...shared, rulesOff: operation.on ? others : [...others, operation.rule] };
        break;
      }
      case 'review.put':
        set(operation.cableId, { vouch: operation.vouch });
        break;
      case 'field.put': {
        const { cableId, field, emendation } = operation;
        const others = (cables.get(cableId)?.fields ?? []).filter((one) => one.field !== field);
        set(cableId, { fields: emendation ? [...others, emendation] : others });
        break;
      }
      case 'findings.put': {
        const { structure, metadata } = operation;
        set(operation.cableId, { structure, metadata });
        break;
      }
      case 'cables.restore':
        for (const id of operation.ids) set(id, { discarded: null });
        break;
      case 'cables.discard':
        for (const { ids, author, time } of operation.discarded)
          for (const id of ids)
            if (!cables.get(id)?.discarded) set(id, { discarded: { author, time } });
        break;
      case 'revision.name': {
        const { cableId, id, message } = operation;
        const all = cables.get(cableId)?.revisions ?? [];
        set(cableId, { revisions: all.map((one) => (one.id === id ? { id, message } : one)) });
        break;
      }
      default:
        throw new Error(`this world does not know ${operation.type}`);
    }
  return { shared, cables };
}

type TextTurn = Extract<Operation, { type: 'text.turn' }>;

/** A text turned as the store does it: the step has to lead to the text of the layers. */
function turned(cable: CableState, operation: TextTurn): Partial<CableState> {
  const { changes, emendations, placed } = operation;
  const gone = new Set([...changes.remove, ...changes.put].map(keyOf));
  const kept = cable.changes.filter((one) => !gone.has(keyOf(one)));
  const left = without(cable.emendations, [
    ...emendations.remove,
    ...emendations.put.map(({ id }) => id),
  ]);
  const layers = {
    changes: [...kept, ...changes.put].toSorted((a, b) => a.from - b.from || a.to - b.to),
    emendations: [...left, ...emendations.put].toSorted(inReadingOrder),
  };
  const step = changeSetOf(operation.step);
  const { text } = transcribe(cable.original, layers.changes, layers.emendations);
  if (!step.apply(textIn(cable)).eq(text)) throw new Error('the step leads to another text');
  const told = new Map(placed.map(({ id, targets }) => [id, targets]));
  const carried = carryAnnotations(
    cable.annotations,
    step,
    text,
    0,
    'Its words left the transcription.',
  );
  return {
    ...layers,
    annotations: carried.map((one) => ({ ...one, targets: told.get(one.id) ?? one.targets })),
  };
}
