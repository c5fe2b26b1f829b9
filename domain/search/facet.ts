import { z } from 'zod';

/** By what results are counted. */
export const FacetName = z.enum([
  'classification',
  'kind',
  'year',
  'from',
  'to',
  'signatory',
  'tag',
  'state',
]);
export type FacetName = z.infer<typeof FacetName>;
