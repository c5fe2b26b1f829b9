import { holds } from '../../domain/emendation/emendation.ts';
import { tokensOf } from '../../domain/tei/lexer.ts';
import { TEI_MARKUP } from '../../domain/tei/rules.ts';
import type { Range } from '../../domain/text/range.ts';
import { acrossAt, counterparts } from '../../domain/transcription/alignment.ts';
import type { Edition } from './edition.ts';
import { escaped } from './html.ts';
import { markLink } from './notes.ts';
import { classMark, type Mark, type Sign } from './painter.ts';

/** What stands over a text without being an annotation. */
export interface Marking {
  readonly marks: readonly Mark[];
  readonly signs: readonly Sign[];
}

/** What the original shows: what left the reading text, proposals, what was emended, and where the apparatus speaks of it. */
export function originalMarks(edition: Edition): Marking {
  const { cable } = edition.record;
  const struck = struckIn(edition);
  const digits = new Set(
    cable.structure.filter(({ type }) => type === 'noteReference').map(({ from }) => from),
  );
  const changes = cable.changes
    .filter(({ status, rule }) => status !== 'rejected' && rule !== TEI_MARKUP)
    .map((change): Mark => {
      const { from, to, status, insert } = change;
      if (status === 'proposed') return classMark(change, 'proposal');
      if (insert.trim() !== '') return classMark(change, 'replaced');
      if (struck(from, to)) return classMark(change, 'left struck');
      return classMark(change, digits.has(from) || digits.has(from + 1) ? 'left digit' : 'left');
    });
  const emended = emendedPlaces(edition).flatMap(({ number, original }) =>
    emendedMark(original, number),
  );
  const signs = edition.entries.map(({ number, entry }): Sign => ({
    at: entry.range.from,
    html: `<span id="o${number}"></span>`,
  }));
  return { marks: [...changes, ...emended, ...markupMarks(edition)], signs };
}

/** The tags of an original in XML, faint, so that its words stand out, and the indentation of its lines, narrow. */
function markupMarks({ record: { cable } }: Edition): Mark[] {
  if (cable.original.format !== 'tei') return [];
  const { text } = cable.original;
  const tags = [...tokensOf(text)]
    .filter(({ kind }) => kind !== 'text' && kind !== 'entity' && kind !== 'cdata')
    .map((token) => classMark(token, 'left'));
  const indents = [...text.matchAll(/^[ \t]{3,}/gmu)].map(({ index, 0: { length } }) =>
    classMark({ from: index, to: index + length }, 'indent'),
  );
  return [...tags, ...indents];
}

function struckIn({ record }: Edition) {
  const deletions = record.cable.structure.filter(
    ({ type }) => type === 'deletion' || type === 'illegible',
  );
  return (from: number, to: number) =>
    deletions.some((deletion) => deletion.from < to && from < deletion.to);
}

/** What the transcription shows: page breaks, marks of notes, proposals, editors’ insertions, emendations. */
export function transcriptionMarks(edition: Edition): Marking {
  const { cable } = edition.record;
  const proposals = cable.changes
    .filter(({ status }) => status === 'proposed')
    .map((change) => classMark(across(edition, change), 'proposal'));
  const supplied = cable.structure
    .filter(({ type }) => type === 'supplied')
    .map((piece) => classMark(across(edition, piece), 'supplied'));
  const places = emendedPlaces(edition);
  const emended = places.flatMap(({ number, transcription }) => emendedMark(transcription, number));
  const removed = places
    .filter(({ transcription: { from, to } }) => from === to)
    .map(({ number, transcription: { from } }): Sign => ({
      at: from,
      html: `<a class="caret" href="#e${number}" aria-label="Emended: words taken away"></a>`,
    }));
  const marks = [...proposals, ...supplied, ...emended];
  return { marks, signs: [...structureSigns(edition), ...removed, ...placeSigns(edition)] };
}

function structureSigns(edition: Edition): Sign[] {
  const { record, mapping, notes } = edition;
  const met = new Set<number>();
  return record.cable.structure.flatMap((piece): Sign[] => {
    const at = mapping.at(piece.from, 1);
    if (piece.type === 'pageBreak') return [{ at, html: pageBreak(piece.label) }];
    if (piece.type !== 'noteReference' || piece.label === null) return [];
    const note = piece.note === null ? undefined : notes[piece.note];
    const again = note !== undefined && met.has(note.number);
    if (note) met.add(note.number);
    return [{ at, html: markLink(piece.label, note ?? null, again) }];
  });
}

function pageBreak(label: string | null): string {
  const page = label === null ? 'page' : `p. ${label}`;
  const name = label === null ? 'Page break' : `Page ${label}`;
  return `<span class="page" role="img" aria-label="${escaped(name)}" data-n="${escaped(page)}"></span>`;
}

/** The places in the transcription that entries of the apparatus speak of. */
function placeSigns(edition: Edition): Sign[] {
  return edition.entries.map(({ number, entry }) => ({
    at:
      entry.kind === 'emendation'
        ? entry.place.transcription.from
        : acrossAt(edition.map, 'original', entry.range.from),
    html: `<span id="t${number}"></span>`,
  }));
}

/** Where emendations that hold stand, with the numbers of their entries. */
function emendedPlaces({ entries }: Edition) {
  return entries.flatMap(({ number, entry }) =>
    entry.kind === 'emendation' && holds(entry.emendation)
      ? [{ number, transcription: entry.place.transcription, original: entry.place.original }]
      : [],
  );
}

/** Words that were emended lead to what the apparatus says of them. */
function emendedMark({ from, to }: Range, number: number): Mark[] {
  const open = `<a class="emended" href="#e${number}">`;
  return from < to ? [{ from, to, open, close: '</a>', depth: 0.5 }] : [];
}

/** Where a stretch of the original stands in the transcription, from its first words to its last. */
function across({ map, mapping }: Edition, { from, to }: Range): Range {
  const found = counterparts(map, 'original', { from, to });
  const at = mapping.at(from, 1);
  return { from: found[0]?.from ?? at, to: found.at(-1)?.to ?? at };
}
