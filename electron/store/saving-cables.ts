import { open, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { v7 as newId } from 'uuid';
import type { CheckedInput, RequestOutput } from '../../domain/contract.ts';
import { csvText, guarded } from '../../domain/text/csv.ts';
import { cableWords, distinctNames, fileNameOf } from '../../domain/text/file-name.ts';
import { throttled } from '../import/throttled.ts';
import { writingFailure } from '../write-file.ts';
import type { Watching } from './batch.ts';
import { chosenCables } from './chosen-cables.ts';
import type { Library } from './library.ts';
import { newFolder } from './new-folder.ts';
import { noSuchCable } from './originals.ts';

/** How many cables are written to a table before others get a turn. */
const ROWS_A_TURN = 200;

/**
 * Saves cables: a table in the file `place`, the others in a new folder in the folder `place`. Nothing
 * that is there is written over, but the table that somebody has chosen to replace. Stopped or failed,
 * it leaves nothing behind.
 */
export async function saveCables(
  library: Library,
  { choice, order, format }: CheckedInput<'cables.save'>,
  place: string,
  watching: Watching,
): Promise<RequestOutput<'cables.save'>> {
  const ids = chosenCables(library, choice, order);
  try {
    return format === 'table'
      ? await saveTable(library, ids, place, watching)
      : await saveFiles(library, ids, { place, format }, watching);
  } catch (error) {
    throw writingFailure(error, place);
  }
}

const HEAD = [
  ...['Number', 'Title', 'Date', 'From', 'To', 'Kind', 'Classification', 'Telegram number'],
  ...['Signatory', 'State', 'Annotations', 'Proposals', 'Imported', 'File', 'Id'],
];

/** Writes a table beside its place, and puts it there when it is whole. */
async function saveTable(
  library: Library,
  ids: readonly string[],
  path: string,
  { progress, signal }: Watching,
): Promise<RequestOutput<'cables.save'>> {
  const draft = join(dirname(path), `.${newId()}.part`);
  const tell = throttled(progress);
  const fileName = fileNamesIn(library);
  try {
    const file = await open(draft, 'wx');
    try {
      await file.writeFile(csvText([HEAD]), 'utf8');
      for (let at = 0; at < ids.length; at += ROWS_A_TURN) {
        if (signal.aborted) return null;
        const some = ids.slice(at, at + ROWS_A_TURN);
        tell({ done: at, total: ids.length, current: library.cables.title(some[0] ?? '') });
        const rows = some.map((id) => rowOf(library, id, fileName(id)));
        // The mark at the beginning stands before the head.
        await file.writeFile(csvText(rows).slice(1), 'utf8');
        await setImmediate();
      }
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(draft, path);
    return { name: basename(path), cables: ids.length };
  } finally {
    await rm(draft, { force: true });
  }
}

function rowOf({ cables }: Library, id: string, fileName: string): string[] {
  const {
    number,
    title,
    date,
    from,
    to,
    kind,
    classification,
    telegramNumber,
    signatory,
    ...rest
  } = cables.summary(id);
  const words = [number, title, date, from, to, kind, classification, telegramNumber, signatory];
  return [
    ...words.map((cell) => guarded(cell ?? '')),
    rest.review.state,
    String(rest.annotations),
    String(rest.proposals),
    cables.importedAt(id),
    guarded(fileName),
    id,
  ];
}

interface Wanted {
  readonly place: string;
  readonly format: 'transcriptions' | 'originals';
}

/** Writes a file a cable, into a folder that was not there before. */
async function saveFiles(
  library: Library,
  ids: readonly string[],
  { place, format }: Wanted,
  { progress, signal }: Watching,
): Promise<RequestOutput<'cables.save'>> {
  const { cables } = library;
  const name = await newFolder(place, `${basename(library.path, '.cablewright')} ${format}`);
  const folder = join(place, name);
  const tell = throttled(progress);
  const distinct = distinctNames();
  const originals = originalsIn(library);
  let whole = false;
  try {
    for (const [done, id] of ids.entries()) {
      if (signal.aborted) return null;
      tell({ done, total: ids.length, current: cables.title(id) });
      const [fileName, content] =
        format === 'originals' ? originalOf(originals(id)) : transcriptionOf(library, id);
      await writeFile(join(folder, distinct(...fileName)), content, { flag: 'wx' });
    }
    whole = true;
    return { name, cables: ids.length };
  } finally {
    if (!whole) await rm(folder, { recursive: true, force: true });
  }
}

type NamedContent = [name: [name: string, ending: string], content: string | Uint8Array];

function transcriptionOf({ cables, index, search }: Library, id: string): NamedContent {
  const name = fileNameOf(cableWords(cables.summary(id)));
  const read = index.reading(search.rowOf(id));
  return [[name, '.txt'], read ?? cables.textOf(id, 'transcription')];
}

/** An original as it came. */
interface CameAs {
  readonly fileName: string;
  readonly bytes: Uint8Array;
}

function fileNamesIn({ db }: Library): (cableId: string) => string {
  const find = db
    .prepare<[string], string>('SELECT file_name FROM original WHERE cable_id = ?')
    .pluck();
  return (cableId) => find.get(cableId) ?? noSuchCable();
}

function originalsIn({ db }: Library): (cableId: string) => CameAs {
  const find = db.prepare<[string], CameAs>(
    'SELECT file_name AS fileName, bytes FROM original WHERE cable_id = ?',
  );
  return (cableId) => find.get(cableId) ?? noSuchCable();
}

/** The bytes as they came, under the name they came with. */
function originalOf({ fileName, bytes }: CameAs): NamedContent {
  const [, name = fileName, ending = ''] = /^(.+?)(\.[a-z0-9]{1,8})?$/isu.exec(fileName) ?? [];
  return [[fileNameOf(name), ending], bytes];
}
