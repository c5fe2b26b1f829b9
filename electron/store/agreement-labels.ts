import type { Annotation, Verdict } from '../../domain/annotation/annotation.ts';
import { passage } from './labels.ts';

/**
 * What judging annotations is called: those that get the verdict, and those rejected as others are
 * preferred to them.
 */
export function judging(
  verdict: Exclude<Verdict['value'], 'merged'> | null,
  judged: readonly Annotation[],
  rejected: readonly Annotation[],
): string {
  if (verdict !== null && judged.length === 0) return judging('rejected', rejected, []);
  const [first] = rejected;
  const over = first && verdict === 'accepted' ? ` over ${of(rejected, first)}` : '';
  if (verdict !== null)
    return `${verdict === 'accepted' ? 'accept' : 'reject'} ${those(judged)}${over}`;
  return `take back the ${judged.length === 1 ? 'verdict' : 'verdicts'} on ${those(judged)}`;
}

/** What merging annotations is called. */
export function merging(merged: readonly Annotation[]): string {
  const creators = [...new Set(merged.map(({ creator }) => creator))];
  const [first] = merged;
  if (creators.length === 2 && merged.length === 2 && first)
    return `merge the annotations of ${creators.join(' and ')} on ${passage(first)}`;
  return `merge ${merged.length} annotations of ${creators.join(', ')}`;
}

/** Annotations by their number and creator, one alone by its words. */
function those(annotations: readonly Annotation[]): string {
  const [first, another] = annotations;
  if (first && !another) return `the annotation of ${first.creator} on ${passage(first)}`;
  const creators = new Set(annotations.map(({ creator }) => creator));
  const whose = creators.size === 1 && first ? ` of ${first.creator}` : '';
  return `${annotations.length} annotations${whose}`;
}

function of(annotations: readonly Annotation[], first: Annotation): string {
  return annotations.length === 1 ? `that of ${first.creator}` : `${annotations.length} others`;
}
