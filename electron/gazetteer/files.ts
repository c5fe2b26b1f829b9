import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { v7 as newId } from 'uuid';
import type { RequestOutput } from '../../domain/contract.ts';
import { fail, FailureError } from '../../domain/failure.ts';
import { LARGEST } from '../../domain/limits.ts';
import { GazetteerEntry } from '../../domain/gazetteer/entry.ts';
import { tidied } from '../../domain/gazetteer/take.ts';
import { partsCharacter } from '../../domain/text/characters.ts';
import { decode } from '../import/decode.ts';
import { failureOfFile } from '../import/failures.ts';
import { namesInCsv } from './csv.ts';
import { namesInTei } from './tei.ts';

/** An entry as a file tells it. */
export type NewEntry = Omit<GazetteerEntry, 'id' | 'source'> & { readonly source?: string };

/** What a file tells: entries, and sentences about what was passed over. */
export interface FileNames {
  readonly entries: readonly NewEntry[];
  readonly warnings: readonly string[];
}

/** Names read from a file: a TEI volume, or CSV. `path` names it to the reader by its last part. */
export async function readGazetteer(
  path: string,
): Promise<NonNullable<RequestOutput<'gazetteer.read'>>> {
  const fileName = basename(path);
  const { text } = decode(await bytesOf(path), fileName);
  const isXml = /^\s*</u.test(text);
  const { entries, warnings } = isXml
    ? await namesInTei(text, fileName)
    : namesInCsv(text, fileName);
  const read = entries.map((entry) => entryOf(entry, fileName));
  const kept = read.filter((entry) => entry !== null);
  const passed = read.length - kept.length;
  const long = `${passed} ${passed === 1 ? 'name has' : 'names have'} more than 500 characters, and ${passed === 1 ? 'was' : 'were'} passed over.`;
  return { fileName, entries: kept, warnings: [...warnings, ...(passed > 0 ? [long] : [])] };
}

/** An entry as it can be stored; null where its name is too long. */
export function entryOf(entry: NewEntry, fileName: string): GazetteerEntry | null {
  const description = clipped(entry.description, 10_000);
  const source = clipped(entry.source || fileName, 1000);
  const whole = tidied({ ...entry, id: newId(), description, source });
  const checked = GazetteerEntry.safeParse(whole);
  return checked.success ? checked.data : null;
}

/** The beginning of some words, without half a character at its end. */
function clipped(words: string, most: number): string {
  return words.slice(0, partsCharacter(words, most) ? most - 1 : most);
}

async function bytesOf(path: string): Promise<Uint8Array> {
  try {
    const found = await stat(path);
    const name = basename(path);
    if (!found.isFile()) fail('file-not-text', `${name} is not a file. Choose a TEI or CSV file.`);
    if (found.size > LARGEST.gazetteer)
      fail(
        'file-too-large',
        `${name} has more than ${LARGEST.gazetteer / 1024 / 1024} MiB, and was not read. Divide it, then import its parts.`,
      );
    return await readFile(path);
  } catch (error) {
    const { code, message } = failureOfFile(error, path);
    throw new FailureError(code, message);
  }
}
