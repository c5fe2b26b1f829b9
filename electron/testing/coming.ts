import type { Annotation } from '../../domain/annotation/annotation.ts';
import type { ComingLine, PlaceChoice } from '../../domain/exchange/coming.ts';
import { fileIn, idOf, storeWith, type TestStore } from './store.ts';

/** A text with a character beyond U+FFFF before its words. */
export const A = '🚢 Castro has IL-28s in Cuba. The bombers stay. We know no more of it.';
/** Another text, of which a part leaves its transcription. */
export const B = 'The bombers must leave Cuba. We know of IL-28s. {SECRET}';

/** A W3C Web Annotation on some words of a text, as other programs write it. */
export function told(id: string, exact: string, start: number, some: object = {}): object {
  return {
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    ...{ id: `https://example.org/${id}`, type: 'Annotation' },
    body: [{ type: 'TextualBody', purpose: 'commenting', value: `Note ${id}` }],
    creator: { id: 'https://example.org/kay', name: 'kay' },
    created: '2024-05-01T10:00:00.000Z',
    target: {
      source: 'https://example.org/texts/a.txt',
      selector: [
        { type: 'TextQuoteSelector', exact },
        { type: 'TextPositionSelector', start, end: start + exact.length },
      ],
    },
    ...some,
  };
}

/** A source and selectors with context, for a passage that does not stand where it is said to stand. */
export const near = (exact: string, prefix: string, suffix: string) => ({
  target: {
    source: 'https://example.org/texts/a.txt',
    selector: [
      { type: 'TextQuoteSelector', exact, prefix, suffix },
      { type: 'TextPositionSelector', start: 1, end: 1 + exact.length },
    ],
  },
});

/** A library with two cables. */
export const twoCables = (folder: string) => storeWith(folder, { 'a.txt': A, 'b.txt': B });

/** Reads a file with these annotations. */
export async function read(
  store: TestStore,
  folder: string,
  annotations: readonly object[],
  cableId: string | null = null,
) {
  const report = await store.readComing(
    fileIn(folder, 'notes.json', JSON.stringify(annotations)),
    cableId,
  );
  if (!report) throw new Error('the reading was stopped');
  return report;
}

export async function linesOf(store: TestStore, id: string): Promise<ComingLine[]> {
  const { lines } = await store.comingLines({ id, outcome: null, offset: 0, limit: 500 });
  return lines;
}

export async function take(
  store: TestStore,
  id: string,
  by: { readonly chosen?: PlaceChoice[]; readonly least?: number | null } = {},
) {
  const taken = await store.takeComing({ id, chosen: [], least: null, ...by }, 'miller');
  if (!taken) throw new Error('the import was stopped');
  return taken;
}

/** What stands in a cable, in words: `IL-28s: Note a`. */
export async function saidOf(store: TestStore, file: string): Promise<string[]> {
  const all = await store.listAnnotations(await idOf(store, file));
  return all.map(({ targets, note }) => `${wordsOf({ targets })}: ${note}`);
}

const wordsOf = ({ targets }: Pick<Annotation, 'targets'>) =>
  targets.map(({ quote, lost }) => (lost === null ? quote.exact : `(${quote.exact})`)).join(' … ');
