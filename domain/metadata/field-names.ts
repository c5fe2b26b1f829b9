import type { MetadataField } from './metadata.ts';

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
