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
 * next before its end has lost its end tag; it ends there, and the place where it is broken is told.
 */
export function findDocuments(xml: string, damaged: boolean): Found[] {
  const found: Found[] = [];
  const open: Open[] = [];
  const place = placer(xml);
  const add = (from: number, to: number, ended: boolean) => {
    const id = idOf(xml, from) ?? `document-${found.length + 1}`;
    const lost = { line: 1, column: 1, what: 'a document without an end tag' };
    const inside = ended && damaged ? brokenIn(xml.slice(from, to)) : null;
    const broken = ended ? inside : lost;
    found.push({ id, from, to, broken: broken && place(from, broken) });
  };
  /** The outermost document that is open. */
  const document = () => open.find((one) => one.isDocument);
  for (const token of tokensOf(xml)) {
    if (token.name !== 'div') continue;
    if (token.kind === 'open') {
      const isDocument = isDocumentTag(xml, token);
      const around = document();
      if (isDocument && around && damaged) {
        add(around.token.from, token.from, false);
        open.splice(open.indexOf(around));
      }
      open.push({ token, isDocument });
    } else if (token.kind === 'close') {
      const outermost = document();
      const closed = open.pop();
      if (closed && closed === outermost) add(closed.token.from, token.to, true);
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
  let read = 0;
  return (from: number, broken: Broken): Broken => {
    for (let at = xml.indexOf('\n', read); at >= 0 && at < from; at = xml.indexOf('\n', at + 1))
      line += 1;
    read = from;
    const before = from - (xml.lastIndexOf('\n', from - 1) + 1);
    return {
      ...broken,
      line: line + broken.line - 1,
      column: broken.line === 1 ? before + broken.column : broken.column,
    };
  };
}
