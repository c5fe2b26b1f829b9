import { ChangeSet } from '@codemirror/state';
import { v7 as newId } from 'uuid';
import { FailureError } from '../../domain/failure.ts';
import { byDate } from '../../domain/search/order.ts';
import { stepOf } from '../../domain/transcription/step.ts';
import type { Store } from '../store/face.ts';
import type { Chance } from './chance.ts';

/** A library somebody works in. */
interface Desk {
  readonly store: Store;
  readonly chance: Chance;
  readonly author: string;
}

const NAMES = ['arms', 'Arms', 'ships', 'raids', 'Cuba', 'Havana', 'ARMS', 'press'] as const;
const WORDS = ['', '', 'a', 'no ', 'Havana\n', '🚢', 'SECRET ', 'ʼ', 'é'] as const;
const FIELDS = ['title', 'from', 'classification', 'info'] as const;

type Act = (desk: Desk) => Promise<unknown>;

/** All a person can do, each with how often it is done. */
const actions: readonly (readonly [weight: number, act: Act])[] = [
  [30, typeWords],
  [10, decide],
  [24, annotate],
  [12, changeAnnotation],
  [6, moveAnnotation],
  [6, deleteAnnotation],
  [8, retag],
  [8, makeTag],
  [10, changeTag],
  [4, deleteTag],
  [3, mergeTags],
  [3, splitTag],
  [8, relate],
  [4, changeRelation],
  [3, unrelate],
  [3, makeType],
  [2, changeType],
  [1, deleteType],
  [6, ({ store, chance, author }) => store.saveSearch(searchOf(chance), author)],
  [3, changeSearch],
  [6, review],
  [6, readField],
  [3, explain],
  [3, takeBack],
  [2, restoreRevision],
  [2, nameRevision],
  [2, discard],
  [2, ({ store, author }) => bringBack(store, author)],
  [4, names],
  [1, switchRule],
  [2, judge],
  [1, joinAnnotations],
  [2, tagCables],
  [12, ({ store, author }) => store.undo(author)],
  [8, ({ store, author }) => store.redo(author)],
];
const ALL = actions.flatMap(([weight, act]) => Array.from({ length: weight }, () => act));

/** Does as many actions at random; what the library refuses with a sentence is none. */
export async function actAtRandom(desk: Desk, count: number): Promise<void> {
  for (let done = 0; done < count;) {
    const act = desk.chance.one(ALL);
    try {
      await act?.(desk);
      done += 1;
    } catch (error) {
      if (!(error instanceof FailureError) || error.code === 'unexpected') throw error;
    }
  }
}

async function cableOf({ store, chance }: Desk): Promise<string> {
  const page = await store.listCables({ offset: 0, limit: 500, query: '', order: byDate });
  return chance.one(page.cables)?.id ?? '';
}

async function annotationOf(desk: Desk): Promise<string> {
  const all = await desk.store.listAnnotations(await cableOf(desk));
  return desk.chance.one(all)?.id ?? newId();
}

async function tagsOf({ store, chance }: Desk): Promise<string[]> {
  const all = await store.listTags();
  return chance.some(all, 3).map(({ tag }) => tag.id);
}

async function tagOf({ store, chance }: Desk): Promise<string> {
  return chance.one(await store.listTags())?.tag.id ?? newId();
}

async function typeWords(desk: Desk) {
  const { store, chance, author } = desk;
  const cableId = await cableOf(desk);
  const { version } = await store.openCable(cableId);
  const { text } = await store.readCable(cableId);
  const from = chance.below(text.length + 1);
  const to = Math.min(text.length, from + (chance.one([0, 0, 1, 3, 12]) ?? 0));
  const insert = chance.one(WORDS) ?? '';
  const step = stepOf(ChangeSet.of({ from, to, insert }, text.length));
  const continues = chance.below(2) === 0;
  return store.emend({ cableId, version, step, continues, witness: null }, author);
}

async function decide(desk: Desk) {
  const { store, chance, author } = desk;
  const cableId = await cableOf(desk);
  const { changes } = await store.openCable(cableId);
  const keys = chance.some(changes, 3).map(({ from, to, rule }) => ({ from, to, rule }));
  const status = chance.one(['accepted', 'rejected', 'proposed'] as const) ?? 'accepted';
  return store.decideChanges({ cableId, changes: keys, status }, author);
}

