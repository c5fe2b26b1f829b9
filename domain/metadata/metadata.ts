import { z } from 'zod';
import { Range } from '../text/range.ts';

/**
 * What is known of a cable beside its text, in the order in which the window shows it. `number` is
 * the document's number in the edition, `telegramNumber` the number of the message itself,
 * `controlNumber` what the receiving office gave it (`IN 12345`), `archiveNumber` what an archive gave the
 * copy (`104-10001-10001`).
 */
export const MetadataField = z.enum([
  'title',
  'number',
  'kind',
  'telegramNumber',
  'date',
  'place',
  'from',
  'to',
  'info',
  'classification',
  'handling',
  'precedence',
  'distribution',
  'drafter',
  'clearance',
  'approver',
  'signatory',
  'received',
  'repeatedTo',
  'controlNumber',
  'fileNumber',
  'archiveNumber',
  'sourceNote',
]);
export type MetadataField = z.infer<typeof MetadataField>;

/**
 * One value of one field with the place in the original that shows it. A field with several values
 * (info, clearance …) has several entries. Dates are ISO 8601, as exact as the evidence
 * (`1961-04-23`, `1962-11-19T17:18`). `rule` names the rule that read it.
 */
export const MetadataEntry = z.strictObject({
  field: MetadataField,
  value: z.string().min(1),
  evidence: Range.nullable(),
  rule: z.string().min(1),
});
export type MetadataEntry = z.infer<typeof MetadataEntry>;
