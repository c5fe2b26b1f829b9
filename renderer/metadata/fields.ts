import { shortened } from '../../domain/apparatus/words.ts';
import { datedFields } from '../../domain/metadata/effective.ts';
import type { MetadataField } from '../../domain/metadata/metadata.ts';
import { longDate } from './dates.ts';

/** The fields of the metadata in the reader's words. */
export const fieldNames: Record<MetadataField, string> = {
  title: 'Title',
  number: 'Document number',
  kind: 'Kind',
  telegramNumber: 'Telegram number',
  date: 'Date',
  place: 'Place',
  from: 'From',
  to: 'To',
  info: 'Information to',
  classification: 'Classification',
  handling: 'Handling',
  precedence: 'Precedence',
  distribution: 'Distribution',
  drafter: 'Drafted by',
  clearance: 'Cleared by',
  approver: 'Approved by',
  signatory: 'Signed',
  received: 'Received',
  repeatedTo: 'Repeated to',
  controlNumber: 'Control number',
  fileNumber: 'File number',
  archiveNumber: 'Archive number',
  sourceNote: 'Source note',
};

/** A value as it is read: dates in words, a long source note in short, everything else as it stands. */
export function shownValue(field: MetadataField, value: string): string {
  if (datedFields.has(field)) return longDate(value);
  return field === 'sourceNote' ? shortened(value, 90) : value;
}