/** Passages of a cable, none for an annotation on all of it. */
async function ranges(
  { store, chance }: Desk,
  cableId: string,
  counts: readonly number[] = [0, 1, 1, 1, 1, 2],
) {
  const { original, version } = await store.openCable(cableId);
  const { text } = await store.readCable(cableId);
  const count = chance.one(counts) ?? 1;
  const passages = Array.from({ length: count }, () => {
    const side = chance.one(['original', 'transcription', 'transcription'] as const) ?? 'original';
    const { length } = side === 'original' ? original.text : text;
    const from = chance.below(length);
    return { side, from, to: Math.min(length, from + 1 + chance.below(30)) };
  });
  return { ranges: passages, version };
}

async function annotate(desk: Desk) {
  const { store, chance, author } = desk;
  const cableId = await cableOf(desk);
  const place = await ranges(desk, cableId);
  const note = chance.one(['', '', 'who?', 'sic']) ?? '';
  return store.createAnnotation({ cableId, ...place, tagIds: await tagsOf(desk), note }, author);
}

async function changeAnnotation(desk: Desk) {
  const { store, chance, author } = desk;
  const id = await annotationOf(desk);
  const change =
    chance.below(2) === 0 ? { note: `note ${chance.below(4)}` } : { tagIds: await tagsOf(desk) };
  return store.updateAnnotation({ id, ...change }, author);
}

async function moveAnnotation(desk: Desk) {
  const id = await annotationOf(desk);
  const { cableId } = await desk.store.wholeAnnotation(id);
  return desk.store.reachAnnotation(
    { id, ...(await ranges(desk, cableId, [1, 1, 2])) },
    desk.author,
  );
}

async function deleteAnnotation(desk: Desk) {
  return desk.store.deleteAnnotations([await annotationOf(desk)], desk.author);
}

async function retag(desk: Desk) {
  const ids = desk.chance.some(await desk.store.listAnnotations(await cableOf(desk)), 4);
  const change = { put: await tagsOf(desk), take: await tagsOf(desk) };
  return desk.store.retagAnnotations({ ids: ids.map(({ id }) => id), ...change }, desk.author);
}

async function makeTag(desk: Desk) {
  const { store, chance, author } = desk;
  const parentId = chance.below(2) === 0 ? null : await tagOf(desk);
  return store.createTag({ name: chance.one(NAMES) ?? '', parentId }, author);
}

async function changeTag(desk: Desk) {
  const { store, chance, author } = desk;
  const id = await tagOf(desk);
  const other = await tagOf(desk);
  const change = chance.one([
    { name: chance.one(NAMES) ?? '' },
    { parentId: chance.below(3) === 0 ? null : other },
    { key: chance.one(['1', '2', '3', null]) ?? null },
    { description: `what ${chance.below(3)}` },
    { colour: chance.one(['orange', 'sky'] as const) ?? 'sky' },
  ]);
  return store.updateTag({ id, ...change }, author);
}

async function deleteTag(desk: Desk) {
  return desk.store.deleteTag(await tagOf(desk), desk.author);
}

async function mergeTags(desk: Desk) {
  const ids = [await tagOf(desk), await tagOf(desk)];
  return desk.store.mergeTags({ ids, into: await tagOf(desk) }, desk.author);
}

async function splitTag(desk: Desk) {
  const { store, chance, author } = desk;
  const annotationIds = [await annotationOf(desk), await annotationOf(desk)];
  const draft = { name: chance.one(NAMES) ?? '', parentId: null, annotationIds };
  return store.splitTag({ id: await tagOf(desk), ...draft }, author);
}

async function relate(desk: Desk) {
  const { store, chance, author } = desk;
  const found = chance.one(await store.listRelationTypes());
  const [from, to] = [await annotationOf(desk), await annotationOf(desk)];
  const draft = { typeId: found?.type.id ?? '', from, to, note: '' };
  return store.createRelation(draft, author);
}

async function relationOf(desk: Desk): Promise<string> {
  const all = await desk.store.listRelations(await cableOf(desk));
  return desk.chance.one(all)?.relation.id ?? newId();
}

async function changeRelation(desk: Desk) {
  const note = `so ${desk.chance.below(3)}`;
  const turned = desk.chance.below(2) === 0;
  return desk.store.updateRelation({ id: await relationOf(desk), note, turned }, desk.author);
}

async function unrelate(desk: Desk) {
  return desk.store.deleteRelation(await relationOf(desk), desk.author);
}

function makeType({ store, chance, author }: Desk) {
  const draft = { name: chance.one(NAMES) ?? '', reverse: null, description: '' };
  return store.createRelationType(draft, author);
}

async function changeType({ store, chance, author }: Desk) {
  const found = chance.one(await store.listRelationTypes());
  const description = `when ${chance.below(3)}`;
  return store.updateRelationType({ id: found?.type.id ?? '', description }, author);
}

