import type { Loss } from './loss.ts';
import type { CableRecord } from './record.ts';
import { counted, type LossKind, lossOfCable } from './telling.ts';

const TEXT: LossKind = {
  kind: 'text',
  sentence:
    'The table has the annotations with the words they stand on, not the texts: of each cable the original, the transcription with its apparatus, and what is known of it are left out.',
};

/** All that the tables leave out. */
export const csvLossKinds: readonly LossKind[] = [TEXT];

/** What the tables leave out of a cable: the text is not in them. */
export function csvLosses(record: CableRecord): Loss[] {
  const { changes, emendations, structure, metadata } = record.cable;
  const what = [
    counted(changes.length, 'change'),
    counted(emendations.length, 'emendation'),
    counted(structure.length, 'piece of structure', 'pieces of structure'),
    counted(metadata.length, 'value'),
    counted(record.revisions.length, 'revision'),
  ].join(', ');
  return [lossOfCable(TEXT, record, what)];
}
