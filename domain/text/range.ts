import { z } from 'zod';

/** A stretch of text as `[from, to)` in UTF-16 code units of the text it belongs to. */
export const Range = z
  .strictObject({ from: z.int().nonnegative(), to: z.int().nonnegative() })
  .refine((range) => range.from <= range.to, { message: 'a range must not end before it begins' });
export type Range = z.infer<typeof Range>;
