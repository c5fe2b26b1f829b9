import { ChangeSet } from '@codemirror/state';
import fc from 'fast-check';
import type { Annotation } from '../annotation/annotation.ts';
import { quoteIn } from '../annotation/carry.ts';
import { acceptable, decided } from '../change/deciding.ts';
import { keyOf, type StoredChange } from '../change/decision.ts';
import type { Conflict } from '../merge/conflict.ts';
import { decideConflict, thingsOfConflict } from '../merge/deciding.ts';
import { carryEmendations } from '../emendation/carry.ts';
import { emended } from '../emendation/emend.ts';
import type { Operation } from '../journal/operation.ts';
import type { CableState, SharedState } from '../merge/state.ts';
import { textTurn } from '../merge/text.ts';
import { touchedBy } from '../merge/things.ts';
import type { FieldEmendation } from '../metadata/field-emendation.ts';
import type { Tag } from '../tag/tag.ts';
import { namesakeOf, wouldCircle } from '../tag/tree.ts';
import { recleaning } from '../transcription/recleaning.ts';
import { acceptedChanges, textOf, transcribe } from '../transcription/transcription.ts';
import { turning } from '../transcription/turning.ts';
import { newId } from './emendations.ts';
import { carryOut, textIn, type World } from './world.ts';

/** What somebody does: a kind of action, and numbers that say to what. */
export interface Deedling {
  readonly kind: number;
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly words: string;
}

const KINDS = 19;

/** Actions of one person, `most` at the most and not much fewer than half of it. */
export function deedlings(most: number) {
  return fc.array(
    fc.record({
      kind: fc.nat(KINDS - 1),
      a: fc.nat(1000),
      b: fc.nat(1000),
      c: fc.nat(1000),
      words: fc.constantFrom('', 'x', 'Berlin', '😀', 'the', ' ', 'é', 'ab c'),
    }),
    { minLength: most >> 1, maxLength: most },
  );
}

const CABLES = ['10000000-0000-7000-8000-000000000001', '10000000-0000-7000-8000-000000000002'];
const TEXT =
  'FROM: Moscow\nTO: Secstate 😀\n\nThe Soviets have not decided on Berlin, the the talks.\n';

function change(
  from: number,
  to: number,
  insert: string,
  status: StoredChange['status'],
  rule: string,
): StoredChange {
  return {
    from,
    to,
    insert,
    rule,
    certainty: 'likely',
    status,
    reason: null,
    decidedBy: null,
    decidedAt: null,
  };
}

/** A text in which no character but the line feed comes twice, so that each tells where it stood. */
export const DISTINCT = Array.from({ length: 87 }, (_, at) =>
  at % 29 === 12 ? '\n' : String.fromCodePoint(0x4e00 + at),
).join('');

/** Two cables with what cleaning found in them, of 87 code units or more; some of it claims the same text. */
export function beginning(text = TEXT): World {
  const cables = CABLES.map((id, at): CableState => ({
    id,
    sha256: `${at}`.repeat(64),
    title: `Cable ${at}`,
    original: text,
    touches: new Map(),
    changes: [
      change(6, 12, 'MOSCOW', 'proposed', 'capitals'),
      change(8, 10, 'sk', 'proposed', 'typing'),
      change(29, 30, '', 'accepted', 'blank'),
      change(38, 42, 'had', 'proposed', 'tense'),
      change(66, 70, '', 'proposed', 'twice'),
      change(62, 68, 'the ', 'proposed', 'pairs'),
    ],
    emendations: [],
    structure: [],
    metadata: [],
    fields: [],
    vouch: null,
    discarded: null,
    annotations: [],
    revisions: [{ id: `20000000-0000-7000-8000-00000000000${at}`, message: '' }],
  }));
  const shared: SharedState = {
    touches: new Map(),
    tags: [],
    relationTypes: [
      {
        id: '019a9f00-0000-7000-8000-000000000001',
        name: 'same event',
        reverse: null,
        description: '',
      },
    ],
    relations: [],
    gazetteer: [],
    searches: [],
    rulesOff: [],
    conflicts: [],
  };
  return { shared, cables: new Map(cables.map((cable) => [cable.id, cable])) };
}

