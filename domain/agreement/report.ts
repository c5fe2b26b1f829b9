import { z } from 'zod';

/**
 * How far two annotators agree on one question, over units that are the characters (UTF-16 code units)
 * of transcriptions. Null where it is not defined (nothing to compare, or no variation).
 */
export const Measure = z.strictObject({
  /** Units both judged. */
  units: z.int().nonnegative(),
  /** Units that the first, the second and both of them marked. */
  first: z.int().nonnegative(),
  second: z.int().nonnegative(),
  both: z.int().nonnegative(),
  /** The share of units on which they agree, 0 to 1. */
  observed: z.number().nullable(),
  /** Cohen's κ (Cohen 1960). */
  kappa: z.number().nullable(),
  /** Krippendorff's α for nominal data (Krippendorff 2011). */
  alpha: z.number().nullable(),
});
export type Measure = z.infer<typeof Measure>;

/** How far two creators agree: tag by tag, and over all of them at once. */
export const AgreementReport = z.strictObject({
  cables: z.array(z.strictObject({ cableId: z.uuid(), title: z.string(), measure: Measure })),
  tags: z.array(z.strictObject({ tagId: z.uuid(), measure: Measure })),
  /** Whether a unit is annotated at all, with whichever tag. */
  anything: Measure,
  /** Every tag a category of its own; units with several are compared by the whole set of them. */
  overall: Measure,
});
export type AgreementReport = z.infer<typeof AgreementReport>;
