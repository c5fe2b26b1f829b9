import { basename } from 'node:path';
import type { CheckedInput, RequestOutput } from '../../../domain/contract.ts';
import type { Coming } from '../../../domain/exchange/coming.ts';
import { fail } from '../../../domain/failure.ts';
import { throttled } from '../../import/throttled.ts';
import type { Operation } from '../../../domain/journal/operation.ts';
import type { Watching } from '../batch.ts';
import type { Library } from '../library.ts';
import { partsOf } from '../operation-parts.ts';
import { inTurns, type Steps } from '../search/turns.ts';
import { compare, type Compared } from './coming-comparing.ts';
import type { ComingFile } from './coming-homes.ts';
import {
  forgetComing,
  keepComing,
  type KeptComing,
  keptComing,
  linesOf,
  reportOf,
} from './coming-kept.ts';
import { type Taking, takingOf } from './coming-taking.ts';
import { originTable } from './origins.ts';
import { readAnnotationFile } from './readers.ts';

/** Reads a file of annotations and compares it with the library; null where it was stopped. */
export async function readComing(
  library: Library,
  path: string,
  cableId: string | null,
  watching: Watching,
): Promise<RequestOutput<'coming.choose'>> {
  const file = { fileName: basename(path), cableId };
  watching.progress({ done: 0, total: 0, current: file.fileName });
  const coming = await readAnnotationFile(path);
  const compared = await comparing(library, coming, file, watching);
  return compared && reportOf(keepComing(library, { file, coming, compared }));
}

/** What a file of annotations that was read brings. */
export function comingReport(library: Library, id: string): RequestOutput<'coming.report'> {
  return reportOf(keptComing(library, id));
}

/** A stretch of the annotations of a file that was read. */
export function comingLines(
  library: Library,
  { id, ...stretch }: CheckedInput<'coming.lines'>,
): RequestOutput<'coming.lines'> {
  return linesOf(library, keptComing(library, id), stretch);
}

/**
 * Takes over the annotations of a file that was read, as one action; null where it was stopped. Where
 * nothing comes of it, nothing is done.
 */
export async function takeComing(
  library: Library,
  { id, ...deciding }: CheckedInput<'coming.take'>,
  author: string,
  watching: Watching,
): Promise<RequestOutput<'coming.take'>> {
  const kept = keptComing(library, id);
  const time = new Date().toISOString();
  for (;;) {
    const seen = library.journal.last();
    const stale = staleIn(library, kept.compared);
    if (stale !== null) return compareAnew(library, kept, stale, watching);
    const total = kept.compared.items.length;
    const taking = await watched(takingOf(library, kept, deciding, time), watching, total);
    if (!taking || watching.signal.aborted) return null;
    // Others had turns meanwhile; what they did may have made another thing of it.
    if (library.journal.last() !== seen) continue;
    if (!(await carryOut(library, kept, taking, author, watching))) return null;
    forgetComing(library, id);
    const { annotations, placed, relations, tags, losses } = taking;
    return { annotations, placed, unplaced: annotations - placed, relations, tags, losses };
  }
}

/** Leaves a file that was read as it is. */
export function leaveComing(library: Library, id: string): void {
  forgetComing(library, id);
}

/** Compares a file with the library, with turns for others; null where it was stopped. */
function comparing(
  library: Library,
  coming: Coming,
  file: ComingFile,
  watching: Watching,
): Promise<Compared | null> {
  const tell = throttled(watching.progress);
  const total = coming.annotations.length;
  const steps = compare(library, coming, file, (done, current) => tell({ done, total, current }));
  return inTurns(stoppable(steps, watching.signal));
}

/** Does some steps over the annotations of a file, telling how many are done; null where it was stopped. */
function watched<Result>(
  steps: Steps<Result>,
  { signal, progress }: Watching,
  total: number,
): Promise<Result | null> {
  const tell = throttled(progress);
  let done = 0;
  const step = () => {
    done += 1;
    tell({ done: Math.min(done, total), total, current: '' });
  };
  return inTurns(stoppable(steps, signal, step));
}

/** Steps that end with null as soon as somebody has stopped them. */
function* stoppable<Result>(
  steps: Steps<Result>,
  signal: AbortSignal,
  after: () => void = () => {},
): Steps<Result | null> {
  for (;;) {
    if (signal.aborted) return null;
    const step = steps.next();
    if (step.done) return step.value;
    after();
    yield;
  }
}

/** A cable whose text has become another since a file was compared with it, or that was deleted; null where none has. */
function staleIn({ cables, discarded }: Library, { versions }: Compared): string | null {
  for (const [cableId, version] of versions)
    if (cables.version(cableId) !== version || discarded.has(cableId)) return cableId;
  return null;
}

/** Compares a file anew, and fails with the sentence that says so; null where it was stopped. */
async function compareAnew(
  library: Library,
  { id, file, coming }: KeptComing,
  cableId: string,
  watching: Watching,
): Promise<null> {
  const compared = await comparing(library, coming, file, watching);
  if (!compared) return null;
  keepComing(library, { file, coming, compared }, id);
  return fail(
    'stale',
    `“${library.cables.title(cableId)}” has changed since ${file.fileName} was compared with it. It has been compared anew: look at the places again, then take them over.`,
  );
}

/** Takes a file over, with turns for others; false where it was stopped, with nothing changed. */
async function carryOut(
  library: Library,
  { file }: KeptComing,
  { operations, origins, cableId, annotations }: Taking,
  author: string,
  watching: Watching,
): Promise<boolean> {
  if (operations.length === 0) return true;
  const table = originTable(library.db);
  const many =
    annotations === 1 ? 'an annotation' : `${annotations.toLocaleString('en')} annotations`;
  const label = `import ${annotations === 0 ? 'links' : many} from “${file.fileName}”`;
  // What annotations were called where they came from is no part of an action; it comes with what they are.
  function* withOrigins(): Generator<Operation> {
    const iris = new Map(origins);
    for (const each of operations)
      for (const part of partsOf(each)) {
        for (const id of part.type === 'annotations.put' ? idsIn(part) : []) {
          const iri = iris.get(id);
          if (iri !== undefined) table.put(id, iri);
        }
        yield part;
      }
  }
  const action = { label, cableId, operations: withOrigins(), total: annotations };
  return library.journal.actInTurns(action, author, watching);
}

function idsIn({ alike }: Extract<Operation, { type: 'annotations.put' }>): string[] {
  return alike.flatMap(({ at }) => at.map(([id]) => id));
}
