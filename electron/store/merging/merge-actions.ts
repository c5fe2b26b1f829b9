import { basename } from 'node:path';
import { v7 as newId } from 'uuid';
import type { RequestOutput } from '../../../domain/contract.ts';
import { fail } from '../../../domain/failure.ts';
import { Cable } from '../../../domain/library/cable.ts';
import type { Operation } from '../../../domain/journal/operation.ts';
import { throttled } from '../../import/throttled.ts';
import type { Watching } from '../batch.ts';
import { transact } from '../database.ts';
import type { Library } from '../library.ts';
import { makeBackup } from '../safety/backup-actions.ts';
import { cableCopier, copyAllOrigins, copyInTurns } from './copying.ts';
import { matchCables, planMerge, type Matched, type MergePlan } from './plan.ts';
import { reportOf, type MergeReport } from './report.ts';
import { withTheirs } from './theirs.ts';

/** The file that was chosen to be merged into each open library. */
const chosen = new WeakMap<Library, { readonly id: string; readonly path: string }>();

/** Reads a package or another library and tells what merging it would do; null where it was stopped. */
export async function readMerge(
  library: Library,
  path: string,
  watching: Watching,
): Promise<RequestOutput<'merge.choose'>> {
  const report = await withTheirs(library, path, async (theirs) => {
    if (!(await catchUp(library, theirs, watching))) return null;
    const matched = await matchCables(library, theirs, watching.signal);
    if (!matched) return null;
    const planner = planMerge(library, theirs, matched);
    if (!(await planner.through(watching))) return null;
    return reportOf(basename(path), matched, planner.whole());
  });
  if (!report) return null;
  const id = newId();
  chosen.set(library, { id, path });
  return { ...report, id };
}

/** Merges what was read, as one action; null where it was stopped. */
export async function runMerge(
  library: Library,
  id: string,
  author: string,
  watching: Watching,
): Promise<RequestOutput<'merge.run'>> {
  const read = chosen.get(library);
  if (read?.id !== id)
    return fail(
      'not-found',
      'What was chosen to be merged is not at hand any more. Choose the file again.',
    );
  const done = await mergeFile(library, read.path, author, watching);
  if (done) chosen.delete(library);
  return done;
}

/** Leaves what was read for merging. */
export function leaveMerge(library: Library, id: string): void {
  if (chosen.get(library)?.id === id) chosen.delete(library);
}

/**
 * Merges the package or library in the file `path`. Cables that are not here yet are copied, as by an import;
 * all else is one action. Null where it was stopped: then cables that were copied already are here, and
 * nothing else has changed; merging again goes on.
 */
export async function mergeFile(
  library: Library,
  path: string,
  author: string,
  watching: Watching,
): Promise<MergeReport | null> {
  return withTheirs(library, path, async (theirs) => {
    if (!(await catchUp(library, theirs, watching))) return null;
    const matched = await matchCables(library, theirs, watching.signal);
    if (!matched) return null;
    const planner = planMerge(library, theirs, matched);
    if (!(await planner.through(watching))) return null;
    const brings = matched.fresh.length > 0 || planner.whole().operations.length > 0;
    if (brings) await makeBackup(library, 'before-merge');
    if (!(await copyCables(library, theirs, matched, watching))) return null;
    const fileName = basename(path);
    return transact(library.db, () => {
      // What annotations were called where they came from is no part of an action.
      copyAllOrigins(theirs.db, library.db);
      const plan = planner.whole();
      carryOut(library, plan, { fileName, author });
      return reportOf(fileName, matched, plan);
    });
  });
}

async function catchUp(ours: Library, theirs: Library, { signal }: Watching): Promise<boolean> {
  return (await ours.touched.catchUp(signal)) && theirs.touched.catchUp(signal);
}

/** Copies the cables that are not here yet, but for their annotations; false where it was stopped. */
async function copyCables(
  ours: Library,
  theirs: Library,
  { fresh }: Matched,
  { progress, signal }: Watching,
): Promise<boolean> {
  const copy = cableCopier(theirs, ours, { annotations: false });
  const tell = throttled(progress);
  return copyInTurns(ours.db, fresh, signal, (id, done) => {
    tell({ done, total: fresh.length, current: theirs.cables.title(id) });
    // A file from elsewhere may say anything; what could not be shown here must not come in.
    Cable.parse(theirs.cables.get(id));
    copy(id);
  });
}

/** Carries a plan out as one action. Where nothing changes but what is known of others there is none. */
function carryOut(
  { journal, touched }: Library,
  plan: MergePlan,
  { fileName, author }: { readonly fileName: string; readonly author: string },
): void {
  if (plan.operations.length === 0) {
    touched.add(plan.touched);
    return;
  }
  const id = newId();
  touched.addMerge(id, fileName, new Date().toISOString());
  touched.add(plan.touched, id);
  const operations: Operation[] = [{ type: 'merge.hold', id, held: true }, ...plan.operations];
  journal.act({ label: `merge ${fileName}`, cableId: null, operations }, author);
}