interface Acting {
  readonly world: World;
  readonly cable: CableState;
  readonly deed: Deedling;
  readonly author: string;
  readonly time: string;
}

/** A row of the journal, for undo. */
interface Row {
  readonly before: World;
  readonly things: readonly { readonly thing: string; readonly cableId: string | null }[];
}

let minutes = 0;

/** What a world becomes by what somebody does in it, undoing included. Times pass in all worlds alike. */
export function acted(world: World, all: readonly Deedling[], author: string): World {
  let now = world;
  const rows: Row[] = [];
  for (const deed of all) {
    minutes += 1;
    const time = new Date(Date.UTC(2026, 0, 1) + minutes * 60_000).toISOString();
    const cable = pick([...now.cables.values()], deed.a);
    if (!cable) continue;
    if (deed.kind === 0) {
      const row = rows.pop();
      if (row)
        now = touchedAll(restored(now, row.before), row.things, { id: newId(), author, time });
      continue;
    }
    const operations = operationsOf({ world: now, cable, deed, author, time });
    if (operations.length === 0) continue;
    const back = operations.flatMap((one) => inverse(one, now));
    const things = touchedBy(operations, back);
    rows.push({ before: now, things });
    now = touchedAll(carryOut(now, operations), things, { id: newId(), author, time });
  }
  return now;
}

/**
 * What a world becomes when somebody decides a conflict; null where that is refused, or, asked for `another` time,
 * where there is nothing left to do.
 */
export function deciding(
  world: World,
  conflict: Conflict,
  take: 'first' | 'second',
  author: string,
  again = false,
): World | null {
  minutes += 1;
  const time = new Date(Date.UTC(2026, 0, 1) + minutes * 60_000).toISOString();
  const annotations = [...world.cables.values()].flatMap((cable) => cable.annotations);
  const outcome = decideConflict(conflict, take, {
    shared: world.shared,
    cable: conflict.cableId === null ? null : (world.cables.get(conflict.cableId) ?? null),
    taggedWith: (tagId) => annotations.filter(({ tagIds }) => tagIds.includes(tagId)),
    hasAnnotation: (id) => annotations.some((one) => one.id === id),
    by: { author, time },
  });
  if ('refused' in outcome || (again && outcome.operations.length === 0)) return null;
  const { operations } = outcome;
  const after = carryOut(world, operations);
  const things = new Map(
    touchedBy(
      operations,
      operations.flatMap((one) => inverse(one, world)),
    ).map((one) => [one.thing, one]),
  );
  for (const thing of thingsOfConflict(conflict))
    if (!things.has(thing)) things.set(thing, { thing, cableId: conflict.cableId });
  const own = `conflict:${conflict.id}`;
  things.set(own, { thing: own, cableId: null });
  const settled = { ...conflict, decided: { take, author, time } };
  const conflicts = after.shared.conflicts.map((one) => (one.id === conflict.id ? settled : one));
  const put = { ...after, shared: { ...after.shared, conflicts } };
  return touchedAll(put, [...things.values()], { id: newId(), author, time });
}

/** What was, with what is known today of who touched what. */
function restored(now: World, before: World): World {
  return {
    shared: { ...before.shared, touches: now.shared.touches, conflicts: now.shared.conflicts },
    cables: new Map(
      Array.from(before.cables, ([id, cable]) => [
        id,
        { ...cable, touches: now.cables.get(id)?.touches ?? cable.touches },
      ]),
    ),
  };
}

/** What takes the turning of a text back, as far as it tells what was touched. */
function inverse(operation: Operation, { cables }: World): Operation[] {
  if (operation.type === 'annotation.remove')
    return [...cables.values()].flatMap(({ annotations }) =>
      annotations
        .filter(({ id }) => id === operation.id)
        .map((annotation): Operation => ({ type: 'annotation.put', annotation })),
    );
  if (operation.type !== 'text.turn') return [];
  const cable = cables.get(operation.cableId);
  const ids = new Set([
    ...operation.emendations.remove,
    ...operation.emendations.put.map(({ id }) => id),
  ]);
  const put = (cable?.emendations ?? []).filter(({ id }) => ids.has(id));
  return [{ ...operation, emendations: { remove: [], put } }];
}

