import { z } from 'zod';

/** Light, dark, or as the system says. */
export const Theme = z.enum(['system', 'light', 'dark']);
export type Theme = z.infer<typeof Theme>;

/** What belongs to the desk and not to a library. `creator` signs annotations. */
export const Settings = z.strictObject({ theme: Theme, creator: z.string() });
export type Settings = z.infer<typeof Settings>;
