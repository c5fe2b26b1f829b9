import { fail } from '../../domain/failure.ts';
import { DOCUMENTS } from '../../domain/limits.ts';
import { attributesOf, tokensOf, type Token } from '../../domain/tei/lexer.ts';
import type { Range } from '../../domain/text/range.ts';
import { type Broken, brokenIn } from '../gazetteer/tei-parser.ts';

/** A document of a volume: its name there, where it stands, and where its XML is broken, if it is. */
export interface Found extends Range {
  readonly id: string;
  readonly broken: Broken | null;
}

/** A `div` while it is open. */
interface Open {
  readonly token: Token;
  readonly isDocument: boolean;
}

/**
 * The documents of a volume, each from its tag to its end tag. In XML that is whole, a document may hold
 * others, which belong to it. In XML that is broken somewhere (`damaged`), a document that meets the
 * next before its end has lost its end tag; it ends there, and the place where it is broken is told. Fails
 * where there are more than are read; `name` is what the sentence calls the file.
 */
export function findDocuments(
  xml: string,
  damaged: boolean,
  name: string,
  most = DOCUMENTS,
): Found[] {
  const found: Found[] = [];
  const open: Open[] = [];
  const place = placer(xml);
  const add = (from: number, to: number, ended: boolean) => {
    const id = idOf(xml, from) ?? `document-${found.length + 1}`;
    const lost = { line: 1, column: 1, what: 'a document without an end tag' };
    const inside = ended && damaged ? brokenIn(xml.slice(from, to), name) : null;
    const broken = ended ? inside : lost;
    if (found.length === most) tooMany(name, most);
    found.push({ id, from, to, broken: broken && place(from, broken) });
  };
  /** Where in `open` the outermost document stands, if one is open. */
  let outermost: number | null = null;
  const document = () => (outermost === null ? null : open[outermost]);
  for (const token of tokensOf(xml)) {
    if (token.name !== 'div') continue;
    if (token.kind === 'open') {
      const isDocument = isDocumentTag(xml, token);
      const around = document();
      if (isDocument && around && damaged) {
        add(around.token.from, token.from, false);
        open.splice(outermost ?? 0);
        outermost = null;
      }
      if (isDocument) outermost ??= open.length;
      open.push({ token, isDocument });
    } else if (token.kind === 'close') {
      const closed = open.pop();
      if (!closed || open.length !== outermost) continue;
      add(closed.token.from, token.to, true);
      outermost = null;
    }
  }
  const last = document();
  if (last) add(last.token.from, xml.length, false);
  return found;
}

function isDocumentTag(xml: string, token: Token): boolean {
  return attributesOf(xml, token).get('type')?.value === 'document';
}

function idOf(xml: string, from: number): string | null {
  const [token] = tokensOf(xml, from);
  if (!token) return null;
  const attributes = attributesOf(xml, token);
  return attributes.get('xml:id')?.value ?? attributes.get('id')?.value ?? null;
}

/** From a place in a piece that begins at a position to the place in the whole text. Pieces must come in order. */
function placer(xml: string) {
  let line = 1;
  let begin = 0;
  let next = xml.indexOf('\n');
  return (from: number, broken: Broken): Broken => {
    while (next >= 0 && next < from) {
      line += 1;
      begin = next + 1;
      next = xml.indexOf('\n', begin);
    }
    return {
      ...broken,
      line: line + broken.line - 1,
      column: broken.line === 1 ? from - begin + broken.column : broken.column,
    };
  };
}

function tooMany(name: string, most: number): never {
  return fail(
    'file-too-large',
    `${name} has more than ${most.toLocaleString('en')} documents. Nothing was imported from it. Divide it, then import its parts.`,
  );
}
