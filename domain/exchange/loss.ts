import { z } from 'zod';

/**
 * One thing that a format cannot say, or a file did not bring. `kind` is a word for all of its kind, and
 * `sentence` what a reader is told of the kind ("Annotations on several passages become one annotation a
 * passage."); the same for every loss of that kind in a report. `what` names this one ("“Cuba … missiles”").
 */
export const Loss = z.strictObject({
  kind: z.string().min(1),
  sentence: z.string().min(1),
  what: z.string(),
  cableId: z.uuid().nullable(),
  annotationId: z.uuid().nullable(),
});
export type Loss = z.infer<typeof Loss>;

/** How many losses of a kind a report names one by one. All are counted. */
export const LOSSES_NAMED = 200;

/** All losses of one kind: how many, and the first of them. */
export const LossGroup = z.strictObject({
  kind: z.string().min(1),
  sentence: z.string().min(1),
  count: z.int().positive(),
  named: z.array(Loss.pick({ what: true, cableId: true, annotationId: true })).max(LOSSES_NAMED),
});
export type LossGroup = z.infer<typeof LossGroup>;

/** What is lost, by kind; those with most losses first. Nothing is lost where it is empty. */
export const LossReport = z.array(LossGroup);
export type LossReport = z.infer<typeof LossReport>;

/** Gathers losses into a report without keeping more of them than it names. */
export function lossCollector() {
  const groups = new Map<string, { sentence: string; count: number; named: LossGroup['named'] }>();
  return {
    add({ kind, sentence, what, cableId, annotationId }: Loss): void {
      const group = groups.get(kind) ?? { sentence, count: 0, named: [] };
      groups.set(kind, group);
      group.count += 1;
      if (group.named.length < LOSSES_NAMED) group.named.push({ what, cableId, annotationId });
    },

    report: (): LossReport =>
      [...groups]
        .map(([kind, group]) => ({ kind, ...group }))
        .toSorted((a, b) => b.count - a.count || (a.kind < b.kind ? -1 : 1)),
  };
}
