/**
 * Cablewright without a window, for use in scripts:
 *
 *     npm run --silent cli -- clean FILE… --json
 *
 * prints for each file one line of JSON: what `CleaningReport` says, with the file's name and the
 * SHA-256 of its bytes. Of a file in TEI (.xml) it prints one line for each of its documents, named
 * `FILE#d12`. A file that cannot be read is named on stderr and the others go on.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { clean } from '../domain/clean/clean.ts';
import { reportOf } from '../domain/clean/report.ts';
import { FailureError } from '../domain/failure.ts';
import type { OriginalFormat } from '../domain/library/cable.ts';
import { readVolume } from '../electron/tei/volume.ts';
import { decode } from '../electron/import/decode.ts';

const USAGE = 'Usage: npm run --silent cli -- clean FILE… --json';

/** Runs a command; 0 if all went well, 1 if a file could not be read, 2 if the words make no command. */
function main(words: readonly string[]): number {
  const [command, ...rest] = words;
  const files = rest.filter((word) => word !== '--json');
  const stray = files.find((word) => word.startsWith('--'));
  if (command !== 'clean' || files.length === 0 || stray) {
    process.stderr.write(`${stray ? `There is no option ${stray}. ` : ''}${USAGE}\n`);
    return 2;
  }
  const done = files.map((file) => cleanFile(file, words.includes('--json')));
  return done.every(Boolean) ? 0 : 1;
}

/** Prints what cleaning makes of one file. Says whether the file could be read. */
function cleanFile(file: string, json: boolean): boolean {
  try {
    const bytes = readFileSync(file);
    if (file.toLowerCase().endsWith('.xml')) return cleanVolume(file, bytes, json);
    printReport({ file, bytes, format: 'text' }, json);
    return true;
  } catch (error) {
    process.stderr.write(`${sentenceFor(error, file)}\n`);
    return false;
  }
}

/** Prints what each document of a volume reads. Says whether all of them could be read. */
function cleanVolume(file: string, bytes: Uint8Array, json: boolean): boolean {
  const { documents } = readVolume(file, bytes);
  for (const document of documents) {
    const name = document.name === '' ? file : `${file}#${document.name}`;
    if ('failure' in document) process.stderr.write(`${document.failure.message}\n`);
    else printReport({ file: name, bytes: document.bytes, format: 'tei' }, json);
  }
  return documents.every((document) => 'bytes' in document);
}

/** One document, as it is named and written. */
interface Document {
  readonly file: string;
  readonly bytes: Uint8Array;
  readonly format: OriginalFormat;
}

function printReport({ file, bytes, format }: Document, json: boolean): void {
  const original = textOf(bytes, file);
  const report = reportOf(original, clean(original, { format }), format);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  print(json ? JSON.stringify({ file, sha256, ...report }) : report.transcription);
}

/**
 * The text of a file with its line ends as they are, so that positions are those of the file itself.
 * What is not UTF-8 is read as an import reads it.
 */
function textOf(bytes: Uint8Array, file: string): string {
  if (bytes.length > 0)
    try {
      return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    } catch {
      // Not UTF-8: an import knows other encodings, and says why it refuses what it refuses.
    }
  return decode(bytes, file).text;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EISDIR: 'it is a folder; name the files in it',
  EACCES: 'it may not be read; check its permissions',
};

function sentenceFor(error: unknown, file: string): string {
  if (error instanceof FailureError) return error.message;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const message = error instanceof Error ? error.message : String(error);
  return `${file} was not read: ${REASONS[code] ?? message}.`;
}

process.exitCode = main(process.argv.slice(2));
