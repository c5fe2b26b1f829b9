import { z } from 'zod';

/** What a list of cables may be in the order of. */
export const SortColumn = z.enum([
  'date',
  'number',
  'telegramNumber',
  'title',
  'kind',
  'from',
  'to',
  'signatory',
  'classification',
  'state',
  'annotations',
  'proposals',
  'imported',
]);
export type SortColumn = z.infer<typeof SortColumn>;

/** The order of a list of cables. What has no value in the column comes last, whichever way it goes. */
export const CableOrder = z.strictObject({
  by: z.enum(['relevance', ...SortColumn.options]),
  descending: z.boolean(),
});
export type CableOrder = z.infer<typeof CableOrder>;

/** By date, then number, then title. */
export const byDate: CableOrder = { by: 'date', descending: false };
