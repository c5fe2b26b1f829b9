import { isBlankLine, type Line } from '../../text/lines.ts';

/** One note of the list: the number it is listed under and its text `[from, to)` without that number. */
export interface ListedNote {
  readonly number: number;
  readonly from: number;
  readonly to: number;
  /** Where the line with its number begins. */
  readonly line: number;
}

/** The list of notes at the end of a text, from line `first` to line `last`. */
export interface NoteList {
  readonly notes: readonly ListedNote[];
  readonly first: number;
  readonly last: number;
  /** Whether the first note names the source of the document ("Source: Department of State, …"). */
  readonly sourced: boolean;
}

const NUMBERED = /^(\d{1,3})\. /;

/** Blanks before a line that continue a note into a further paragraph. */
const PARAGRAPH_INDENT = 4;

/**
 * The list of notes that ends a text, or null where there is none. The notes are numbered from 1
 * without a gap and indented; a list that is not indented counts only if it begins with the source.
 * Read from the end, so that a numbered list in the message itself is never reached.
 */
export function findNoteList(text: string, lines: readonly Line[]): NoteList | null {
  const heads = headsFromTheEnd(lines);
  const first = heads[0];
  if (!first) return null;
  const last = lastStanding(lines);
  const notes = heads.map((head, index) => {
    const from = head.start + (NUMBERED.exec(head.text)?.[0].length ?? 0);
    const next = heads[index + 1];
    const end = next ? lineBefore(lines, next.index) : last;
    return { number: index + 1, from, to: Math.max(from, end?.end ?? from), line: head.index };
  });
  const opening = notes[0] ? text.slice(notes[0].from, notes[0].from + 7) : '';
  const sourced = opening.startsWith('Source:');
  if (first.start === first.from && !sourced) return null;
  return { notes, first: first.index, last: last?.index ?? first.index, sourced };
}

/** The numbered lines N … 1 in reading order, or none where the count does not come down to 1. */
function headsFromTheEnd(lines: readonly Line[]): Line[] {
  const heads: Line[] = [];
  let expected: number | null = null;
  for (let index = lines.length - 1; index >= 0; index--) {
    const line = lines[index];
    if (!line || isBlankLine(line)) continue;
    const number = Number(NUMBERED.exec(line.text)?.[1] ?? -1);
    if (number > 0 && (expected === null || number === expected)) {
      heads.push(line);
      if (number === 1) return heads.toReversed();
      expected = number - 1;
    } else if (!continuesNote(lines, index)) return [];
  }
  return [];
}

/** Whether the line can belong to the note above it: indented, or directly below another line. */
function continuesNote(lines: readonly Line[], index: number): boolean {
  const line = lines[index];
  const above = lines[index - 1];
  if (!line) return false;
  const indented = line.start - line.from >= PARAGRAPH_INDENT;
  return indented || (above !== undefined && !isBlankLine(above));
}

function lastStanding(lines: readonly Line[]): Line | undefined {
  return lines.findLast((line) => !isBlankLine(line));
}

function lineBefore(lines: readonly Line[], index: number): Line | undefined {
  for (let at = index - 1; at >= 0; at--) {
    const line = lines[at];
    if (line && !isBlankLine(line)) return line;
  }
  return undefined;
}
