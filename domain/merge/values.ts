import { z } from 'zod';
import { Quote } from '../annotation/annotation.ts';
import { StoredChange } from '../change/decision.ts';
import { Emendation } from '../emendation/emendation.ts';

/** Decisions that hold together: that on the change of the conflict first, then that on one that claims the same text. */
export const ChangeValue = z.array(StoredChange).min(1);

/**
 * The emendations that hold, each with the words of the cleaned text it stands on, by which its place is found
 * again; and the ids of those that do not.
 */
export const EmendationValue = z.strictObject({
  put: z.array(z.strictObject({ emendation: Emendation, quote: Quote })),
  gone: z.array(z.uuid()),
});
export type EmendationValue = z.infer<typeof EmendationValue>;

/**
 * A value as somebody has chosen it, over what is there now: of what both values of the conflict say alike, what
 * has been said since stays.
 */
export function patched<T extends object>(now: T | null, chosen: T, other: T | null): T {
  if (!now || !other) return chosen;
  const parts = Object.entries(chosen).filter(
    ([key, part]) => JSON.stringify(part) !== JSON.stringify(Reflect.get(other, key)),
  );
  return { ...now, ...Object.fromEntries(parts) };
}
