import { noteTargetOf } from '../../domain/annotation/note-link.ts';
import type { Loss } from '../../domain/exchange/loss.ts';
import type { CableRecord } from '../../domain/exchange/record.ts';
import { count } from './html.ts';

/** What the page of a cable does not say. */
export function editionLosses(record: CableRecord): Loss[] {
  const { cable, annotations } = record;
  const of = (
    kind: string,
    sentence: string,
    what: string,
    annotationId: string | null = null,
  ) => ({
    kind,
    sentence,
    what,
    cableId: cable.summary.id,
    annotationId,
  });
  const { title } = cable.summary;
  const losses = [of('for-reading', FOR_READING, title)];
  if (record.revisions.length > 1)
    losses.push(
      of('history', HISTORY, `${count(record.revisions.length, 'revision')} of ${title}`),
    );
  const evidence = cable.metadata.filter((entry) => entry.evidence !== null).length;
  if (evidence > 0)
    losses.push(of('evidence', EVIDENCE, `${count(evidence, 'field')} of ${title}`));
  for (const { id, note } of annotations)
    for (const address of picturesIn(note)) losses.push(of('pictures', PICTURES, address, id));
  for (const { id, note } of annotations)
    for (const address of linksOut(note, record)) losses.push(of('links', LINKS, address, id));
  return losses;
}

const FOR_READING =
  'A page is made for readers: this program does not read it back. Export TEI as well where the cables shall come back.';
const HISTORY = 'The page shows the text as it is now, not its earlier revisions.';
const EVIDENCE = 'The page does not show where in the original the evidence of a field stands.';
const PICTURES = 'A picture in a note is told by its address only: the page fetches nothing.';
const LINKS =
  'A link in a note to another cable leads to its line in the list, if the cable is exported too.';

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