async function deleteType({ store, chance, author }: Desk) {
  const found = chance.one(await store.listRelationTypes());
  return store.deleteRelationType(found?.type.id ?? '', author);
}

function searchOf(chance: Chance) {
  return { name: chance.one(NAMES) ?? '', query: chance.one(['raids', 'Cuba', 'ship*']) ?? '' };
}

async function changeSearch({ store, chance, author }: Desk) {
  const search = chance.one(await store.listSavedSearches());
  const id = search?.id ?? newId();
  return chance.below(2) === 0
    ? store.forgetSearch(id, author)
    : store.renameSearch({ id, name: chance.one(NAMES) ?? '' }, author);
}

async function review(desk: Desk) {
  const state = desk.chance.one(['proofread', 'corrected', 'cleaned', null] as const) ?? null;
  return desk.store.setReview({ cableId: await cableOf(desk), state }, desk.author);
}

async function readField(desk: Desk) {
  const { store, chance, author } = desk;
  const field = chance.one(FIELDS) ?? 'title';
  const values = chance.one([['Rusk'], ['SECRET'], [], null]) ?? null;
  return store.emendField({ cableId: await cableOf(desk), field, values }, author);
}

async function emendationOf({ store, chance }: Desk, cableId: string): Promise<string> {
  const { emendations } = await store.openCable(cableId);
  return chance.one(emendations)?.id ?? newId();
}

async function explain(desk: Desk) {
  const { store, chance, author } = desk;
  const cableId = await cableOf(desk);
  const reason = chance.one(['typist', 'machine', null] as const) ?? null;
  const why = { reason, note: chance.one(['', 'sic']) ?? '' };
  return store.explainEmendation(
    { cableId, id: await emendationOf(desk, cableId), ...why },
    author,
  );
}

async function takeBack(desk: Desk) {
  const cableId = await cableOf(desk);
  const id = await emendationOf(desk, cableId);
  return desk.store.takeBackEmendation({ cableId, id }, desk.author);
}

async function restoreRevision(desk: Desk) {
  const cableId = await cableOf(desk);
  const id = desk.chance.one(await desk.store.listRevisions(cableId))?.id ?? newId();
  return desk.store.restoreRevision({ cableId, id }, desk.author);
}

async function nameRevision(desk: Desk) {
  const cableId = await cableOf(desk);
  const id = desk.chance.one(await desk.store.listRevisions(cableId))?.id ?? newId();
  const message = `draft ${desk.chance.below(3)}`;
  return desk.store.nameRevision({ cableId, id, message }, desk.author);
}

async function discard(desk: Desk) {
  // One is left to work on.
  if ((await desk.store.state()).cables < 3) return bringBack(desk.store, desk.author);
  return desk.store.discardCables({ ids: [await cableOf(desk)] }, desk.author);
}

async function bringBack(store: Store, author: string) {
  const { cables } = await store.listDiscarded({ offset: 0, limit: 1 });
  return store.restoreCables(
    cables.map(({ id }) => id),
    author,
  );
}

async function names({ store, chance, author }: Desk) {
  const entries = await store.listGazetteer();
  const known = chance.one(entries.filter(({ own }) => own) ?? entries)?.entry;
  if (known && chance.below(4) === 0) return store.removeEntry(known.id, author);
  const id = known && chance.below(2) === 0 ? known.id : newId();
  const entry = { kind: 'person' as const, forms: [], description: '', source: '' };
  return store.putEntry({ ...entry, id, name: chance.one(NAMES) ?? 'arms' }, author);
}

function switchRule({ store, chance, author }: Desk) {
  const rule = chance.one(['braces', 'brackets']) ?? 'braces';
  return store.switchRule({ rule, on: chance.below(3) > 0 }, author);
}

async function judge(desk: Desk) {
  const verdict = desk.chance.one(['accepted', 'rejected', null] as const) ?? null;
  const ids = [await annotationOf(desk)];
  return desk.store.judgeAnnotations({ ids, verdict, rejecting: [] }, desk.author);
}

async function joinAnnotations(desk: Desk) {
  const all = await desk.store.listAnnotations(await cableOf(desk));
  const ids = desk.chance.some(all, 5).map(({ id }) => id);
  return ids.length < 2 ? undefined : desk.store.mergeAnnotations(ids, desk.author);
}

async function tagCables(desk: Desk) {
  const tagIds = [await tagOf(desk)];
  const choice = { ids: [await cableOf(desk), await cableOf(desk)] };
  return desk.store.tagCables({ choice, tagIds }, desk.author);
}
