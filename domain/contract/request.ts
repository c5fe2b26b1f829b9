import { z } from 'zod';

/** Requests by their names, each with the validators of what goes with it and what comes back. */
export type Requests = Record<string, { readonly input: z.ZodType; readonly output: z.ZodType }>;

/** What goes with a request that asks for everything there is, and comes back where there is nothing to say. */
export const nothing = z.strictObject({});
