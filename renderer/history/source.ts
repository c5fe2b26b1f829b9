import type { Range } from '../../domain/text/range.ts';
import { counterparts } from '../../domain/transcription/alignment.ts';
import type { Manuscript } from '../workbench/manuscript.ts';

/**
 * The stretch of the original that a stretch of the transcription comes from, by the exact map: from
 * the first character that answers to it to the last, with what left the reading text between them. For
 * words that come from nowhere, and for a place between two characters: what stands in the original
 * between their neighbours.
 */
export function sourceOf(
  { map, transcription }: Pick<Manuscript, 'map' | 'transcription'>,
  range: Range,
): Range {
  const found = counterparts(map, 'transcription', range);
  const [first, last] = [found[0], found.at(-1)];
  if (first && last) return { from: first.from, to: last.to };
  const back = transcription.map.invertedDesc;
  const from = back.mapPos(range.from, -1);
  return { from, to: Math.max(from, back.mapPos(range.to, 1)) };
}
