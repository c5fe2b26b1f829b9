import type { Loss } from '../../exchange/loss.ts';
import type { CableRecord } from '../../exchange/record.ts';
import type { LossKind } from '../../exchange/telling.ts';

const HISTORY: LossKind = {
  kind: 'history',
  sentence:
    'The history of a text is told, but its earlier states cannot be restored from the file.',
};

/** All that TEI P5 may lose. */
export const teiLossKinds: readonly LossKind[] = [HISTORY];

/** What TEI P5 cannot say of a cable. */
export function teiLosses({ cable: { summary }, revisions }: CableRecord): Loss[] {
  if (revisions.length < 2) return [];
  return [{ ...HISTORY, what: summary.title, cableId: summary.id, annotationId: null }];
}
