import type { Range } from '../../domain/text/range.ts';
import { acrossAt, counterparts } from '../../domain/transcription/alignment.ts';
import type { MapPiece } from '../../domain/transcription/transcription.ts';

/** A row of the page: what stands side by side. Rows leave no gap on either side (UTF-16 code units). */
export interface Row {
  readonly original: Range;
  readonly transcription: Range;
  /** The number of the paragraph, counted from 1; null where no words of the transcription stand. */
  readonly number: number | null;
}

/** Both texts, and the map between them. */
export interface Sides {
  readonly original: string;
  readonly text: string;
  readonly map: readonly MapPiece[];
}

/** Where both texts are cut. */
interface Cut {
  readonly original: number;
  readonly transcription: number;
}

/**
 * Both texts in rows, a paragraph of the transcription each, beside what it was made of. The original is
 * cut at the beginnings of its lines only; where two paragraphs were made of one line, they share a row.
 * Lines that have left the reading text between two paragraphs have a row of their own.
 */
export function rowsOf(sides: Sides): Row[] {
  const { original, text } = sides;
  const rows: Row[] = [];
  let paragraphs = 0;
  let last: Cut = { original: 0, transcription: 0 };
  const cutAt = (cut: Cut) => {
    if (cut.original < last.original || cut.transcription < last.transcription) return;
    if (cut.original === last.original && cut.transcription === last.transcription) return;
    const words = text.slice(last.transcription, cut.transcription).trim();
    if (words !== '') paragraphs += 1;
    rows.push(between(last, cut, words === '' ? null : paragraphs));
    last = cut;
  };
  for (const gap of gapsIn(text)) for (const cut of cutsAt(sides, gap)) cutAt(cut);
  cutAt({ original: original.length, transcription: text.length });
  return rows;
}

function between(from: Cut, to: Cut, number: number | null): Row {
  return {
    original: { from: from.original, to: to.original },
    transcription: { from: from.transcription, to: to.transcription },
    number,
  };
}

/** What lies between two paragraphs: where the words of the one end, and the line of the other begins. */
interface Gap {
  readonly ends: number;
  readonly begins: number;
}

/** The gaps between paragraphs, with those before the first and after the last. */
function* gapsIn(text: string): Generator<Gap> {
  const first = text.search(/\S/u);
  if (first < 0) return;
  yield { ends: 0, begins: lineStart(text, first) };
  for (const { index, 0: blank } of text.matchAll(/(?<=\S)[^\S\n]*\n\s*\n(?=\s*\S)/gu))
    yield { ends: index, begins: index + blank.length };
  yield { ends: text.trimEnd().length, begins: text.length };
}

/**
 * Where both texts are cut in a gap: before what left the reading text there, and after it. None where the
 * original has no line that begins there.
 */
function cutsAt({ original, text, map }: Sides, { ends, begins }: Gap): Cut[] {
  const end = ends === 0 ? 0 : endAcross(map, ends);
  const atEnd = begins === text.length;
  const begin = atEnd ? original.length : acrossAt(map, 'transcription', wordFrom(text, begins));
  const after = atEnd ? begin : lineStart(original, begin);
  if (after < end) return [];
  const left = end === 0 ? 0 : original.indexOf('\n', end) + 1 || after;
  const word = wordFrom(original, left);
  const before = word < after ? Math.max(left, lineStart(original, word)) : after;
  const alone = before < after;
  if (end === 0 && !alone) return [];
  return (alone ? [before, after] : [after]).map((at) => ({ original: at, transcription: begins }));
}

/** Where ends in the original what the last character before `at` was made of. */
function endAcross(map: readonly MapPiece[], at: number): number {
  const character = { from: at - 1, to: at };
  return (
    counterparts(map, 'transcription', character).at(-1)?.to ??
    acrossAt(map, 'transcription', at - 1)
  );
}

/** The first character at or after a position that is no blank; the end of the text where there is none. */
function wordFrom(text: string, at: number): number {
  const found = text.slice(at).search(/\S/u);
  return found < 0 ? text.length : at + found;
}

function lineStart(text: string, at: number): number {
  return at === 0 ? 0 : text.lastIndexOf('\n', at - 1) + 1;
}
