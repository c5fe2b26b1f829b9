import { close, fstat, open } from 'node:fs';
import { basename, extname } from 'node:path';
import { promisify } from 'node:util';
import { crc32, inflateRaw } from 'node:zlib';
import {
  fromRandomAccessReaderPromise,
  getFileNameLowLevel,
  validateFileName,
  type Entry,
  type ZipFile,
} from 'yauzl';
import { fail, type Failure } from '../../domain/failure.ts';
import { ARCHIVE, LARGEST } from '../../domain/limits.ts';
import { failureOfFile } from './failures.ts';
import { canBeImported } from './find-files.ts';
import { mebibytes, tooLarge } from './sizes.ts';
import type { BadSource, Source } from './source.ts';
import { WindowedReader } from './windowed-reader.ts';

/** Limits of an archive; tests have smaller ones. */
export interface ArchiveLimits {
  readonly inAll: number;
  readonly entries: number;
}

/** What an archive holds, in its order, and how it is put away. */
export interface Archive {
  readonly documents: readonly (Source | BadSource)[];
  readonly close: () => void;
}

const files = { open: promisify(open), fstat: promisify(fstat), close: promisify(close) };
const inflate = promisify<Buffer, { readonly maxOutputLength: number }, Buffer>(inflateRaw);

/**
 * Opens a .zip archive. Its list of entries is read at once, the entries when their turn comes. An
 * archive is hostile until it has been read: an entry that names a place outside, is encrypted, damaged, a link, an
 * archive itself, or unpacks to more than it should, is told, and the others go on. Nothing is ever unpacked to disk. Hidden entries and those
 * that are no text are passed over, as in a folder. Fails where the list cannot be read at all.
 */
export async function openArchive(path: string, limits: ArchiveLimits = ARCHIVE): Promise<Archive> {
  const file = await files.open(path, 'r');
  const reader = new WindowedReader(file);
  const { size } = await files.fstat(file);
  const zip = await fromRandomAccessReaderPromise(reader, size, {
    autoClose: false,
    // Else one bad entry would end the reading of all.
    decodeStrings: false,
    validateEntrySizes: false,
  }).catch(async (error: unknown) => {
    await files.close(file);
    return fail('file-not-text', notAnArchive(path, error));
  });
  const opened: Opened = { path, reader, zip, limits, unpacked: { bytes: 0 } };
  const documents: (Source | BadSource)[] = [];
  let entries = 0;
  try {
    for await (const entry of zip.eachEntry()) {
      entries += 1;
      if (entries > limits.entries) {
        const message = tooManyEntries(path, limits.entries);
        documents.push({ path, failure: { code: 'file-too-large', message } });
        break;
      }
      const document = documentOf(entry, opened);
      if (document) documents.push(document);
    }
  } catch (error) {
    documents.push({ path, failure: { code: 'file-not-text', message: brokenList(path, error) } });
  }
  return { documents, close: () => zip.close() };
}

interface Opened {
  readonly path: string;
  readonly reader: WindowedReader;
  readonly zip: ZipFile;
  readonly limits: ArchiveLimits;
  /** How much has been unpacked so far. */
  readonly unpacked: { bytes: number };
}

/** An entry as a document; null where it is passed over. */
function documentOf(entry: Entry, archive: Opened): Source | BadSource | null {
  const { generalPurposeBitFlag: flags, fileNameRaw, extraFields } = entry;
  const name = getFileNameLowLevel(flags, fileNameRaw, extraFields, false);
  const path = `${archive.path}/${name}`;
  if (name.length > ARCHIVE.name)
    return bad(archive.path, 'file-not-text', longName(archive.path, name));
  if (name.endsWith('/') || isHidden(name)) return null;
  if (validateFileName(name) !== null || name.includes('\0'))
    return bad(
      path,
      'file-not-text',
      `The archive ${archive.path} has an entry “${name}” that names a place outside the archive. It was not imported; ask where the archive comes from.`,
    );
  const ending = extname(name).toLowerCase();
  if (ending === '.zip')
    return bad(
      path,
      'file-not-text',
      `${path} is an archive within an archive. Unpack it, then import it by itself.`,
    );
  if (!canBeImported(name)) return null;
  if (isLink(entry))
    return bad(
      path,
      'file-not-text',
      `${path} is a link to another file, and no file. It was not followed; put the file itself into the archive, then import it again.`,
    );
  const format = ending === '.xml' ? 'tei' : 'text';
  return { path, fileName: basename(name), format, read: () => readEntry(path, entry, archive) };
}

