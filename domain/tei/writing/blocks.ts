import type { Range } from '../../text/range.ts';
import type { StructureType } from '../../structure/structure.ts';

/** What a block of the transcription is. */
export type BlockKind = 'heading' | 'listItem' | 'routing' | 'signature' | 'paragraph';

/** A stretch without a blank line in it. */
export type Block = Range;

/**
 * A text as blocks and what stands around them: `gaps` has one more than `blocks`, the first before all of
 * them. Gaps hold line ends only; the first and the last may be empty, all others are blank lines.
 */
export function blocksOf(text: string): { blocks: Block[]; gaps: Range[] } {
  const begin = /^\n*/u.exec(text)?.[0].length ?? 0;
  const end =
    begin === text.length ? text.length : text.length - (/\n*$/u.exec(text)?.[0].length ?? 0);
  const blocks: Block[] = [];
  const gaps: Range[] = [{ from: 0, to: begin }];
  if (begin === text.length) return { blocks, gaps };
  let from = begin;
  for (const found of text.slice(begin, end).matchAll(/\n{2,}/gu)) {
    const at = begin + found.index;
    const to = at + found[0].length;
    blocks.push({ from, to: at });
    gaps.push({ from: at, to });
    from = to;
  }
  blocks.push({ from, to: end });
  gaps.push({ from: end, to: text.length });
  return { blocks, gaps };
}

/** A stretch of the transcription and what it is. */
export interface Piece extends Range {
  readonly type: StructureType;
}

const KINDS = ['heading', 'listItem', 'routing', 'signature'] as const;

/** Tells what a block is by the pieces of structure: the first kind of which one piece covers it. */
export function kindsOf(text: string, pieces: readonly Piece[]): (block: Range) => BlockKind {
  const among = pieces.filter(({ type }) => KINDS.some((kind) => kind === type));
  return ({ from, to }) => {
    const words = text.slice(from, to);
    const begin = from + (words.length - words.trimStart().length);
    const end = to - (words.length - words.trimEnd().length);
    const around = among.filter((one) => one.from <= begin && end <= one.to);
    return KINDS.find((kind) => around.some(({ type }) => type === kind)) ?? 'paragraph';
  };
}
