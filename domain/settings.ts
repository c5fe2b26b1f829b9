import { z } from 'zod';

/** Light, dark, or as the system says. */
export const Theme = z.enum(['system', 'light', 'dark']);
export type Theme = z.infer<typeof Theme>;

/** What belongs to the desk and not to a library. `creator` signs all that a person does; `asked` says whether the person has been asked for it. */
export const Settings = z.strictObject({
  theme: Theme,
  creator: z.string(),
  // Settings from before nobody was asked do not say it.
  asked: z.boolean().default(false),
});
export type Settings = z.infer<typeof Settings>;