function touchedAll(
  world: World,
  things: Row['things'],
  deed: { readonly id: string; readonly author: string; readonly time: string },
): World {
  const cables = new Map(world.cables);
  const own = new Map(world.shared.touches);
  for (const { thing, cableId } of things) {
    const among = cableId ?? cableOfAnnotation(world, thing);
    const cable = among === null ? undefined : cables.get(among);
    if (cable) {
      const touches = new Map(cable.touches);
      touches.set(thing, [...(touches.get(thing) ?? []), deed]);
      cables.set(cable.id, { ...cable, touches });
    } else own.set(thing, [...(own.get(thing) ?? []), deed]);
  }
  return { shared: { ...world.shared, touches: own }, cables };
}

function cableOfAnnotation({ cables }: World, thing: string): string | null {
  for (const { id, annotations, touches } of cables.values())
    if (touches.has(thing) || annotations.some((one) => thing === `annotation:${one.id}`))
      return id;
  return null;
}

function pick<T>(all: readonly T[], number: number): T | undefined {
  return all[number % Math.max(1, all.length)];
}

/** What a person's action comes to; nothing where there is nothing to do it to. */
function operationsOf(acting: Acting): Operation[] {
  const { world, cable, deed, author, time } = acting;
  const { shared } = world;
  const annotation = pick(cable.annotations, deed.b);
  switch (deed.kind) {
    case 1:
    case 2:
    case 3:
      return typing(acting);
    case 4:
    case 5:
      return decidingChange(acting);
    case 6:
    case 7:
      return annotating(acting);
    case 8:
      return annotation
        ? [
            {
              type: 'annotation.put',
              annotation: { ...annotation, note: deed.words, modified: time },
            },
          ]
        : [];
    case 9: {
      if (!annotation) return [];
      const { id } = annotation;
      const links = shared.relations.filter(({ from, to }) => from === id || to === id);
      return [
        ...links.map((one): Operation => ({ type: 'relation.remove', id: one.id })),
        { type: 'annotation.remove', id },
      ];
    }
    case 10: {
      const all = [...world.cables.values()].flatMap(({ annotations }) => annotations);
      const [from, to] = [pick(all, deed.a), pick(all, deed.b)];
      const type = pick(shared.relationTypes, deed.c);
      if (!from || !to || !type || from === to) return [];
      const made = { id: newId(), typeId: type.id, from: from.id, to: to.id };
      return [
        {
          type: 'relation.put',
          relation: { ...made, note: deed.words, creator: author, created: time },
        },
      ];
    }
    case 11:
      return tagMaking(acting);
    case 12:
    case 13:
      return tagChanging(acting);
    case 14: {
      const tag = pick(shared.tags, deed.b);
      if (!annotation || !tag) return [];
      const tagIds = [...new Set([...annotation.tagIds, tag.id])];
      return [{ type: 'annotations.tag', tagged: [{ id: annotation.id, tagIds, modified: time }] }];
    }
    case 15:
      return tagDeleting(acting);
    case 16: {
      const field = deed.b % 2 ? 'from' : 'to';
      const emendation: FieldEmendation | null = deed.words
        ? { field, values: [deed.words], author, time }
        : null;
      return [{ type: 'field.put', cableId: cable.id, field, emendation }];
    }
    case 17: {
      const state = (['proofread', 'corrected', null] as const)[deed.b % 3] ?? null;
      const vouch = state && { state, author, time };
      return [{ type: 'review.put', cableId: cable.id, vouch }];
    }
    default:
      return seldom(acting);
  }
}

