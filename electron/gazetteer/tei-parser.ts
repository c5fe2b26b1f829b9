import type { SaxesTagNS } from 'saxes';
import { fail } from '../../domain/failure.ts';
import { xmlParser } from '../import/xml-parser.ts';
import { teiReader, type TeiNames } from './tei-reader.ts';

/** Elements of TEI, and those of files that say of nothing to which language it belongs. */
const NAMESPACES: ReadonlySet<string> = new Set(['http://www.tei-c.org/ns/1.0', '']);

/** Where XML is broken, counted from 1, and what the reader met there. */
export interface Broken {
  readonly line: number;
  readonly column: number;
  readonly what: string;
}

/** What a parser has met that is not to be read. */
export interface Met {
  /** How many entities stay as written. */
  readonly unresolved: number;
  /** Whether a document type is declared. */
  readonly declared: boolean;
  readonly broken: Broken | null;
  /** The name of the outermost element; null before there is one. */
  readonly root: string | null;
}

/** What a file of TEI says of names, and what of it was not to be read. */
export interface TeiRead {
  readonly names: TeiNames;
  readonly hasTei: boolean;
  readonly met: Met;
}

/**
 * Reads a file of TEI chunk by chunk, up to where its XML is broken. Declarations of a document type are
 * not read and entities not resolved, so that a file can fetch nothing and grow by nothing. Fails where it has
 * more of something than is read; `fileName` is what the sentence calls it.
 */
export function teiParser(fileName: string) {
  const reader = teiReader();
  const met: { -readonly [Key in keyof Met]: Met[Key] } = {
    ...{ unresolved: 0, declared: false, broken: null, root: null },
  };
  // Elements of other languages are as if they were not there; their text is.
  const isTei = (tag: SaxesTagNS) => NAMESPACES.has(tag.uri);
  const parser = xmlParser({
    open(tag) {
      met.root ??= tag.local;
      if (isTei(tag)) reader.open(tag.local, (name) => tag.attributes[name]?.value ?? null);
    },
    close(tag) {
      if (isTei(tag)) reader.close(tag.local);
    },
    unresolved() {
      met.unresolved += 1;
    },
    refuse: (what) => tooMuch(fileName, what),
  });
  let mistakes = 0;
  parser.on('error', ({ message }) => {
    met.broken ??= brokenAt(message);
    mistakes += 1;
    if (mistakes > MISTAKES) throw new Stop();
  });
  parser.on('doctype', () => {
    met.declared = true;
  });
  parser.on('text', (words) => reader.text(words));
  parser.on('cdata', (words) => reader.text(words));
  return {
    /** Reads on; false where the XML is broken, and nothing more is to be read. */
    write(chunk: string): boolean {
      untilStopped(() => parser.write(chunk));
      return met.broken === null;
    },

    /** What was read, when all has been. */
    end(): TeiRead {
      if (met.broken === null) untilStopped(() => parser.close());
      return { names: reader.read(), hasTei: reader.hasTei(), met };
    },
  };
}

/** Where a piece of XML is broken that stands by itself; null where it is whole. */
export function brokenIn(xml: string, fileName: string): Broken | null {
  const refuse = (what: string) => tooMuch(fileName, what);
  const parser = xmlParser({ unresolved() {}, refuse });
  let broken: Broken | null = null;
  parser.on('error', ({ message }) => {
    broken = brokenAt(message);
    throw new Stop();
  });
  untilStopped(() => parser.write(xml).close());
  return broken;
}

/** How many mistakes are read over in the stretch where the first one stands. To tell of each takes its time. */
const MISTAKES = 1000;

/** Thrown where there is nothing more to be read. */
class Stop extends Error {}

function untilStopped(read: () => unknown): void {
  try {
    read();
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
  }
}

function tooMuch(fileName: string, what: string): never {
  return fail(
    'file-too-large',
    `${fileName} ${what}. Nothing was taken from it. If it is right, divide it, then import its parts.`,
  );
}

/** `12:7: unclosed tag: p.` as its parts. */
function brokenAt(message: string): Broken {
  const [, line = '1', column = '1', what = message] = /^(\d+):(\d+): (.*)$/su.exec(message) ?? [];
  return { line: Number(line), column: Number(column), what: what.replace(/\.$/u, '') };
}

/** What was not read of a file, as sentences. */
export function warningsOf({ declared, unresolved }: Met): string[] {
  const all: string[] = [];
  if (declared) all.push('The file declares a document type. It was not read.');
  if (unresolved > 0)
    all.push(
      `${unresolved} ${unresolved === 1 ? 'entity stays' : 'entities stay'} as written (&…;): entities are never resolved.`,
    );
  return all;
}
