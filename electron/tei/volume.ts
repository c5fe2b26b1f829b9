import { Buffer } from 'node:buffer';
import { basename } from 'node:path';
import type { EditionName } from '../../domain/edition/edition.ts';
import { fail } from '../../domain/failure.ts';
import type { TextEncoding } from '../../domain/library/cable.ts';
import { entryOf } from '../gazetteer/files.ts';
import { gathered } from '../gazetteer/gathered.ts';
import { type Broken, teiParser, type TeiRead, warningsOf } from '../gazetteer/tei-parser.ts';
import { decode, textIn } from '../import/decode.ts';
import type { ReadVolume, Volume, VolumeDocument } from '../import/source.ts';
import { sha256Of } from '../store/originals.ts';
import { type Found, findDocuments } from './documents.ts';
import { readHeader } from './header.ts';
import { returnedFrom } from './returning.ts';

/** How much of a file the parser is given in one go, in UTF-16 code units. */
const CHUNK = 1024 * 1024;

/** The outermost elements of files that hold TEI. */
const ROOTS: ReadonlySet<string> = new Set(['TEI', 'TEI.2', 'teiCorpus', 'text', 'body', 'div']);

/**
 * Divides a volume into its documents. Each is kept as the bytes between and with the tags of its `div`;
 * what is broken in one of them stops no other. A file of TEI without documents is one document as a
 * whole.
 */
export const readVolume: ReadVolume = (path, bytes) => {
  const name = basename(path);
  const { encoding } = decode(bytes, name);
  const xml = textIn(bytes, encoding);
  const read = parse(xml, name);
  const { met } = read;
  if (met.root === null || !ROOTS.has(met.root)) notTei(name, met.broken);
  const returned = returnedFrom(xml, name);
  if (returned && met.broken !== null) notWhole(name, met.broken);
  if (returned) return { edition: null, warnings: [], documents: returned, entries: [] };
  const file = { xml, bytes, encoding, name };
  const found = findDocuments(xml, met.broken !== null, name);
  if (found.length === 0 && met.broken !== null) notWhole(name, met.broken);
  const warnings = warningsOf(met);
  if (met.broken !== null) warnings.push(brokenSentence(name, met.broken));
  const told = lists(read, file);
  if (told.entries.length > 0) warnings.push(sentenceOfLists(told.entries.length));
  return { documents: documentsOf(found, file), ...told, warnings };
};

function parse(xml: string, name: string): TeiRead {
  const parser = teiParser(name);
  for (let at = 0; at < xml.length && parser.write(xml.slice(at, at + CHUNK)); at += CHUNK);
  return parser.end();
}

/** A file with its text as it stands. */
interface File {
  readonly xml: string;
  readonly bytes: Uint8Array;
  readonly encoding: TextEncoding;
  readonly name: string;
}

/** The documents of a file by names that are each one's own; the whole file where there is none. */
function documentsOf(found: readonly Found[], file: File): VolumeDocument[] {
  if (found.length === 0) return [{ name: '', bytes: file.bytes }];
  const taken = new Set<string>();
  return found.map((one): VolumeDocument => {
    const name = unused(one.id, taken);
    if (one.broken === null) return { name, bytes: bytesOf(file, one) };
    const message = `${file.name} is not whole XML in ${named(one.id)}: ${place(one.broken)}. This document was not imported, the others were. Mend the file there, then import it again.`;
    return { name, failure: { code: 'bad-input', message } };
  });
}

function unused(wanted: string, taken: Set<string>): string {
  let name = wanted;
  for (let number = 2; taken.has(name); number++) name = `${wanted}-${number}`;
  taken.add(name);
  return name;
}

/** The bytes of a stretch of a file. */
function bytesOf({ xml, bytes, encoding }: File, { from, to }: Found): Uint8Array {
  if (encoding === 'windows-1252') return bytes.slice(from, to);
  if (encoding === 'utf-8' || encoding === 'utf-8-bom')
    return Buffer.from(xml.slice(from, to), 'utf8');
  const mark = bytes.length - xml.length * 2;
  return bytes.slice(mark + from * 2, mark + to * 2);
}

/** What the lists of a volume say, and its header. */
function lists(
  { names }: TeiRead,
  { xml, bytes, name }: File,
): Pick<Volume, 'edition' | 'entries'> {
  const { listed, marked } = names;
  const pointers = new Set(listed.flatMap(({ ids }) => ids));
  // Names that are in no list are found where they stand; they are no entries of a gazetteer.
  const entries = gathered({
    listed,
    marked: marked.filter(({ of }) => pointers.has(of ?? '')),
  }).entries;
  const header = readHeader(xml);
  const edition =
    header && header.title !== '' ? { ...header, fileName: name, sha256: sha256Of(bytes) } : null;
  const source = edition?.title ?? name;
  return {
    edition: edition && { ...edition, names: listed.flatMap(namesOf) },
    entries: entries.flatMap((entry) => entryOf({ ...entry, source }, name) ?? []),
  };
}

function sentenceOfLists(count: number): string {
  return `The lists of the volume name ${count} ${count === 1 ? 'person or term' : 'persons and terms'}; what they say that was not known here is in the gazetteer.`;
}

function namesOf({ ids, name, description }: TeiRead['names']['listed'][number]): EditionName[] {
  return ids.map((pointer) => ({ pointer, name, description }));
}

function named(id: string): string {
  return `the document ${id}`;
}

/** "in line 12, column 7, the reader met “unclosed tag: p”" */
function place({ line, column, what }: Broken): string {
  return `in line ${line}, column ${column}, the reader met “${what}”`;
}

function brokenSentence(name: string, broken: Broken): string {
  return `${name} is not whole XML: ${place(broken)}.`;
}

function notWhole(name: string, broken: Broken): never {
  return fail(
    'bad-input',
    `${brokenSentence(name, broken)} Nothing was imported from it. Mend the file there, then import it again.`,
  );
}

function notTei(name: string, broken: Broken | null): never {
  if (broken) return notWhole(name, broken);
  return fail(
    'file-not-text',
    `${name} is XML, but not in TEI, so there is no document to be read in it. Cablewright imports plain text and TEI.`,
  );
}
