import type { Side } from '../../domain/annotation/annotation.ts';
import type { Cable } from '../../domain/library/cable.ts';
import { useDesk } from '../desk/desk.ts';
import { queryClient } from '../desk/queries.ts';
import { manuscriptOf, textOn } from '../workbench/manuscript.ts';

/** How long a search may be, in UTF-16 code units. */
export const LONGEST = 1000;

/** The words selected in one of these texts, on one line; empty where there are none, or too many to look for. */
export function selectedWords(...sides: readonly Side[]): string {
  const { selection } = useDesk.getState();
  return selection && sides.includes(selection.side) ? wordsOf(selection) : '';
}

/** Words of the cable on the desk, on one line; empty where there are too many to look for. */
export function wordsOf(passage: {
  readonly side: Side;
  readonly from: number;
  readonly to: number;
}): string {
  const { cableId } = useDesk.getState();
  const cable = queryClient.getQueryData<Cable | null>(['cable', cableId]);
  if (!cable) return '';
  const text = textOn(manuscriptOf(cable), passage.side);
  const words = text.sliceString(passage.from, passage.to).replace(/\s*\n\s*/gu, ' ');
  return words.length <= LONGEST ? words : '';
}
