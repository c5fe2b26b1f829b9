import type { Edition } from '../../domain/edition/edition.ts';
import { tokensOf } from '../../domain/tei/lexer.ts';
import { strandOf } from '../../domain/tei/strand.ts';
import { type Element, elementsIn, firstIn, treeOf, valueOf } from '../../domain/tei/tree.ts';

/** What the header of a volume says of it, without what is known of its file. */
export type HeaderFacts = Omit<Edition, 'sha256' | 'fileName'>;

/**
 * Reads the header of a file of TEI: titles by their types, as the volumes of FRUS have them, editors and
 * who published it when. What it does not say is empty; null where there is no header.
 */
export function readHeader(xml: string): HeaderFacts | null {
  const header = headerOf(xml);
  if (!header) return null;
  const words = (element: Element | null) =>
    element ? strandOf(xml, element).text.replace(/\s+/gu, ' ') : '';
  const titleStmt = firstIn(header, 'titleStmt');
  const titles = titleStmt ? [...elementsIn(titleStmt)].filter(({ name }) => name === 'title') : [];
  const titled = (type: string) =>
    words(titles.find((one) => valueOf(one, 'type') === type) ?? null);
  const parts = [titled('series'), titled('sub-series')].filter((part) => part !== '');
  const named = [...parts, titled('volume'), titled('volume-number')].filter((part) => part !== '');
  const editors = titleStmt
    ? [...elementsIn(titleStmt)].filter(({ name }) => name === 'editor')
    : [];
  const publication = firstIn(header, 'publicationStmt');
  return {
    title: titled('complete') || (parts.length > 0 ? named.join(', ') : words(titles[0] ?? null)),
    series: parts.join(', '),
    volume: titled('volume-number'),
    editors: [...new Set(editors.map(words))].filter((one) => one !== ''),
    publisher: words(publication && firstIn(publication, 'publisher')),
    published: words(publication && firstIn(publication, 'date')),
  };
}

function headerOf(xml: string): Element | null {
  let from: number | null = null;
  for (const token of tokensOf(xml)) {
    if (token.name === 'text' || token.name === 'div') return null;
    if (token.name !== 'teiHeader') continue;
    if (token.kind === 'open') from ??= token.from;
    else if (token.kind === 'close' && from !== null)
      return firstIn(treeOf(xml, from, token.to), 'teiHeader');
  }
  return null;
}
