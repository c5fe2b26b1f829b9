import { z } from 'zod';
import type { Annotation } from './annotation.ts';
import { Annotations } from './annotations.ts';

/** What has become of annotations of a cable: those that are new or others now, and the ids of those taken away. */
export const AnnotationsChanged = z.strictObject({
  put: Annotations,
  remove: z.array(z.uuid()),
});
export type AnnotationsChanged = z.infer<typeof AnnotationsChanged>;

/** The annotations of a cable after a change, in their order; new ones come last. All others stay the very same. */
export function afterChange(
  annotations: readonly Annotation[],
  { put, remove }: AnnotationsChanged,
): Annotation[] {
  const gone = new Set(remove);
  const fresh = new Map(put.map((annotation) => [annotation.id, annotation]));
  const after: Annotation[] = [];
  for (const annotation of annotations) {
    if (gone.has(annotation.id)) continue;
    after.push(fresh.get(annotation.id) ?? annotation);
    fresh.delete(annotation.id);
  }
  return [...after, ...fresh.values()];
}
