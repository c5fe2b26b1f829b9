import { readVocabulary } from '../../domain/tei/returning/header.ts';
import { cableIdOf } from '../../domain/tei/returning/document.ts';
import { readReturned } from '../../domain/tei/returning/returning.ts';
import { scanned } from '../../domain/tei/returning/scan.ts';
import { type Element, isElement, treeOf } from '../../domain/tei/tree.ts';
import type { Range } from '../../domain/text/range.ts';
import { decode } from '../import/decode.ts';
import type { VolumeDocument } from '../import/source.ts';
import { sha256Of } from '../store/originals.ts';

/**
 * The cables of a file that this program has written; null where it has not. What comes back of each is its
 * original, as it was imported once, with all that was done to it. A document whose original is no longer what
 * its SHA-256 says is refused: nothing of it could be believed.
 */
export function returnedFrom(xml: string, fileName: string): VolumeDocument[] | null {
  const scan = scanned(xml);
  if (!scan) return null;
  const elementAt = ({ from, to }: Range) => treeOf(xml, from, to).children.find(isElement);
  const headers = scan.headers.flatMap((range) => elementAt(range) ?? []);
  const vocabulary = readVocabulary(xml, headers);
  const isOne = scan.documents.length === 1;
  return scan.documents.map((range, index) => {
    const root = elementAt(range);
    const id = root && cableIdOf(root);
    const name = isOne ? '' : (id ?? `document-${index + 1}`);
    const called = isOne ? fileName : `${fileName} in the document ${name}`;
    if (!root) return refused(name, called);
    return documentIn(root, name, called);
  });

  function documentIn(root: Element, name: string, called: string): VolumeDocument {
    const read = readReturned(xml, root, vocabulary);
    if (!read) return refused(name, called);
    const { returned, bytes, fromText } = read;
    const { sha256, text, encoding } = returned.original;
    if (sha256Of(bytes) !== sha256) return refused(name, called);
    const isRight = fromText || isSame(decode(bytes, called), { text, encoding });
    return isRight ? { name, bytes, returned } : refused(name, called);
  }
}

function isSame(
  a: { readonly text: string; readonly encoding: string },
  b: { readonly text: string; readonly encoding: string },
): boolean {
  return a.text === b.text && a.encoding === b.encoding;
}

function refused(name: string, called: string): VolumeDocument {
  const message = `${called} was exported by Cablewright, but the original in it is not what it was: it was changed elsewhere, and its signs do not give its SHA-256 any more. It was not imported; import the file as it was exported.`;
  return { name, failure: { code: 'bad-input', message } };
}
