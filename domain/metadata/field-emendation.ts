import { z } from 'zod';
import { MetadataField } from './metadata.ts';

/**
 * What an editor reads in a field in the place of what cleaning found, with name and time (UTC ISO
 * 8601). Without values the editor says that the field has none. What cleaning found stays beside it.
 */
export const FieldEmendation = z.strictObject({
  field: MetadataField,
  values: z.array(z.string().min(1)),
  author: z.string(),
  time: z.iso.datetime(),
});
export type FieldEmendation = z.infer<typeof FieldEmendation>;
