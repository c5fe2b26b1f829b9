import { isBlankLine, linesOf, type Line } from '../text/lines.ts';
import { footOfForm, headingKind, type HeadingKind, type Stretch } from './form.ts';
import { markCandidates, type Candidate } from './notes/candidates.ts';
import { findNoteList, type NoteList } from './notes/list.ts';
import { pairMarks, type NoteMark } from './notes/pairing.ts';
import { findTitle, type Title } from './title.ts';
import { firstRunningLine } from './zones.ts';

/**
 * A text as the rules see it: its lines, what has been made out of it as a whole, and what the rules
 * before this one have found. Positions are UTF-16 code units.
 */
export interface Reading {
  readonly text: string;
  readonly lines: readonly Line[];
  readonly title: Title | null;
  /** The list of notes at the end, or null. */
  readonly notes: NoteList | null;
  readonly marks: readonly NoteMark[];
  /** Where the text before the list of notes ends. */
  readonly bodyEnd: number;
  /** The line on which the message itself begins; before it stands the heading with its furniture. */
  readonly running: number;
  /** The foot of the form of the first page, or null. */
  readonly foot: Stretch | null;
  /** What the lines before `running` are. */
  readonly heading: HeadingKind;
  /** The lines that stand and are not blank, in reading order. */
  readonly staying: readonly Line[];
  /** Whether an earlier rule has taken the line out of the reading text. */
  readonly gone: (line: number) => boolean;
  /** Whether an earlier rule has taken the line out, or offers to. */
  readonly claimed: (line: number) => boolean;
  /** Whether an earlier rule lets the line run on in the next. */
  readonly joined: (line: number) => boolean;
}

/** What does not change while the rules run. */
export type FirstReading = Omit<Reading, 'staying' | 'gone' | 'claimed' | 'joined'>;

/** The first reading of a text: lines, title, notes and their marks. */
export function firstReading(text: string): FirstReading {
  const lines = linesOf(text);
  const title = findTitle(lines);
  const notes = findNoteList(text, lines);
  const bodyEnd = notes ? (lines[notes.first]?.from ?? text.length) : text.length;
  const candidates = notes || title ? markCandidates(text, bodyEnd, title) : [];
  const marks = notes ? pairMarks(candidates, notes.notes.length, supportOf(text, notes)) : [];
  const running = firstRunningLine(lines, title);
  return {
    text,
    lines,
    title,
    notes,
    marks: notes ? marks : withoutList(candidates, title),
    bodyEnd,
    running,
    foot: footOfForm(lines),
    heading: headingKind(lines, running),
  };
}

/** The note itself can tell which digits are its mark: `my 21950`, and in the note "Telegram No. 219". */
function supportOf(text: string, list: NoteList): (candidate: Candidate, note: number) => number {
  return (candidate, index) => {
    const note = list.notes[index];
    if (!note || candidate.strength > 4) return 0;
    const number = /\d+$/.exec(text.slice(Math.max(0, candidate.from - 7), candidate.from))?.[0];
    if (!number || number.length < 2) return 0;
    const words = text.slice(note.from, Math.min(note.to, note.from + 2000));
    return new RegExp(`(?<!\\d)${number}(?!\\d)`).test(words) ? 3 : 0;
  };
}

/** Where the list of notes is lost, the mark of the title is sure and those of the text are offered. */
function withoutList(candidates: readonly Candidate[], title: Title | null): NoteMark[] {
  const first = candidates.find((each) => each.strength === 12);
  if (!first || !title) return [];
  const marks = [unpaired(first, true)];
  let expected = first.value + 1;
  for (const each of candidates) {
    if (each.from < first.to || each.value !== expected || each.strength < 10) continue;
    marks.push(unpaired(each, false));
    expected++;
  }
  return marks;
}

function unpaired({ from, to, value }: Candidate, certain: boolean): NoteMark {
  return { from, to, value, note: null, certain };
}

/** The lines that stand: neither blank nor gone. */
export function stayingLines(
  lines: readonly Line[],
  gone: (line: number) => boolean,
): readonly Line[] {
  return lines.filter((line) => !isBlankLine(line) && !gone(line.index));
}
