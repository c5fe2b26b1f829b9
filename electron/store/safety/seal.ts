import { createHash } from 'node:crypto';
import {
  closeSync,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  openSync,
  readSync,
  writeSync,
} from 'node:fs';
import { crc32 } from 'node:zlib';

/**
 * The seal of a library at rest: a sum of each of its pages, written behind its last page when it is closed in
 * good order, and cut off when it is opened. SQLite takes a library to end where its header says, so the seal
 * harms no other program; and whoever writes leaves a trace by which a seal of what was before is known: in a
 * write-ahead log the file then ends with a whole page (which a sealed one never does), else its header counts
 * the writing.
 *
 * Layout, numbers big-endian: MAGIC, version, page size, number of pages, a copy of the file's header (100
 * bytes), a CRC-32 for each page, a byte where the file would end with a whole page without it, a SHA-256 of
 * all that, the length of the whole seal, MAGIC again. It is found from the end as well as from the header, so
 * that no one byte can hide it.
 */
const MAGIC = Buffer.from('Cablewright seal', 'latin1');
const VERSION = 1;
const SQLITE = 'SQLite format 3\0';
const HEADER = 100;
/** Where the sums begin. */
const SUMS = MAGIC.length + 12 + HEADER;
/** What follows the sums: digest, length, mark. */
const TAIL = 32 + 4 + MAGIC.length;
/** The smallest page there is, in bytes: every page is a multiple of it. */
const SMALLEST_PAGE = 512;
/** How much is read at once, in bytes; a multiple of every page size. */
const SLICE = 4 * 1024 * 1024;

/** What the seal of a library says of it. Pages are counted from 1. */
export type SealFinding =
  /** There is none: the library is open, was not closed in good order, or was written by an earlier program. */
  | { readonly state: 'none' }
  /** Another program has written into the library since. */
  | { readonly state: 'outdated' }
  /** The seal itself is damaged or cut short; nothing can be said of the pages. */
  | { readonly state: 'unreadable' }
  /** Every byte is as it was written. */
  | { readonly state: 'whole'; readonly pages: number }
  | {
      readonly state: 'broken';
      readonly pages: number;
      readonly pageSize: number;
      /** The pages that are not as they were written. */
      readonly wrong: readonly number[];
    };

interface Size {
  readonly pageSize: number;
  readonly pages: number;
}

/** Compares every page of the library in `path` with its seal. Nothing is written. */
export function checkSeal(path: string): SealFinding {
  const file = openSync(path, 'r');
  try {
    return checkSealIn(file);
  } finally {
    closeSync(file);
  }
}

/**
 * Seals a library whose pages all lie in its file: nothing may wait in a log beside it, and nobody may write
 * meanwhile. False where that took longer than `patience` milliseconds, or where the header does not allow
 * it; then it is left without a seal.
 */
export function writeSeal(file: number, patience: number): boolean {
  const header = readAt(file, 0, HEADER);
  const size = sizeIn(header);
  if (!size || counter(header) !== versionValidFor(header)) return false;
  const end = size.pages * size.pageSize;
  const length = fstatSync(file).size;
  if (length < end) return false;
  if (length > end) ftruncateSync(file, end);
  const sums = sumPages(file, size, performance.now() + patience);
  if (!sums) return false;
  const told = [MAGIC, numbers(VERSION, size.pageSize, size.pages), header, sums];
  const full = SUMS + sums.length + TAIL;
  const body = Buffer.concat([...told, Buffer.alloc((end + full) % SMALLEST_PAGE === 0 ? 1 : 0)]);
  const digest = createHash('sha256').update(body).digest();
  const seal = Buffer.concat([body, digest, numbers(body.length + TAIL), MAGIC]);
  writeSync(file, seal, 0, seal.length, end);
  fsyncSync(file);
  return true;
}

/**
 * Cuts off what lies behind the last page of a library that nobody else has open, and where nothing waits in a
 * log beside it; tells whether there was anything.
 */
export function cutSeal(file: number): boolean {
  const header = readAt(file, 0, HEADER);
  const size = sizeIn(header);
  if (!size || counter(header) !== versionValidFor(header)) return false;
  const end = size.pages * size.pageSize;
  if (fstatSync(file).size <= end) return false;
  ftruncateSync(file, end);
  return true;
}

