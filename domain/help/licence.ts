import { z } from 'zod';

/** Something that the program is made of, and the licence it is used under. */
export const Licence = z.strictObject({
  name: z.string().min(1),
  version: z.string().min(1),
  /** The licence's short name, as SPDX has it. */
  licence: z.string().min(1),
  /** The whole text of the licence, with its notices. */
  text: z.string().min(1),
});
export type Licence = z.infer<typeof Licence>;
