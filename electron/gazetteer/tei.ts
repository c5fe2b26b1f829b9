import { setImmediate } from 'node:timers/promises';
import { SaxesParser, type SaxesTagNS } from 'saxes';
import { fail } from '../../domain/failure.ts';
import type { FileNames } from './files.ts';
import { gathered } from './gathered.ts';
import { teiReader } from './tei-reader.ts';

/** How much of a file is read in one go, in UTF-16 code units; then others have a turn. */
const CHUNK = 128 * 1024;

/** Elements of TEI, and those of files that say of nothing to which language it belongs. */
const NAMESPACES: ReadonlySet<string> = new Set(['http://www.tei-c.org/ns/1.0', '']);

/** What `&…;` means without being declared (XML 1.0, 4.6). Nothing else is ever resolved. */
const ENTITIES = { amp: '&', gt: '>', lt: '<', quot: '"', apos: "'" };

/**
 * Names in a TEI file: those of lists of persons, abbreviations and the like with what the lists say of
 * them, and those marked in running text. Declarations of a document type are not read and entities not
 * resolved, so that the file can fetch nothing. Fails with the line where the XML is broken.
 */
export async function namesInTei(text: string, fileName: string): Promise<FileNames> {
  const reader = teiReader();
  const parser = new SaxesParser({ xmlns: true, position: true });
  parser.ENTITIES = Object.assign(Object.create(null) as Record<string, string>, ENTITIES);
  const met: Met = { unresolved: 0, declared: false, broken: null };
  // Elements of other languages are as if they were not there; their text is.
  const isTei = (tag: SaxesTagNS) => NAMESPACES.has(tag.uri);
  parser.on('error', ({ message }) => {
    if (message.endsWith('undefined entity.')) met.unresolved += 1;
    else met.broken ??= message;
  });
  parser.on('doctype', () => {
    met.declared = true;
  });
  parser.on('opentag', (tag) => {
    if (isTei(tag)) reader.open(tag.local, (name) => tag.attributes[name]?.value ?? null);
  });
  parser.on('closetag', (tag) => {
    if (isTei(tag)) reader.close(tag.local);
  });
  parser.on('text', (words) => reader.text(words));
  parser.on('cdata', (words) => reader.text(words));
  for (let at = 0; at < text.length && met.broken === null; at += CHUNK) {
    parser.write(text.slice(at, at + CHUNK));
    await setImmediate();
  }
  if (met.broken === null) parser.close();
  if (met.broken !== null) fail('bad-input', brokenSentence(fileName, met.broken));

  const { entries, warnings } = gathered(reader.read());
  return { entries, warnings: [...warnings, ...warningsOf(met, reader.hasTei())] };
}

/** What the parser has met that is not to be read. */
interface Met {
  unresolved: number;
  declared: boolean;
  /** What is wrong with the XML, after line and column. */
  broken: string | null;
}

function warningsOf({ declared, unresolved }: Met, hasTei: boolean): string[] {
  const all: string[] = [];
  if (declared) all.push('The file declares a document type. It was not read.');
  if (unresolved > 0)
    all.push(
      `${unresolved} ${unresolved === 1 ? 'entity stays' : 'entities stay'} as written (&…;): entities are never resolved.`,
    );
  if (!hasTei) all.push('The file has no elements of TEI, so there are no names in it.');
  return all;
}

function brokenSentence(fileName: string, error: string): string {
  const [, line = '', what = error] = /^(\d+):\d+: (.*)$/su.exec(error) ?? [];
  return `${fileName} is not whole XML: in line ${line} the reader met “${what.replace(/\.$/u, '')}”. Nothing was taken over. Mend the file there, then import it again.`;
}
