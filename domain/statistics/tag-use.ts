import { z } from 'zod';

/** How often a tag itself stands in a cable. `date` is the cable's (ISO 8601, maybe only a year or a month), null where it has none. */
export const TagUse = z.strictObject({
  tagId: z.uuid(),
  cableId: z.uuid(),
  title: z.string(),
  date: z.string().nullable(),
  uses: z.int().positive(),
});
export type TagUse = z.infer<typeof TagUse>;
