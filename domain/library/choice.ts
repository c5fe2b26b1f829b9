import { z } from 'zod';
import { QueryText } from '../search/result.ts';

/** The cables somebody acts on: those named, or all that a query finds but those left out. */
export const CableChoice = z.union([
  z.strictObject({ ids: z.array(z.uuid()).min(1).max(100_000) }),
  z.strictObject({ query: QueryText, except: z.array(z.uuid()).max(100_000) }),
]);
export type CableChoice = z.infer<typeof CableChoice>;
