import { noteTargetOf } from '../annotation/note-link.ts';
import type { Loss } from './loss.ts';
import type { CableRecord } from './record.ts';
import { counted, type LossKind } from './telling.ts';

const FOR_READING: LossKind = {
  kind: 'for-reading',
  sentence:
    'A page is made for readers: this program does not read it back. Export TEI as well where the cables shall come back.',
};
const HISTORY: LossKind = {
  kind: 'history',
  sentence: 'The page shows the text as it is now, not its earlier revisions.',
};
const EVIDENCE: LossKind = {
  kind: 'evidence',
  sentence: 'The page does not show where in the original the evidence of a field stands.',
};
const PICTURES: LossKind = {
  kind: 'pictures',
  sentence: 'A picture in a note is told by its address only: the page fetches nothing.',
};
const LINKS: LossKind = {
  kind: 'links',
  sentence:
    'A link in a note to another cable leads to its line in the list, if the cable is exported too.',
};

/** All that a reading edition may not say. */
export const editionLossKinds: readonly LossKind[] = [
  FOR_READING,
  HISTORY,
  EVIDENCE,
  PICTURES,
  LINKS,
];

/** What the page of a cable in a reading edition does not say. */
export function editionLosses(record: CableRecord): Loss[] {
  const { cable, annotations, revisions } = record;
  const { id: cableId, title } = cable.summary;
  const of = (kind: LossKind, what: string, annotationId: string | null = null): Loss => ({
    ...kind,
    what,
    cableId,
    annotationId,
  });
  const evidence = cable.metadata.filter((entry) => entry.evidence !== null).length;
  return [
    of(FOR_READING, title),
    ...(revisions.length > 1
      ? [of(HISTORY, `${counted(revisions.length, 'revision')} of ${title}`)]
      : []),
    ...(evidence > 0 ? [of(EVIDENCE, `${counted(evidence, 'field')} of ${title}`)] : []),
    ...annotations.flatMap(({ id, note }) =>
      picturesIn(note).map((address) => of(PICTURES, address, id)),
    ),
    ...annotations.flatMap(({ id, note }) =>
      linksOut(note, record).map((address) => of(LINKS, address, id)),
    ),
  ];
}

function picturesIn(note: string): string[] {
  return [...note.matchAll(/!\[[^\]]*\]\(\s*<?([^\s)>]+)/gu)].map(([, address = '']) => address);
}

/** Addresses of what lies in other cables of the library. */
function linksOut(note: string, { cable, annotations }: CableRecord): string[] {
  const own = new Set([cable.summary.id, ...annotations.map(({ id }) => id)]);
  return [...note.matchAll(/\]\(((?:annotation|cable):[^\s)]+)\)/gu)].flatMap(
    ([, address = '']) => {
      const target = noteTargetOf(address);
      return target && !own.has(target.id) ? [address] : [];
    },
  );
}
