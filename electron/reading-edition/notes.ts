import type { Edition, EditionNote } from './edition.ts';
import { escaped } from './html.ts';

/**
 * The mark of a note in the text. It leads to the note, which leads back to the first mark that refers to
 * it; `again` for the further ones. A mark whose note is not there leads nowhere.
 */
export function markLink(mark: string, note: EditionNote | null, again: boolean): string {
  const shown = escaped(mark);
  if (!note)
    return `<span class="n-mark" role="img" aria-label="Note mark ${shown}, no such note" data-n="${shown}"></span>`;
  const id = again ? '' : ` id="m${note.number}"`;
  return `<a class="n-mark"${id} href="#n${note.number}" data-n="${shown}" aria-label="Note ${shown}"></a>`;
}

/** The notes of the edition that the cable was taken from, as they stand at the foot of a text. */
export function notesSection({ notes, record }: Edition): string {
  if (notes.length === 0) return '';
  const referred = new Set(record.cable.structure.map(({ note }) => note));
  const items = notes.map(({ number, mark, text }) => {
    const shown = escaped(mark);
    const back = referred.has(number - 1)
      ? `<a class="n-back" href="#m${number}" aria-label="Back to mark ${shown}">${shown}</a>`
      : `<span class="n-back">${shown}</span>`;
    return `<li id="n${number}">${back} <span>${escaped(text.replace(/\s+/gu, ' '))}</span></li>`;
  });
  return `<section class="notes" id="notes" aria-label="Notes of the edition"><ol>
${items.join('\n')}
</ol></section>`;
}