/** Names that begin with a dot, and what macOS puts beside each file of an archive. */
function isHidden(name: string): boolean {
  return name.split('/').some((part) => /^\.[^./]/u.test(part) || part === '__MACOSX');
}

/** The kind of file as Unix writes it above the attributes of other systems (APPNOTE.TXT 4.4.15), and that of a link. */
const [KIND, LINK] = [0o170000, 0o120000];

function isLink({ externalFileAttributes }: Entry): boolean {
  return ((externalFileAttributes >>> 16) & KIND) === LINK;
}

async function readEntry(path: string, entry: Entry, archive: Opened): Promise<Uint8Array> {
  refuse(path, entry, archive);
  archive.reader.ref();
  try {
    const { fileDataStart } = await archive.zip.readLocalFileHeaderPromise(entry, {
      minimal: true,
    });
    const packed = await archive.reader.bytes(fileDataStart, entry.compressedSize);
    const bytes = await unpack(packed, entry);
    if (bytes.length !== entry.uncompressedSize || crc32(bytes) !== entry.crc32)
      throw new Error('its checksum is another one');
    return bytes;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return fail(
      'file-not-text',
      `${path} is damaged: it cannot be unpacked (${reason}). Make the archive again, then import it again.`,
    );
  } finally {
    archive.reader.unref();
  }
}

/** What is said of itself must be right: it is never unpacked any further. */
async function unpack(packed: Buffer, entry: Entry): Promise<Uint8Array> {
  if (entry.compressionMethod === 0) return Uint8Array.from(packed);
  if (entry.uncompressedSize === 0) return new Uint8Array();
  return inflate(packed, { maxOutputLength: entry.uncompressedSize });
}

/** Refuses an entry by what the list says of it, before anything of it is read. */
function refuse(path: string, entry: Entry, { path: archive, limits, unpacked }: Opened): void {
  const { compressedSize, uncompressedSize, compressionMethod } = entry;
  if (entry.isEncrypted())
    fail(
      'file-not-text',
      `${path} is encrypted. Unpack the archive with its password, then import the files.`,
    );
  if (compressionMethod !== 0 && compressionMethod !== 8)
    fail(
      'file-not-text',
      `${path} is packed in a way that Cablewright cannot read (method ${compressionMethod}). Unpack the archive, then import the files.`,
    );
  if (Math.max(uncompressedSize, compressedSize) > LARGEST.cable)
    fail('file-too-large', tooLarge(path, uncompressedSize));
  if (uncompressedSize > ARCHIVE.small && uncompressedSize > compressedSize * ARCHIVE.times)
    fail(
      'file-too-large',
      `${path} would unpack to more than ${ARCHIVE.times} times its size, as texts never do. It was left packed; if it is right, unpack it and import the file.`,
    );
  unpacked.bytes += uncompressedSize;
  if (unpacked.bytes > limits.inAll)
    fail(
      'file-too-large',
      `The archive ${archive} would unpack to more than ${mebibytes(limits.inAll)} MiB, and ${path} was left packed. Divide the archive, then import its parts.`,
    );
}

function bad(path: string, code: Failure['code'], message: string): BadSource {
  return { path, failure: { code, message } };
}

function longName(archive: string, name: string): string {
  return `The archive ${archive} has an entry whose name has ${name.length} signs, beginning with “${name.slice(0, 60)}”. It was not imported; give it a shorter name, then import it again.`;
}

function tooManyEntries(archive: string, most: number): string {
  return `The archive ${archive} has more than ${most.toLocaleString('en')} entries. What stands behind them was not imported; divide the archive, then import its parts.`;
}

function notAnArchive(path: string, error: unknown): string {
  return `${path} is not an archive that can be read (${reasonOf(error, path)}). Make it again, or unpack it, and import the files.`;
}

function brokenList(path: string, error: unknown): string {
  return `The archive ${path} is damaged: its list of entries breaks off (${reasonOf(error, path)}). What stands before was imported; make the archive again for the rest.`;
}

function reasonOf(error: unknown, path: string): string {
  const { code, message } = failureOfFile(error, path);
  return code === 'unexpected' && error instanceof Error ? error.message : message;
}