function typing({ cable, deed, author, time }: Acting): Operation[] {
  const { cleaned, text } = transcribe(cable.original, cable.changes, cable.emendations);
  const [a, b] = [deed.b % (text.length + 1), deed.c % (text.length + 1)];
  const from = Math.min(a, b);
  const to = Math.min(from + (deed.c % 7), text.length);
  if (from === to && deed.words === '') return [];
  const step = ChangeSet.of({ from, to, insert: deed.words }, text.length);
  const editor = { author, time, witness: null, newId };
  const emendations = emended(cable.emendations, cleaned, step, editor);
  const turn = textTurn(cable.id, cable, { changes: cable.changes, emendations }, step);
  if (!turn) return [];
  if (cable.vouch?.state === 'corrected') return [turn];
  const vouch = { state: 'corrected' as const, author, time };
  return [turn, { type: 'review.put', cableId: cable.id, vouch }];
}

function decidingChange({ cable, deed, author, time }: Acting): Operation[] {
  const one = pick(cable.changes, deed.b);
  if (!one) return [];
  const status = (['accepted', 'rejected', 'proposed'] as const)[deed.c % 3] ?? 'accepted';
  const others = cable.changes.filter((each) => each !== one);
  if (status === 'accepted' && acceptable([one], others).free.length === 0) return [];
  const made = decided(one, { status, by: author, at: time });
  const changes = cable.changes.map((each) => (keyOf(each) === keyOf(one) ? made : each));
  const original = textOf(cable.original);
  const before = acceptedChanges(original, cable.changes).apply(original);
  const step = recleaning(original, cable.changes, changes);
  const emendations = carryEmendations(cable.emendations, step, before, step.apply(before), 'gone');
  const after = { changes, emendations };
  const turn = textTurn(cable.id, cable, after, turning(original, cable, after));
  if (!turn) return [];
  // Now and then a text that was proofread stays so: programs from before there were reviews do that.
  if (cable.vouch?.state !== 'proofread' || deed.a % 2) return [turn];
  const vouch = { state: 'corrected' as const, author, time };
  return [turn, { type: 'review.put', cableId: cable.id, vouch }];
}

function annotating({ world, cable, deed, author, time }: Acting): Operation[] {
  const side = deed.kind === 6 ? 'transcription' : 'original';
  const text = side === 'original' ? textOf(cable.original) : textIn(cable);
  if (text.length === 0) return [];
  const from = deed.b % text.length;
  const to = Math.min(text.length, from + 1 + (deed.c % 12));
  const tag = pick(world.shared.tags, deed.c);
  const annotation: Annotation = {
    id: newId(),
    cableId: cable.id,
    targets: [{ side, from, to, version: 0, quote: quoteIn(text, { from, to }), lost: null }],
    tagIds: tag && deed.words ? [tag.id] : [],
    note: deed.words,
    creator: author,
    created: time,
    modified: time,
    verdict: null,
  };
  return [{ type: 'annotation.put', annotation }];
}

const NAMES = ['Persons', 'Places', 'persons', 'Berlin'];

function tagMaking({ world: { shared }, deed }: Acting): Operation[] {
  const parent = deed.b % 2 ? pick(shared.tags, deed.b) : undefined;
  const tag: Tag = {
    id: newId(),
    name: pick(NAMES, deed.c) ?? 'Tag',
    colour: 'blue',
    description: '',
    parentId: parent?.id ?? null,
    key: null,
    iri: null,
  };
  return namesakeOf(tag, shared.tags) ? [] : [{ type: 'tag.put', tag }];
}

function tagChanging({ world: { shared }, deed }: Acting): Operation[] {
  const old = pick(shared.tags, deed.b);
  const parent = pick(shared.tags, deed.c);
  if (!old || !parent) return [];
  const key = deed.c % 2 ? 'k' : null;
  const changed: Tag[] = [
    { ...old, name: pick(NAMES, deed.c) ?? 'Tag' },
    { ...old, parentId: parent.id },
    { ...old, key },
    { ...old, description: deed.words },
  ];
  const tag = changed[deed.a % 4] ?? old;
  const refused =
    wouldCircle(tag.id, tag.parentId, shared.tags) ||
    namesakeOf(tag, shared.tags) !== null ||
    shared.tags.some((one) => one.id !== tag.id && one.key !== null && one.key === tag.key);
  return refused || JSON.stringify(tag) === JSON.stringify(old) ? [] : [{ type: 'tag.put', tag }];
}

