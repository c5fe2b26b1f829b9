import { z } from 'zod';

/**
 * One stretch of work on the text of a cable: what one author did without a longer pause. The first
 * revision of a cable (`number` 0) is the text as cleaning left it. Times are UTC ISO 8601; `ended` is
 * that of the last edit. `message` is what the author says about it, empty where nothing. `actions`
 * counts the edits, decisions and undos in it. A restore says in `restored` which number it went back to.
 */
export const Revision = z.strictObject({
  id: z.uuid(),
  number: z.int().nonnegative(),
  author: z.string(),
  started: z.iso.datetime(),
  ended: z.iso.datetime(),
  message: z.string(),
  actions: z.int().nonnegative(),
  restored: z.int().nonnegative().nullable(),
});
export type Revision = z.infer<typeof Revision>;
