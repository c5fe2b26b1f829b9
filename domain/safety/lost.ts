import { z } from 'zod';

/**
 * What has become of the file of a library while it was open. `deleted`: it has no name any more. `moved`: it has
 * another one. `replaced`: another file lies in its place. `out-of-reach`: its drive or folder is gone.
 * `written-over`: another program has written into it, or cut it short.
 */
export const LostWhy = z.enum(['deleted', 'moved', 'replaced', 'out-of-reach', 'written-over']);
export type LostWhy = z.infer<typeof LostWhy>;

/** An open library that nothing is saved in any more: where it was opened, and where it lies now, if that is known. */
export const Lost = z.strictObject({
  path: z.string(),
  why: LostWhy,
  now: z.string().nullable(),
});
export type Lost = z.infer<typeof Lost>;

/** What is said of a lost library: what happened, and what to do. */
export function lostSentence({ path, why, now }: Lost): string {
  switch (why) {
    case 'deleted':
      return `The library ${path} was deleted while it was open. All that was saved in it can still be read here, but nothing more is saved. Save it as a new file, then work goes on.`;
    case 'moved':
      return now === null
        ? `The library ${path} was moved or renamed while it was open. All that was saved is in it, but nothing more is saved here. Open it where it lies now, or move it back.`
        : `The library ${path} was moved or renamed while it was open: it is ${now} now. All that was saved is in it, but nothing more is saved until it is opened there.`;
    case 'replaced':
      return `Another file was put in the place of the library ${path} while it was open. That file was not touched, and nothing more is saved. All that was saved before can still be read here: save it as a new file.`;
    case 'out-of-reach':
      return `The library ${path} is out of reach: its drive or its folder is not there any more. Nothing more is saved until it is there again. Connect it again, or save what can still be read as a new file.`;
    default:
      return `Another program has written into the library ${path}, or cut it short, while it was open. Nothing more is written to it. Restore a backup of it: what stands there is kept beside it.`;
  }
}