function tagDeleting({ world: { shared, cables }, deed, time }: Acting): Operation[] {
  const tag = pick(shared.tags, deed.b);
  if (!tag) return [];
  const left = shared.tags.filter(({ id }) => id !== tag.id);
  const moved = left
    .filter(({ parentId }) => parentId === tag.id)
    .map((child) => ({ ...child, parentId: tag.parentId }));
  if (moved.some((child) => namesakeOf(child, left))) return [];
  const tagged = [...cables.values()]
    .flatMap(({ annotations }) => annotations)
    .filter(({ tagIds }) => tagIds.includes(tag.id))
    .map(({ id, tagIds }) => ({
      id,
      tagIds: tagIds.filter((each) => each !== tag.id),
      modified: time,
    }));
  return [
    { type: 'annotations.tag', tagged },
    ...moved.map((child): Operation => ({ type: 'tag.put', tag: child })),
    { type: 'tag.remove', id: tag.id },
  ];
}

/** What is done less often. */
function seldom({ world: { shared }, cable, deed, author, time }: Acting): Operation[] {
  const relation = pick(shared.relations, deed.c);
  const type = pick(shared.relationTypes, deed.c);
  const search = pick(shared.searches, deed.c);
  const revision = pick(cable.revisions, 0);
  const name = pick(NAMES, deed.c) ?? 'Name';
  const isKept = shared.searches.some((one) => one.name.toLowerCase() === name.toLowerCase());
  const entryId = '30000000-0000-7000-8000-000000000001';
  const explained = pick(cable.emendations, deed.c);
  switch (deed.b % 10) {
    case 0:
      return [{ type: 'rule.switch', rule: name, on: shared.rulesOff.includes(name) }];
    case 1:
      if (isKept) return [];
      return [
        { type: 'search.put', search: { id: newId(), name, query: 'berlin', created: time } },
      ];
    case 2:
      if (!search) return [];
      return [{ type: 'search.remove', id: search.id }];
    case 3:
      if (!relation) return [];
      return [{ type: 'relation.remove', id: relation.id }];
    case 4:
      if (!relation) return [];
      return [{ type: 'relation.put', relation: { ...relation, note: deed.words } }];
    case 5:
      return [
        {
          type: 'relationType.put',
          relationType: { id: newId(), name: `${name} ${newId()}`, reverse: null, description: '' },
        },
      ];
    case 6: {
      if (!type) return [];
      const gone = shared.relations.filter(({ typeId }) => typeId === type.id);
      return [
        ...gone.map(({ id }): Operation => ({ type: 'relation.remove', id })),
        { type: 'relationType.remove', id: type.id },
      ];
    }
    case 7:
      if (!deed.words) return [{ type: 'gazetteer.put', id: entryId, entry: null }];
      return [
        {
          type: 'gazetteer.put',
          id: entryId,
          entry: {
            id: entryId,
            kind: 'place',
            name,
            forms: [],
            description: deed.words,
            source: '',
          },
        },
      ];
    case 8:
      if (!revision || revision.message === deed.words) return [];
      return [{ type: 'revision.name', cableId: cable.id, id: revision.id, message: deed.words }];
    default:
      if (explained && deed.c % 2)
        return [
          {
            type: 'text.turn',
            cableId: cable.id,
            step: [textIn(cable).length],
            changes: { remove: [], put: [] },
            emendations: { remove: [], put: [{ ...explained, note: `${explained.note}!` }] },
            placed: [],
          },
        ];
      return cable.discarded
        ? [{ type: 'cables.restore', ids: [cable.id] }]
        : [{ type: 'cables.discard', discarded: [{ ids: [cable.id], author, time }] }];
  }
}