/** `checkSeal` for a file that is open already. */
export function checkSealIn(file: number): SealFinding {
  const { size: length } = fstatSync(file);
  const header = readAt(file, 0, HEADER);
  const told = sizeIn(header);
  const seal =
    sealAtEnd(file, length) ?? (told && sealFrom(file, told.pages * told.pageSize, length));
  const found = seal && readSeal(seal);
  if (!seal || !found || found.pages * found.pageSize + seal.length !== length) {
    if (!seal && (!told || length <= told.pages * told.pageSize)) return { state: 'none' };
    return { state: length % SMALLEST_PAGE === 0 ? 'outdated' : 'unreadable' };
  }
  const sealed = found.header;
  // Whoever writes counts both of these up; a damaged byte changes one of them.
  if (counter(header) === versionValidFor(header) && counter(header) !== counter(sealed))
    return { state: 'outdated' };
  const sums = sumPages(file, found, Infinity);
  const wrong: number[] = [];
  for (let page = 0; page < found.pages; page += 1)
    if (!sums || sums.readUInt32BE(page * 4) !== found.sums.readUInt32BE(page * 4))
      wrong.push(page + 1);
  if (wrong.length === 0) return { state: 'whole', pages: found.pages };
  return { state: 'broken', pages: found.pages, pageSize: found.pageSize, wrong };
}

/** The seal that the last bytes of a file speak of; null where they do not. */
function sealAtEnd(file: number, length: number): Buffer | null {
  if (length < SUMS + TAIL) return null;
  const tail = readAt(file, length - 4 - MAGIC.length, 4 + MAGIC.length);
  const size = tail.readUInt32BE(0);
  if (!tail.subarray(4).equals(MAGIC) || size < SUMS + TAIL || size > length) return null;
  return readAt(file, length - size, size);
}

/** What lies behind the last page, where it begins as a seal does. */
function sealFrom(file: number, from: number, length: number): Buffer | null {
  if (length - from < SUMS + TAIL) return null;
  const found = readAt(file, from, length - from);
  return found.subarray(0, MAGIC.length).equals(MAGIC) ? found : null;
}

interface Seal extends Size {
  readonly header: Buffer;
  readonly sums: Buffer;
}

/** What a seal says; null where it is not as it was written. */
function readSeal(seal: Buffer): Seal | null {
  const body = seal.subarray(0, -TAIL);
  const digest = seal.subarray(body.length, body.length + 32);
  if (!createHash('sha256').update(body).digest().equals(digest)) return null;
  if (seal.readUInt32BE(body.length + 32) !== seal.length) return null;
  const [version, pageSize, pages] = [0, 4, 8].map((at) => seal.readUInt32BE(MAGIC.length + at));
  if (version !== VERSION || !pageSize || pages === undefined) return null;
  const header = seal.subarray(SUMS - HEADER, SUMS);
  const sums = body.subarray(SUMS);
  // The digest does not cover the mark at the very end.
  const isWhole = (sums.length & ~1) === pages * 4 && seal.subarray(-MAGIC.length).equals(MAGIC);
  return isWhole ? { pageSize, pages, header, sums } : null;
}

/** A CRC-32 for each page, four bytes each; of what lies behind the end of the file that of nothing. Null at the deadline. */
function sumPages(file: number, { pageSize, pages }: Size, deadline: number): Buffer | null {
  const sums = Buffer.alloc(pages * 4);
  const slice = Buffer.alloc(Math.min(SLICE, Math.max(pageSize, pages * pageSize)));
  const perSlice = Math.floor(slice.length / pageSize);
  for (let first = 0; first < pages; first += perSlice) {
    if (performance.now() > deadline) return null;
    const many = Math.min(perSlice, pages - first);
    const read = readSync(file, slice, 0, many * pageSize, first * pageSize);
    for (let page = 0; page < many; page += 1) {
      const bytes = slice.subarray(page * pageSize, Math.min(read, (page + 1) * pageSize));
      sums.writeUInt32BE(crc32(page * pageSize < read ? bytes : ''), (first + page) * 4);
    }
  }
  return sums;
}

/** What a header says of the size of its file (https://www.sqlite.org/fileformat2.html, 1.3); null where it cannot be. */
function sizeIn(header: Buffer): Size | null {
  if (header.length < HEADER || header.toString('latin1', 0, 16) !== SQLITE) return null;
  const told = header.readUInt16BE(16);
  const pageSize = told === 1 ? 65_536 : told;
  const pages = header.readUInt32BE(28);
  const isPower = pageSize >= 512 && (pageSize & (pageSize - 1)) === 0;
  return isPower && pages > 0 ? { pageSize, pages } : null;
}

/** How often the file was written. */
function counter(header: Buffer): number {
  return header.readUInt32BE(24);
}

/** What `counter` was when the number of pages was written. */
function versionValidFor(header: Buffer): number {
  return header.readUInt32BE(92);
}

function readAt(file: number, from: number, length: number): Buffer {
  const bytes = Buffer.alloc(length);
  return bytes.subarray(0, readSync(file, bytes, 0, length, from));
}

function numbers(...values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 4);
  for (const [at, value] of values.entries()) bytes.writeUInt32BE(value, at * 4);
  return bytes;
}
