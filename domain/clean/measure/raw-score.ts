import { clean } from '../clean.ts';
import type { RawCase, RawPhenomenon } from './raw-cases.ts';

/** What cleaning did with the examples of one phenomenon, counted in lines and words marked there. */
export interface PhenomenonScore {
  readonly phenomenon: string;
  readonly cases: number;
  /** Marked pieces that left or were offered to leave. */
  readonly taken: number;
  readonly toTake: number;
}

/** What cleaning did with raw examples. */
export interface RawScore {
  readonly phenomena: readonly PhenomenonScore[];
  /** Accepted changes that took text which must stay. */
  readonly wrong: number;
  /** The share of marked pieces that left or were offered to leave. */
  readonly recall: number;
  /** The number of examples of the phenomenon that has fewest. */
  readonly fewest: number;
}

/** Cleans every example and compares what left with what is marked. */
export function measureRaw(phenomena: readonly RawPhenomenon[]): RawScore {
  let wrong = 0;
  const scores = phenomena.map(({ phenomenon, cases }) => {
    const results = cases.map(measureCase);
    wrong += results.reduce((total, each) => total + each.wrong, 0);
    const taken = results.reduce((total, each) => total + each.taken, 0);
    const toTake = results.reduce((total, each) => total + each.toTake, 0);
    return { phenomenon, cases: cases.length, taken, toTake };
  });
  const taken = scores.reduce((total, each) => total + each.taken, 0);
  const toTake = scores.reduce((total, each) => total + each.toTake, 0);
  const fewest = Math.min(...scores.map((each) => each.cases));
  return { phenomena: scores, wrong, recall: toTake === 0 ? 1 : taken / toTake, fewest };
}

interface Piece {
  readonly from: number;
  readonly to: number;
  readonly certain: boolean;
}

function measureCase({ notation, text }: RawCase): {
  wrong: number;
  taken: number;
  toTake: number;
} {
  const marked = piecesOf(notation);
  const { changes } = clean(text);
  const mayGo = new Uint8Array(text.length);
  for (const { from, to, certain } of marked) if (certain) mayGo.fill(1, from, to);
  const wrong = changes.filter(
    ({ status, from, to, insert }) =>
      status === 'accepted' && takesWords(text, from, to, insert, mayGo),
  ).length;
  const taken = marked.filter((piece) =>
    changes.some((change) => change.from <= piece.from && change.to >= piece.to),
  ).length;
  return { wrong, taken, toTake: marked.length };
}

/** Whether a change takes signs that are neither blank nor marked to go. */
function takesWords(
  text: string,
  from: number,
  to: number,
  insert: string,
  mayGo: Uint8Array,
): boolean {
  if (text.slice(from, to).trim() === insert.trim()) return false;
  for (let at = from; at < to; at++) if (mayGo[at] !== 1 && /\S/.test(text[at] ?? '')) return true;
  return false;
}

/** The marked pieces of a case, at their places in its plain text. */
function piecesOf(notation: string): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  let from = 0;
  for (const sign of notation) {
    if (sign === '«' || sign === '‹') from = at;
    else if (sign === '»' || sign === '›') pieces.push({ from, to: at, certain: sign === '»' });
    else at += sign.length;
  }
  return pieces;
}
