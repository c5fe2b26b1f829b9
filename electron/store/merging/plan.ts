import { setImmediate } from 'node:timers/promises';
import { v5 as nameIdIn } from 'uuid';
import type { Annotation } from '../../../domain/annotation/annotation.ts';
import type { Operation } from '../../../domain/journal/operation.ts';
import { mergeCable } from '../../../domain/merge/cable.ts';
import type { Conflict } from '../../../domain/merge/conflict.ts';
import { mergeShared, neededAnnotations } from '../../../domain/merge/shared.ts';
import type { NameId, SharedState, Touches } from '../../../domain/merge/state.ts';
import { cableToldAs, conflictToldAs } from '../../../domain/merge/told-as.ts';
import { throttled } from '../../import/throttled.ts';
import type { Watching } from '../batch.ts';
import type { Library } from '../library.ts';
import { cableStates, sharedState } from './states.ts';
import type { Touched } from './touched.ts';

/** Where the names of conflicts come from, the same in every library (RFC 9562, version 5). */
const NAMESPACE = '7c0f4d3e-5b8e-5d07-9d0c-3a6c1f2b8e41';

export const nameId: NameId = (words) => nameIdIn(words, NAMESPACE);

/** The cables of another library by what they are to ours. */
export interface Matched {
  /** The ids of theirs that ours does not have. */
  readonly fresh: readonly string[];
  /** The ids of theirs that ours has as well, each with that of ours. */
  readonly known: ReadonlyMap<string, string>;
  /** The ids of theirs that ours has under another, each with that. */
  readonly otherwise: ReadonlyMap<string, string>;
}

/** How many cables are looked for before others get a turn. */
const CABLES_A_TURN = 500;

/** Finds the cables of theirs in ours: by their ids, else by the bytes of their originals. Null where it was stopped. */
export async function matchCables(
  ours: Library,
  theirs: Library,
  signal: AbortSignal,
): Promise<Matched | null> {
  const some = theirs.db.prepare<[string, number], { id: string; sha256: string }>(
    'SELECT id, sha256 FROM cable JOIN original ON cable_id = id WHERE id > ? ORDER BY id LIMIT ?',
  );
  const here = ours.db.prepare<[string], string>('SELECT id FROM cable WHERE id = ?').pluck();
  const fresh: string[] = [];
  const known = new Map<string, string>();
  const otherwise = new Map<string, string>();
  for (let last = ''; ; await setImmediate()) {
    if (signal.aborted) return null;
    const found = some.all(last, CABLES_A_TURN);
    for (const { id, sha256 } of found) {
      const own = here.get(id) ?? ours.cables.withOriginal(sha256);
      if (own === null) fresh.push(id);
      else known.set(id, own);
      if (own !== null && own !== id) otherwise.set(id, own);
    }
    last = found.at(-1)?.id ?? '';
    if (last === '') return { fresh, known, otherwise };
  }
}

/** What merging one cable comes to. */
interface CablePlan {
  readonly cableId: string;
  readonly operations: readonly Operation[];
  readonly touched: readonly Touched[];
  readonly conflicts: readonly Conflict[];
  /** The tags of its annotations as they will be; null where it stays as it is. */
  readonly usedTags: readonly string[] | null;
  /** How many deeds ours knew of in this cable; others say that somebody has worked on it since. */
  readonly deeds: number;
}

/** What merging comes to, as a whole. */
export interface MergePlan {
  /** To be carried out on ours, in this order. */
  readonly operations: readonly Operation[];
  /** What ours will know of. */
  readonly touched: readonly Touched[];
  /** Conflicts that ours does not know of yet. */
  readonly conflicts: readonly Conflict[];
}

/** Works out what merging comes to, cable by cable. */
export interface Planner {
  /** Goes through the cables with a turn for others after each; false where it was stopped. */
  through(watching: Watching): Promise<boolean>;
  /** All of it, as the library is now. Nobody else has a turn. */
  whole(): MergePlan;
}

/**
 * Plans a merge of `theirs` into `ours`. Cables that ours does not have are planned as if they had been copied
 * but for their annotations (see copying.ts). What somebody does meanwhile is planned anew.
 */
