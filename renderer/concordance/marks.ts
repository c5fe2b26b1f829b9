/** Which lines are marked: those in `lines`, or all but those. A line is named by its number as it was made. */
export interface Marks {
  readonly all: boolean;
  readonly lines: ReadonlySet<number>;
}

export const NONE: Marks = { all: false, lines: new Set() };
export const ALL: Marks = { all: true, lines: new Set() };

/** Whether a line is marked. */
export function isMarked({ all, lines }: Marks, line: number): boolean {
  return lines.has(line) !== all;
}

/** Marks a line, or no longer does. */
export function toggled(marks: Marks, line: number): Marks {
  return setTo(marks, [line], !isMarked(marks, line));
}

/** Marks lines beside those that are marked. */
export function withLines(marks: Marks, lines: readonly number[]): Marks {
  return setTo(marks, lines, true);
}

function setTo({ all, lines }: Marks, some: readonly number[], marked: boolean): Marks {
  const next = new Set(lines);
  for (const line of some)
    if (marked === all) next.delete(line);
    else next.add(line);
  return { all, lines: next };
}

/** How many of `total` lines are marked. */
export function markedOf({ all, lines }: Marks, total: number): number {
  return all ? total - lines.size : lines.size;
}

/** Whether all lines are marked, some, or none. */
export function checkedOf(marks: Marks, total: number): boolean | 'mixed' {
  const marked = markedOf(marks, total);
  if (marked === 0) return false;
  return marked === total ? true : 'mixed';
}

/** The lines that are marked, as a request names them. */
export function chosenOf({ all, lines }: Marks): { only: number[] | null; except: number[] } {
  return all ? { only: null, except: [...lines] } : { only: [...lines], except: [] };
}
