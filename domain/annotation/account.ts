import type { Annotation, Side } from './annotation.ts';
import { isUnplaced } from './order.ts';

/**
 * What has become of every stored annotation of a cable, for the texts that are shown. Each is in
 * exactly one of the three, so that shown and unplaced ones and those still coming are all there are:
 * none is ever silently out of sight.
 */
export interface Account {
  /** Those whose words stand in the texts shown, as far as they have not been lost. */
  readonly placed: readonly Annotation[];
  /** Those that have lost all their words. */
  readonly unplaced: readonly Annotation[];
  /** Those told of another state of a text than the one shown: they are to be read again. */
  readonly behind: readonly Annotation[];
}

/** Accounts for annotations over texts in these versions. */
export function accountFor(
  annotations: readonly Annotation[],
  versions: Readonly<Record<Side, number>>,
): Account {
  const placed: Annotation[] = [];
  const unplaced: Annotation[] = [];
  const behind: Annotation[] = [];
  for (const annotation of annotations) {
    if (isUnplaced(annotation)) unplaced.push(annotation);
    else if (agrees(annotation, versions)) placed.push(annotation);
    else behind.push(annotation);
  }
  return { placed, unplaced, behind };
}

/** Whether all words of an annotation that still stand are told of the texts as they are shown. */
function agrees({ targets }: Annotation, versions: Readonly<Record<Side, number>>): boolean {
  return targets.every(({ lost, side, version }) => lost !== null || version === versions[side]);
}
