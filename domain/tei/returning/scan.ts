import type { Range } from '../../text/range.ts';
import { attributesOf, tokensOf } from '../lexer.ts';
import { APPLICATION } from '../application.ts';

/** What a file of ours is made of: its documents, each by itself, and the headers that hold its vocabulary. */
export interface Scan {
  readonly headers: readonly Range[];
  readonly documents: readonly Range[];
}

/**
 * Looks through a file for the documents of cables; null where it was not written by this program, or no
 * longer has the originals. Nothing is held of the file but where things stand.
 */
export function scanned(xml: string): Scan | null {
  const headers: Range[] = [];
  const documents: Range[] = [];
  let [isOurs, hasOriginals] = [false, false];
  let header: number | null = null;
  let document: number | null = null;
  for (const token of tokensOf(xml)) {
    const { name, kind, from, to } = token;
    if (name === 'TEI') {
      if (kind === 'open') document ??= from;
      else if (kind === 'close' && document !== null) {
        documents.push({ from: document, to });
        document = null;
      }
    } else if (name === 'teiHeader') {
      if (kind === 'open') header ??= from;
      else if (kind === 'close' && header !== null) {
        headers.push({ from: header, to });
        header = null;
      }
    } else if (name === 'sourceDoc') hasOriginals = true;
    else if (name === 'application')
      isOurs ||= attributesOf(xml, token).get('ident')?.value === APPLICATION;
    else if (name === 'body' && !isOurs) return null;
  }
  return isOurs && hasOriginals && documents.length > 0 ? { headers, documents } : null;
}
