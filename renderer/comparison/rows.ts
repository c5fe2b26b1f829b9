import type { Segment } from '../../domain/collation/collate.ts';

/** A stretch of a row: words both texts have, or what each has where they differ. */
export interface Piece {
  /** The number of the difference, from 0; null where both are the same. */
  readonly difference: number | null;
  /** Whether the difference begins here; one of several paragraphs is a piece in each. */
  readonly begins: boolean;
  readonly left: string;
  readonly right: string;
}

/**
 * A paragraph of both texts, or a stretch of a very long one. `at` is where it begins in the left text
 * (UTF-16 code units); `alike` how many words in it are the same.
 */
export interface Row {
  /** Its number, from 0. */
  readonly index: number;
  readonly at: number;
  readonly pieces: readonly Piece[];
  readonly alike: number;
  readonly differs: boolean;
}

/** What is drawn: a row, or rows that are alike and folded to a line. */
export type Line =
  | { readonly type: 'row'; readonly row: Row }
  | { readonly type: 'fold'; readonly at: number; readonly words: number };

/** A row is ended within a paragraph after about so many characters, so that no row is too long to draw. */
const LONG = 1500;

/** Fewer words than these that are alike are not folded. */
const FOLDED = 40;

/** Two compared texts as paragraphs in reading order. */
export function rowsOf(segments: readonly Segment[], left: string, right: string): Row[] {
  const rows: Row[] = [];
  let pieces: Piece[] = [];
  let [begun, reached] = [0, 0];
  const end = () => {
    if (pieces.length > 0) rows.push(rowOf(rows.length, begun, pieces));
    [begun, pieces] = [reached, []];
  };
  let differences = 0;
  for (const { same, a, b } of segments) {
    const difference = same ? null : differences++;
    const ofLeft = chunksOf(left.slice(a.from, a.to));
    const ofRight = same ? ofLeft : chunksOf(right.slice(b.from, b.to));
    const chunks = Math.max(ofLeft.length, ofRight.length);
    for (let index = 0; index < chunks; index++) {
      const piece: Piece = {
        difference,
        begins: !same && index === 0,
        left: ofLeft[index] ?? '',
        right: ofRight[index] ?? '',
      };
      pieces.push(piece);
      reached += piece.left.length;
      if (index < chunks - 1 || (atLineEnd(pieces, 'left') && atLineEnd(pieces, 'right'))) end();
    }
  }
  end();
  return rows;
}

/** Whether one text of a row ends with a line, or has nothing in the row. */
function atLineEnd(pieces: readonly Piece[], side: 'left' | 'right'): boolean {
  const last = pieces.findLast((piece) => piece[side] !== '');
  return last === undefined || last[side].endsWith('\n');
}

function rowOf(index: number, at: number, pieces: readonly Piece[]): Row {
  const same = pieces.filter(({ difference }) => difference === null);
  const alike = same.reduce((sum, { left }) => sum + wordsIn(left), 0);
  return { index, at, pieces, alike, differs: same.length < pieces.length };
}

/** How many words a text has, counted as they are told apart by white space. */
export function wordsIn(text: string): number {
  return text.match(/\S+/gu)?.length ?? 0;
}

/** A text divided after its line ends, and after a blank in lines that are very long. */
function chunksOf(text: string): string[] {
  return (text.match(/\n+|[^\n]+\n*/gu) ?? []).flatMap((line) => {
    if (line.length <= LONG) return [line];
    const parts: string[] = [];
    let from = 0;
    while (line.length - from > LONG) {
      const blank = line.lastIndexOf(' ', from + LONG);
      const to = blank > from ? blank + 1 : from + LONG;
      parts.push(line.slice(from, to));
      from = to;
    }
    return [...parts, line.slice(from)];
  });
}

/** The rows as they are drawn: those that are alike are folded, but for those `opened` (by where the fold begins). */
export function folded(rows: readonly Row[], opened: ReadonlySet<number>): Line[] {
  const lines: Line[] = [];
  let alike: Row[] = [];
  const fold = () => {
    const words = alike.reduce((sum, row) => sum + row.alike, 0);
    const [first] = alike;
    if (first && words >= FOLDED && !opened.has(first.at))
      lines.push({ type: 'fold', at: first.at, words });
    else lines.push(...alike.map((row): Line => ({ type: 'row', row })));
    alike = [];
  };
  for (const row of rows) {
    if (!row.differs) {
      alike.push(row);
      continue;
    }
    fold();
    lines.push({ type: 'row', row });
  }
  fold();
  return lines;
}

/** By the number of a difference: the line in which it begins. */
export function placesOf(lines: readonly Line[]): number[] {
  const places: number[] = [];
  for (const [index, line] of lines.entries())
    if (line.type === 'row')
      for (const { difference, begins } of line.row.pieces)
        if (difference !== null && begins) places[difference] = index;
  return places;
}
