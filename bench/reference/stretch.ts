/**
 * The geometry of the reference mapper: how places and ranges of a text go over into the next text.
 * It is written from the specification alone and shares nothing with what it checks.
 */

/** A stretch `[from, to)` of a text (UTF-16 code units). */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/**
 * `[from, to)` of a text has given way to `[newFrom, newTo)` of the next. The stretches of a step are
 * sorted; two of them may border on each other. Whatever lies outside stays.
 */
export interface Stretch extends Span {
  readonly newFrom: number;
  readonly newTo: number;
}

/** How much of the text around them a quote keeps of the words before and after, in UTF-16 code units. */
const CONTEXT = 32;

/** Words of a text with what stands around them. */
export interface Quoted {
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
}

/** Whether a place in a text lies between the two code units of one character. */
export function halves(text: string, at: number): boolean {
  return /^[\uD800-\uDBFF][\uDC00-\uDFFF]$/.test(text.slice(Math.max(0, at - 1), at + 1));
}

/** The words of `span` with their context, which never begins or ends with half a character. */
export function quoted(text: string, { from, to }: Span): Quoted {
  let begin = Math.max(0, from - CONTEXT);
  let end = Math.min(text.length, to + CONTEXT);
  if (halves(text, begin)) begin++;
  if (halves(text, end)) end--;
  return {
    exact: text.slice(from, to),
    prefix: text.slice(begin, from),
    suffix: text.slice(to, end),
  };
}

/**
 * Where the cells of `span` are, with those that have come to belong to it: what was put in strictly
 * inside, or in the place of a stretch that lies wholly within. Null where none is left.
 */
export function carrySpan(span: Span, stretches: readonly Stretch[]): Span | null {
  let first = Infinity;
  let last = -Infinity;
  const belongs = (from: number, to: number) => {
    if (from >= to) return;
    first = Math.min(first, from);
    last = Math.max(last, to);
  };
  let reached = 0;
  let newReached = 0;
  const stayed = (to: number) => {
    const shift = newReached - reached;
    belongs(Math.max(reached, span.from) + shift, Math.min(to, span.to) + shift);
  };
  for (const stretch of stretches) {
    stayed(stretch.from);
    if (within(stretch, span)) belongs(stretch.newFrom, stretch.newTo);
    reached = stretch.to;
    newReached = stretch.newTo;
  }
  stayed(Infinity);
  return first < last ? { from: first, to: last } : null;
}

function within(stretch: Stretch, span: Span): boolean {
  if (stretch.from === stretch.to) return span.from < stretch.from && stretch.from < span.to;
  return span.from <= stretch.from && stretch.to <= span.to;
}

/** Where a place is: before whatever was put in there, or in the place of the text around it. */
export function carryPlace(place: number, stretches: readonly Stretch[]): number {
  let shift = 0;
  for (const { from, to, newFrom, newTo } of stretches) {
    if (from === place || (from < place && place < to)) return newFrom;
    if (from > place) break;
    shift = newTo - to;
  }
  return place + shift;
}

/** Whether a place lies strictly inside text that has given way. */
export function isInside(place: number, stretches: readonly Stretch[]): boolean {
  return stretches.some(({ from, to }) => from < place && place < to);
}

/**
 * Where the words of a quote stand again: only in what was put in at the very place, and only where
 * they stand there once between what stood around them. Null elsewhere.
 */
export function comeBack(
  { exact, prefix, suffix }: Quoted,
  place: number,
  stretches: readonly Stretch[],
  text: string,
): Span | null {
  const here = stretches.filter(
    ({ from, to, newFrom, newTo }) =>
      (from === place || (from < place && place < to)) && newFrom < newTo,
  );
  const [begin, end] = [here[0]?.newFrom ?? 0, here.at(-1)?.newTo ?? 0];
  if (here.length === 0) return null;
  const found: number[] = [];
  for (let at = begin; at + exact.length <= end; at++)
    if (
      text.startsWith(exact, at) &&
      text.startsWith(suffix, at + exact.length) &&
      at >= prefix.length &&
      text.startsWith(prefix, at - prefix.length)
    )
      found.push(at);
  const [at, ...others] = found;
  return at === undefined || others.length > 0 ? null : { from: at, to: at + exact.length };
}

/** The stretches between two lists of cells that share some in the same order; `groups` parts what would be one. */
export function stretchesBetween<Cell>(
  before: readonly Cell[],
  after: readonly Cell[],
  group: (cell: Cell) => number = () => 0,
): Stretch[] {
  const there = new Set(after);
  const here = new Set(before);
  const all: Stretch[] = [];
  let at = 0;
  let newAt = 0;
  for (;;) {
    const gone = run(before, at, (cell) => !there.has(cell));
    const come = run(after, newAt, (cell) => !here.has(cell));
    for (const each of [...new Set([...gone, ...come].map(group))].toSorted((a, b) => a - b)) {
      const to = at + gone.filter((cell) => group(cell) === each).length;
      const newTo = newAt + come.filter((cell) => group(cell) === each).length;
      all.push({ from: at, to, newFrom: newAt, newTo });
      at = to;
      newAt = newTo;
    }
    if (at === before.length && newAt === after.length) return all;
    if (before[at] !== after[newAt])
      throw new Error('the cells that stay have changed their order');
    at++;
    newAt++;
  }
}

function run<Cell>(cells: readonly Cell[], from: number, fits: (cell: Cell) => boolean): Cell[] {
  let to = from;
  for (let cell = cells[to]; cell !== undefined && fits(cell); cell = cells[++to]);
  return cells.slice(from, to);
}
