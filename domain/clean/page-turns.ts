import type { Change } from '../change/change.ts';
import type { Structure } from '../structure/structure.ts';

/**
 * Structure in which one turn of a page is one page break. The banner, the batch code and the number
 * of a page each tell of the same turn where nothing that is read stands between them; the one that
 * knows the page's number is kept. `changes` are the accepted ones, in reading order.
 */
export function onePageTurn(
  original: string,
  structure: readonly Structure[],
  changes: readonly Change[],
): Structure[] {
  const kept: Structure[] = [];
  /** Where the last page break stands in `kept`, and where in the original the turn it tells of ends. */
  let last = -1;
  let end = 0;
  for (const piece of structure) {
    if (piece.type !== 'pageBreak') {
      kept.push(piece);
      continue;
    }
    const before = kept[last];
    const same = before && nothingRead(original, changes, end, piece.from);
    end = piece.to;
    if (same && piece.label === null) continue;
    if (same && before.label === null) {
      kept[last] = piece;
      continue;
    }
    last = kept.length;
    kept.push(piece);
  }
  return kept.toSorted((a, b) => a.from - b.from || b.to - a.to);
}

/** Whether all text of `[from, to)` is white space or has left the reading text. */
function nothingRead(
  original: string,
  changes: readonly Change[],
  from: number,
  to: number,
): boolean {
  let at = from;
  for (let index = firstReaching(changes, at); at < to; index++) {
    const change = changes[index];
    const end = Math.min(to, change?.from ?? to);
    if (end > at && original.slice(at, end).trim() !== '') return false;
    if (!change || change.from >= to) return true;
    if (change.insert.trim() !== '') return false;
    at = Math.max(at, change.to);
  }
  return true;
}

/** The index of the first change that ends after `position`. */
function firstReaching(changes: readonly Change[], position: number): number {
  let low = 0;
  let high = changes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((changes[middle]?.to ?? Infinity) > position) high = middle;
    else low = middle + 1;
  }
  return low;
}
