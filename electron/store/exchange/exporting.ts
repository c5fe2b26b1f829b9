import { basename } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { CheckedInput, RequestOutput } from '../../../domain/contract.ts';
import { lossCollector } from '../../../domain/exchange/loss.ts';
import type { CableRecord } from '../../../domain/exchange/record.ts';
import { LIBRARY_EXTENSION } from '../../../domain/library/extension.ts';
import { cableWords, distinctNames, fileNameOf } from '../../../domain/text/file-name.ts';
import { throttled } from '../../import/throttled.ts';
import { editionPageOf } from '../../reading-edition/page.ts';
import { writingFailure } from '../../write-file.ts';
import type { Watching } from '../batch.ts';
import { chosenCables } from '../chosen-cables.ts';
import type { Library } from '../library.ts';
import { frameOf, recordsIn } from './records.ts';
import { writers } from './writers.ts';
import { writtenFolder, type WrittenFolder } from './written-folder.ts';

/** What a format cannot say of some cables; null where it was stopped. */
export async function exportLosses(
  library: Library,
  { choice, format, options }: CheckedInput<'export.losses'>,
  watching: Watching,
): Promise<RequestOutput<'export.losses'>> {
  const frame = frameOf(library);
  const losses = lossCollector();
  let annotations = 0;
  const cables = await eachRecord(library, chosenCables(library, choice), watching, (record) => {
    annotations += record.annotations.length;
    for (const loss of writers[format].losses(record, frame, options)) losses.add(loss);
  });
  return cables === null ? null : { cables, annotations, losses: losses.report() };
}

/**
 * Exports cables into a new folder in the folder `place`, and tells what the format could not say. Stopped
 * or failed, it leaves nothing behind; null where it was stopped.
 */
export async function exportCables(
  library: Library,
  input: CheckedInput<'export.save'>,
  place: string,
  watching: Watching,
): Promise<RequestOutput<'export.save'>> {
  const name = `${basename(library.path, `.${LIBRARY_EXTENSION}`)} ${input.format}`;
  let folder: WrittenFolder | null = null;
  try {
    folder = await writtenFolder(place, name);
    const done = await fill(library, input, folder, watching);
    if (!done) await folder.remove();
    return done;
  } catch (error) {
    await folder?.remove().catch(() => null);
    throw writingFailure(error, place);
  }
}

async function fill(
  library: Library,
  { choice, format, options }: CheckedInput<'export.save'>,
  folder: WrittenFolder,
  watching: Watching,
): Promise<RequestOutput<'export.save'>> {
  const frame = frameOf(library);
  const losses = lossCollector();
  const distinct = distinctNames();
  const writer = writers[format];
  const running = writer.write(frame, options);
  await folder.begin(running.begin());
  const chosen = chosenCables(library, choice);
  const cables = await eachRecord(library, chosen, watching, async (record) => {
    const name = distinct(fileNameOf(cableWords(record.cable.summary)), '');
    for (const loss of writer.losses(record, frame, options)) losses.add(loss);
    await folder.add(running.cable(record, name));
  });
  if (cables === null) return null;
  await folder.add(running.end());
  const files = await folder.end();
  return { folder: folder.name, files, cables, losses: losses.report() };
}

/** Goes through cables with a turn for others after each; tells how many, null where it was stopped. One that was deleted meanwhile is left out. */
async function eachRecord(
  library: Library,
  ids: readonly string[],
  { progress, signal }: Watching,
  work: (record: CableRecord) => Promise<void> | void,
): Promise<number | null> {
  const recordOf = recordsIn(library);
  const tell = throttled(progress);
  let cables = 0;
  for (const [done, id] of ids.entries()) {
    if (signal.aborted) return null;
    tell({ done, total: ids.length, current: library.cables.title(id) });
    if (!library.discarded.has(id)) {
      await work(recordOf(id));
      cables += 1;
    }
    await setImmediate();
  }
  return signal.aborted ? null : cables;
}

/** The reading edition of a cable as one page of HTML. Fails with `discarded` or `not-found`. */
export function editionPage(library: Library, cableId: string): { title: string; html: string } {
  library.discarded.refuse(cableId);
  return editionPageOf(recordsIn(library)(cableId), frameOf(library));
}