export function planMerge(ours: Library, theirs: Library, matched: Matched): Planner {
  const { known, otherwise, fresh } = matched;
  const there = cableStates(theirs);
  const here = cableStates(ours);
  const theirShared = sharedOf(theirs, otherwise);
  const plans = new Map<string, CablePlan>();
  const places = { ours: placesIn(ours), theirs: placesIn(theirs) };
  const worked = new Set(theirs.touched.cables());
  const open = [...known].filter(([id]) => worked.has(id));
  let needed = new Set<string>();
  // Cables of theirs with annotations that links stand on and that ours has deleted.
  let bringing = new Set<string>();

  /** Whether theirs has something of a cable that ours has not; of what both know, one and the same is made. */
  const differs = (id: string): boolean => {
    const [mine, other] = [ours.touched.of(id), theirs.touched.of(id)];
    if (!knowsAll(mine, other)) return true;
    return knowsAll(other, mine) && places.ours(id) !== places.theirs(id);
  };

  const plan = (id: string, own: string): CablePlan => {
    ours.touched.catchUpNow();
    const deeds = ours.touched.count(own);
    if (id === own && !bringing.has(id) && !differs(id)) return { cableId: own, ...nothing, deeds };
    const merged = mergeCable(here(own), cableToldAs(there(id), otherwise), { nameId, needed });
    return {
      cableId: own,
      operations: merged.operations,
      touched: listed(merged.touches, own),
      conflicts: merged.conflicts,
      usedTags: [...new Set(merged.state.annotations.flatMap(({ tagIds }) => tagIds))],
      deeds,
    };
  };

  const need = (): boolean => {
    const now = neededAnnotations(sharedState(ours), theirShared, nameId);
    const more = [...now].some((id) => !needed.has(id));
    needed = now;
    const gone = [...now].filter((each) => ours.annotations.find(each) === null);
    bringing = new Set(gone.flatMap((each) => theirs.annotations.find(each)?.cableId ?? []));
    return more;
  };

  return {
    async through({ progress, signal }) {
      const tell = throttled(progress);
      ours.touched.catchUpNow();
      need();
      for (const [done, [id, own]] of open.entries()) {
        if (signal.aborted) return false;
        tell({ done, total: open.length, current: ours.cables.title(own) });
        plans.set(id, plan(id, own));
        await setImmediate();
      }
      for (const id of fresh) {
        if (signal.aborted) return false;
        plans.set(id, planFresh(theirs, id));
        await setImmediate();
      }
      return !signal.aborted;
    },

    whole() {
      ours.touched.catchUpNow();
      const more = need();
      for (const [id, own] of open)
        if (more || plans.get(id)?.deeds !== ours.touched.count(own)) plans.set(id, plan(id, own));
      return wholeOf(ours, theirShared, [...plans.values()]);
    },
  };
}

const nothing: Omit<CablePlan, 'cableId' | 'deeds'> = {
  operations: [],
  touched: [],
  conflicts: [],
  usedTags: null,
};

/** Whether nothing has touched a thing of theirs that ours does not know of: then ours has all of it. */
function knowsAll(ours: Touches, theirs: Touches): boolean {
  return [...theirs].every(([thing, deeds]) => {
    const known = new Set((ours.get(thing) ?? []).map(({ id }) => id));
    return deeds.every(({ id }) => known.has(id));
  });
}

/**
 * Tells where the annotations and emendations of a cable stand, as one word: carried through the texts of three
 * libraries on different ways, one may have come to stand elsewhere.
 */
function placesIn({ db }: Library): (cableId: string) => string {
  const targets = db
    .prepare<[string], string>(
      `SELECT json_group_array(json_array(annotation_id, ordinal, side, from_at, to_at, lost, exact, prefix, suffix))
         FROM (SELECT * FROM annotation_target
           WHERE annotation_id IN (SELECT id FROM annotation WHERE cable_id = ?)
           ORDER BY annotation_id, ordinal)`,
    )
    .pluck();
  const emendations = db
    .prepare<[string], string>(
      `SELECT json_group_array(json_array(id, from_at, to_at, rank, insertion, lost, exact, prefix, suffix))
         FROM (SELECT * FROM emendation WHERE cable_id = ? ORDER BY id)`,
    )
    .pluck();
  return (cableId) => `${targets.get(cableId) ?? ''} ${emendations.get(cableId) ?? ''}`;
}

function listed(touches: Touches, cableId: string): Touched[] {
  return [...touches].flatMap(([thing, deeds]) =>
    deeds.map((deed) => ({ ...deed, thing, cableId })),
  );
}

/** The annotations of a cable that was copied without them. */
function planFresh({ annotations, touched }: Library, cableId: string): CablePlan {
  const all = annotations.list(cableId);
  const own = touched.all(cableId).filter(({ thing }) => thing.startsWith('annotation:'));
  return {
    cableId,
    operations: all.length > 0 ? [{ type: 'annotations.put', alike: all.map(alone) }] : [],
    touched: own,
    conflicts: [],
    usedTags: [...new Set(all.flatMap(({ tagIds }) => tagIds))],
    deeds: 0,
  };
}

function alone({ id, cableId, ...annotation }: Annotation) {
  return { annotation, at: [[id, cableId]] as [string, string][] };
}

/** What theirs has beside its cables, told by the ids of ours. */
function sharedOf(theirs: Library, otherwise: ReadonlyMap<string, string>): SharedState {
  const state = sharedState(theirs);
  const conflicts = state.conflicts.map((each) => conflictToldAs(each, otherwise));
  return { ...state, conflicts };
}

function wholeOf(ours: Library, theirs: SharedState, cables: readonly CablePlan[]): MergePlan {
  const here = sharedState(ours);
  const changed = cables.filter((each) => each.usedTags !== null);
  const beside = ours.tags.usedBeside(changed.map(({ cableId }) => cableId));
  const usedTags = new Set([...changed.flatMap((each) => each.usedTags ?? []), ...beside]);
  const shared = mergeShared(here, theirs, { nameId, usedTags });
  const before = new Map(here.conflicts.map((each) => [each.id, each]));
  const fresh = new Map<string, Conflict>();
  for (const each of [...cables.flatMap((one) => one.conflicts), ...shared.conflicts])
    if (!before.has(each.id)) fresh.set(each.id, each);
  const put = new Map(fresh);
  for (const each of shared.state.conflicts)
    if (JSON.stringify(before.get(each.id)) !== JSON.stringify(each)) put.set(each.id, each);
  return {
    operations: [
      ...shared.before,
      ...cables.flatMap((each) => each.operations),
      ...shared.after,
      ...[...put.values()].map((conflict): Operation => ({ type: 'conflict.put', conflict })),
    ],
    touched: [...cables.flatMap((each) => each.touched), ...listed(shared.touches, '')],
    conflicts: [...put.values()].filter(({ id }) => !before.has(id)),
  };
}
