import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { clean } from '../../../domain/clean/clean.ts';
import { reportOf } from '../../../domain/clean/report.ts';
import { fail, FailureError } from '../../../domain/failure.ts';
import type { OriginalFormat } from '../../../domain/library/cable.ts';
import { LARGEST } from '../../../domain/limits.ts';
import { decode } from '../../import/decode.ts';
import { codeOf } from '../../error-code.ts';
import { tooLarge } from '../../import/sizes.ts';
import { readVolume } from '../../tei/volume.ts';
import { EXIT, WordsError, type Command } from '../command.ts';
import type { Output } from '../output.ts';

/** One document, as it is named and written. */
interface Document {
  readonly file: string;
  readonly bytes: Uint8Array;
  readonly format: OriginalFormat;
}

/**
 * `clean`: says what cleaning makes of files, without a library. As data each file is what
 * `CleaningReport` says, with its name and the SHA-256 of its bytes; of a file in TEI (.xml) each of its
 * documents is, named `FILE#d12`.
 */
export const cleaning: Command = {
  usage: 'FILE…',
  summary: 'Cleans files and prints their transcriptions; nothing is stored.',
  options: {},
  examples: ['clean scan.txt', 'clean scans/*.txt --json > scans.jsonl'],
  run({ bare }, { output }) {
    if (bare.length === 0) throw new WordsError('It needs a file to clean.');
    const done = bare.map((file) => cleanFile(file, output));
    return done.every(Boolean) ? EXIT.done : EXIT.partly;
  },
};

/** Says what cleaning makes of one file, and whether the file could be read. */
function cleanFile(file: string, output: Output): boolean {
  try {
    const { size } = statSync(file);
    if (size > LARGEST.cable) fail('file-too-large', tooLarge(file, size));
    const bytes = readFileSync(file);
    if (file.toLowerCase().endsWith('.xml')) return cleanVolume(file, bytes, output);
    report({ file, bytes, format: 'text' }, output);
    return true;
  } catch (error) {
    output.remark(sentenceFor(error, file));
    return false;
  }
}

/** Says what each document of a volume reads, and whether all of them could be read. */
function cleanVolume(file: string, bytes: Uint8Array, output: Output): boolean {
  const { documents } = readVolume(file, bytes);
  for (const document of documents) {
    const name = document.name === '' ? file : `${file}#${document.name}`;
    if ('failure' in document) output.remark(document.failure.message);
    // A cable that was exported from here comes with its original, however that is written.
    else
      report(
        { file: name, bytes: document.bytes, format: document.returned?.original.format ?? 'tei' },
        output,
      );
  }
  return documents.every((document) => 'bytes' in document);
}

function report({ file, bytes, format }: Document, output: Output): void {
  const original = textOf(bytes, file);
  const made = reportOf(original, clean(original, { format }), format);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  output.result({ file, sha256, ...made }, made.transcription);
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

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EISDIR: 'it is a folder; name the files in it',
  EACCES: 'it may not be read; check its permissions',
};

function sentenceFor(error: unknown, file: string): string {
  if (error instanceof FailureError) return error.message;
  const code = codeOf(error);
  const message = error instanceof Error ? error.message : String(error);
  return `${file} was not read: ${REASONS[code ?? ''] ?? message}.`;
}
