import type { Annotation } from '../../domain/annotation/annotation.ts';

/** In what few annotations two states of many differ. */
export interface Difference {
  /** The ids of those that are not there any more, or not as they were. */
  readonly gone: ReadonlySet<string>;
  /** Those that are there now, and were not or not so. */
  readonly fresh: readonly Annotation[];
}

/** More than these are not few. */
const FEW = 200;

/**
 * The difference between two states of many annotations; null where more than a few are others. One
 * that is the very same object is the same, any other is not.
 */
export function differenceOf(
  before: readonly Annotation[],
  after: readonly Annotation[],
): Difference | null {
  if (Math.abs(before.length - after.length) > FEW) return null;
  const old = new Set(before);
  const fresh: Annotation[] = [];
  for (const annotation of after)
    if (!old.delete(annotation) && fresh.push(annotation) > FEW) return null;
  return old.size > FEW ? null : { gone: new Set([...old].map(({ id }) => id)), fresh };
}
