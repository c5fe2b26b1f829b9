import type { Range } from '../../domain/text/range.ts';
import { counterparts } from '../../domain/transcription/alignment.ts';
import type { Manuscript } from '../workbench/manuscript.ts';

/**
 * The stretch of the original that a stretch of the transcription comes from, by the exact map: from
 * the first character that answers to it to the last, with what left the reading text between them.
 * For words that come from nowhere, and for a place without words: what stands in the original between
 * the words on either side. Blanks at the edges are left aside, unless there is nothing else.
 */
export function sourceOf(
  { map, transcription }: Pick<Manuscript, 'map' | 'transcription'>,
  range: Range,
): Range {
  const text = transcription.text.toString();
  const original = transcription.original.toString();
  const words = trimmed(text, range);
  const blank = words.from === words.to && range.from < range.to;
  const found = counterparts(map, 'transcription', blank ? range : words);
  const [first, last] = [found[0], found.at(-1)];
  if (first && last) return { from: first.from, to: last.to };
  const back = transcription.map.invertedDesc;
  const from = back.mapPos(text.slice(0, words.from).trimEnd().length, -1);
  const gap = text.length - text.slice(words.to).trimStart().length;
  const to = Math.max(from, back.mapPos(gap, 1));
  return blank ? { from, to } : trimmed(original, { from, to });
}

/** A stretch without the blanks and line ends at its edges; empty at its beginning where there is nothing else. */
function trimmed(text: string, { from, to }: Range): Range {
  const words = text.slice(from, to);
  const start = from + words.length - words.trimStart().length;
  return words.trim() === ''
    ? { from, to: from }
    : { from: start, to: start + words.trim().length };
}
