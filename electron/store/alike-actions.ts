import { setImmediate } from 'node:timers/promises';
import { ChangeSet } from '@codemirror/state';
import type { AlikeKey, AlikePlace, AlikeSearch } from '../../domain/alike/alike.ts';
import { around } from '../../domain/alike/context.ts';
import { type Edit, editsAt } from '../../domain/alike/edits.ts';
import { type Finder, finderOf } from '../../domain/alike/find.ts';
import type { CheckedInput, RequestOutput } from '../../domain/contract.ts';
import { fail } from '../../domain/failure.ts';
import type { Operation } from '../../domain/journal/operation.ts';
import type { Range } from '../../domain/text/range.ts';
import { textOf } from '../../domain/transcription/transcription.ts';
import { throttled } from '../import/throttled.ts';
import { planForAll, type Watching } from './batch.ts';
import { emendingOperations } from './emendation-actions.ts';
import { emendingAlike, whyEmendedAlike } from './alike-labels.ts';
import type { Library } from './library.ts';
import { choiceOf } from './place-keys.ts';
import type { By } from './turn.ts';

/** How many places come back from a search; all are counted. */
const MOST = 5_000;

/** A place where something is to be typed, and what. */
interface Spot extends Range {
  readonly edits: readonly Edit[];
}

/** What emending alike means for one cable. */
interface Plan {
  readonly cableId: string;
  readonly places: number;
  readonly operations: readonly Operation[];
}

/** The places that would be emended alike; null where the search was stopped. */
export async function findAlike(
  { cables }: Library,
  { search, cableId }: CheckedInput<'alike.find'>,
  { progress, signal }: Watching,
): Promise<RequestOutput<'alike.find'>> {
  const find = finderOf(search);
  const ids = cableId === null ? cables.ids() : [cableId];
  const tell = throttled(progress);
  const places: AlikePlace[] = [];
  let total = 0;
  let within = 0;
  for (const [done, id] of ids.entries()) {
    if (signal.aborted) return null;
    if (ids.length > 1) tell({ done, total: ids.length, current: cables.title(id) });
    const text = cables.textOf(id, 'transcription');
    const spots = spotsIn(text, find, search);
    total += spots.length;
    if (spots.length > 0) within += 1;
    const shown = spots.slice(0, MOST - places.length);
    if (shown.length > 0) {
      const of = { cableId: id, title: cables.title(id), version: cables.version(id) };
      places.push(...shown.map((spot) => ({ ...of, ...placeOf(text, spot) })));
    }
    await setImmediate();
  }
  return signal.aborted ? null : { total, cables: within, places };
}

/**
 * Emends places alike as one action; stopped, it leaves nothing changed. The places are searched anew,
 * so that nothing is typed where the words do not stand; those of a text that has become another since
 * are left.
 */
export async function emendAlike(
  library: Library,
  { search, cableId, only, except }: CheckedInput<'alike.emend'>,
  author: string,
  watching: Watching,
): Promise<RequestOutput<'alike.emend'>> {
  refuseHalves(search);
  const find = finderOf(search);
  const choice = choiceOf({ only, except });
  const by = { author, time: new Date().toISOString() };
  const all = cableId === null ? library.cables.ids() : [cableId];
  const result = await planForAll(library, watching, {
    cables: choice.among(all),
    plan: (id) => planFor(library, id, { search, find, choice, by }),
    finish: async (plans: readonly Plan[]) => {
      const places = plans.reduce((sum, plan) => sum + plan.places, 0);
      const [first] = plans;
      if (!first) return { places, cables: 0 };
      const label = emendingAlike(search, places, cableId === null ? plans.length : null);
      const operations = plans.flatMap((plan) => plan.operations);
      const shows = plans.length === 1 ? first.cableId : null;
      const action = { label, cableId: shows, operations, total: operations.length };
      const done = await library.journal.actInTurns(action, author, watching);
      return done ? { places, cables: plans.length } : null;
    },
  });
  return result ?? { places: 0, cables: 0 };
}

interface Wanted {
  readonly search: AlikeSearch;
  readonly find: Finder;
  readonly choice: ReturnType<typeof choiceOf<AlikeKey>>;
  readonly by: By;
}

/** What emending alike means for a cable; null where nothing is to be typed in it. */
function planFor(
  library: Library,
  cableId: string,
  { search, find, choice, by }: Wanted,
): Plan | null {
  const { cables } = library;
  const chosen = choice.inCable(cableId, cables.version(cableId));
  if (!chosen) return null;
  const leave = new Set(chosen.except.map(({ from }) => from));
  const take = chosen.only && new Set(chosen.only.map(({ from }) => from));
  const text = cables.textOf(cableId, 'transcription');
  const spots = spotsIn(text, find, search).filter(
    ({ from }) => !leave.has(from) && (take?.has(from) ?? true),
  );
  if (spots.length === 0) return null;
  const step = stepOver(
    text,
    spots.flatMap(({ edits }) => edits),
  );
  const reason = whyEmendedAlike(search);
  const edit = { cableId, step, witness: null, by, reason };
  return { cableId, places: spots.length, operations: emendingOperations(library, edit) };
}

/** The places of a search where something else stands than what is to stand there. */
function spotsIn(text: string, find: Finder, { replace }: AlikeSearch): Spot[] {
  return find(text)
    .map((place) => ({ ...place, edits: editsAt(text, place, replace) }))
    .filter(({ edits }) => edits.length > 0);
}

function placeOf(text: string, { from, to }: Range) {
  return { from, to, ...around(text, { from, to }), found: text.slice(from, to) };
}

function stepOver(text: string, edits: readonly Edit[]): ChangeSet {
  return ChangeSet.of(
    edits.map(({ from, to, insert }) => ({ from, to, insert: textOf(insert) })),
    text.length,
  );
}

function refuseHalves({ replace }: AlikeSearch): void {
  if (/\p{Surrogate}/u.test(replace))
    fail(
      'bad-input',
      'What is to stand in its place has half a character in it, which cannot be stored. Type it again.',
    );
}
