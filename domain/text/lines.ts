/**
 * One line of a text. All positions are UTF-16 code units of that text: `[from, to)` is the line
 * without its line end, `[start, end)` the same without the blanks at its edges; a blank line has
 * `start === end`. `text` is what stands in `[start, end)`.
 */
export interface Line {
  readonly index: number;
  readonly from: number;
  readonly to: number;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Whether the UTF-16 code unit is a blank that can stand at the edge of a line. */
export function isBlank(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13 && code !== 10) || code === 160;
}

/** Whether nothing but blanks stands on the line. */
export function isBlankLine(line: Line): boolean {
  return line.start === line.end;
}

/** The lines of a text, divided at `\n` only: in linear time, however hostile the text. */
export function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  let from = 0;
  while (from <= text.length) {
    const found = text.indexOf('\n', from);
    const to = found < 0 ? text.length : found;
    lines.push(lineOf(text, lines.length, from, to));
    from = to + 1;
  }
  return lines;
}

function lineOf(text: string, index: number, from: number, to: number): Line {
  let start = from;
  let end = to;
  while (start < end && isBlank(text.charCodeAt(start))) start++;
  while (end > start && isBlank(text.charCodeAt(end - 1))) end--;
  return { index, from, to, start, end, text: text.slice(start, end) };
}

/** The line in which a position stands, by bisection; a line end belongs to the line it ends. */
export function lineAt(lines: readonly Line[], position: number): Line | undefined {
  let low = 0;
  let high = lines.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((lines[middle]?.from ?? 0) <= position) low = middle;
    else high = middle - 1;
  }
  return lines[low];
}
