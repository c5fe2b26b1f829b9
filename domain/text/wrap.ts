import type { Line } from './lines.ts';

/** Typed lines are at least and at most so wide, in UTF-16 code units. */
const NARROW = 45;
const WIDE = 110;

/**
 * How wide the lines of a typed text are: the width that nine in ten of the lines with another line
 * directly below them keep to. Null where too few lines are broken to tell.
 */
export function typedWidth(lines: readonly Line[]): number | null {
  const widths: number[] = [];
  lines.forEach((line, at) => {
    const width = line.end - line.from;
    const next = lines[at + 1];
    if (width >= NARROW && width <= WIDE && next && next.index === line.index + 1)
      widths.push(width);
  });
  if (widths.length === 0) return null;
  widths.sort((a, b) => a - b);
  return widths[Math.floor((widths.length - 1) * 0.9)] ?? null;
}

/** Whether a line of a typed text is full: the first word of the next one had no room on it. */
export function isFull(line: Line, next: Line, width: number): boolean {
  const length = line.end - line.from;
  if (length > width + 2 * SLACK || length < NARROW * 0.8) return false;
  const word = next.text.slice(0, 40).search(/\s|$/);
  return length + 1 + word > width - SLACK;
}

/** A typist breaks a line a few signs before its end. */
const SLACK = 6;
