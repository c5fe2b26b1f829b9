import type { CheckedInput, RequestOutput } from '../../../domain/contract.ts';
import { fail } from '../../../domain/failure.ts';
import type { Operation } from '../../../domain/journal/operation.ts';
import type { Conflict } from '../../../domain/merge/conflict.ts';
import { decideConflict } from '../../../domain/merge/deciding.ts';
import type { Decider } from '../../../domain/merge/state.ts';
import { readable } from '../../../domain/merge/words.ts';
import { transact } from '../database.ts';
import type { Library } from '../library.ts';
import { apply } from '../operations.ts';
import { cableStates, sharedState } from './states.ts';

/** A stretch of the conflicts, the open ones first. */
export function listConflicts(
  library: Library,
  { offset, limit }: CheckedInput<'conflict.list'>,
): RequestOutput<'conflict.list'> {
  const { conflicts } = library;
  const listed = conflicts.slice(offset, limit).map((each) => told(library, each));
  return { ...conflicts.counts(), conflicts: listed };
}

/** A conflict in words with the names that tags and kinds of links have today. */
function told({ relations, tags }: Library, conflict: Conflict): Conflict {
  const now = (words: string) =>
    readable(words, (kind, id) => (kind === 'tag' ? tags : relations.types).find(id)?.name ?? null);
  const { title, first, second } = conflict;
  return {
    ...conflict,
    title: now(title),
    first: { ...first, words: now(first.words) },
    second: { ...second, words: now(second.words) },
  };
}

/** Decides conflicts, as one action. Where one of them cannot be decided so, none is. */
export function decideConflicts(
  library: Library,
  { ids, take }: CheckedInput<'conflict.decide'>,
  author: string,
): void {
  const all = ids
    ? [...new Set(ids)].map((id) => library.conflicts.get(id))
    : library.conflicts.open();
  if (all.length === 0) return;
  const by = { author, time: new Date().toISOString() };
  const [only, another] = all;
  const operations =
    another && take !== 'shown'
      ? tried(library, all, (conflict) => deciding(library, conflict, take, by))
      : all.flatMap((conflict) => deciding(library, conflict, take, by));
  const label =
    only && !another
      ? `decide on ${told(library, only).title}`
      : `decide on ${all.length} differences`;
  library.journal.act(
    { label, cableId: only && !another ? only.cableId : null, operations },
    author,
  );
}

/**
 * What is to be done for several things one after the other, each told when those before it are done. All
 * of it is done and taken back again: nothing has changed when this returns.
 */
function tried<T>(
  library: Library,
  all: readonly T[],
  work: (one: T) => Operation[],
): readonly Operation[] {
  const done: Operation[] = [];
  const enough = new Error('tried');
  try {
    transact(library.db, () => {
      for (const one of all) {
        const operations = work(one);
        apply(operations, library);
        done.push(...operations);
      }
      throw enough;
    });
  } catch (error) {
    if (error !== enough) throw error;
  } finally {
    library.cables.forget();
    library.annotations.forgetTargets();
  }
  return done;
}

/** The operations that decide a conflict as the library is now. */
function deciding(
  library: Library,
  conflict: Conflict,
  take: 'first' | 'second' | 'shown',
  by: Decider,
): Operation[] {
  // What stands has been looked at, whatever has become of it since the merge.
  if (take === 'shown') return [settled(conflict, conflict.shown, by)];
  const { annotations, touched } = library;
  touched.catchUpNow();
  const decided = decideConflict(conflict, take, {
    shared: sharedState(library),
    cable: conflict.cableId === null ? null : cableStates(library)(conflict.cableId),
    taggedWith: annotations.taggedWith,
    hasAnnotation: (id) => annotations.find(id) !== null,
    by,
  });
  if ('refused' in decided) return fail('bad-input', decided.refused);
  return [...decided.operations, settled(conflict, take, by)];
}

function settled(conflict: Conflict, take: 'first' | 'second', by: Decider): Operation {
  return { type: 'conflict.put', conflict: { ...conflict, decided: { take, ...by } } };
}
