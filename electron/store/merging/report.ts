import type { RequestOutput } from '../../../domain/contract.ts';
import type { Operation } from '../../../domain/journal/operation.ts';
import type { Matched, MergePlan } from './plan.ts';

/** What merging has done, or would do. */
export type MergeReport = NonNullable<RequestOutput<'merge.run'>>;

type Kind = 'annotations' | 'emendations' | 'decisions' | 'tags' | 'others';

/** Counts what a merge comes to: each thing once, however many operations it takes. */
export function reportOf(
  fileName: string,
  { fresh }: Matched,
  { operations, conflicts }: MergePlan,
): MergeReport {
  const met: Record<Kind, Set<string>> = {
    annotations: new Set(),
    emendations: new Set(),
    decisions: new Set(),
    tags: new Set(),
    others: new Set(),
  };
  for (const operation of operations)
    for (const [kind, name] of namedIn(operation)) met[kind].add(name);
  return {
    fileName,
    cables: fresh.length,
    annotations: met.annotations.size,
    emendations: met.emendations.size,
    decisions: met.decisions.size,
    tags: met.tags.size,
    others: met.others.size,
    conflicts: conflicts.length,
  };
}

type Named = readonly [kind: Kind, name: string];

/** What an operation is about. */
function namedIn(operation: Operation): Named[] {
  const annotation = (id: string): Named => ['annotations', id];
  switch (operation.type) {
    case 'annotation.put':
      return [annotation(operation.annotation.id)];
    case 'annotation.remove':
      return [annotation(operation.id)];
    case 'annotations.put':
      return operation.alike.flatMap(({ at }) => at.map(([id]) => annotation(id)));
    case 'annotations.remove':
      return operation.ids.map(annotation);
    case 'annotations.tag':
      return operation.tagged.map(({ id }) => annotation(id));
    case 'text.turn': {
      const { cableId, changes, emendations } = operation;
      const ids = [...emendations.remove, ...emendations.put.map(({ id }) => id)];
      return [
        ...[...changes.remove, ...changes.put].map(({ from, to, rule }): Named => [
          'decisions',
          `${cableId} ${from} ${to} ${rule}`,
        ]),
        ...ids.map((id): Named => ['emendations', id]),
      ];
    }
    case 'emendation.explain':
      return [['emendations', operation.id]];
    case 'tag.put':
      return [['tags', operation.tag.id]];
    case 'tag.remove':
      return [['tags', operation.id]];
    case 'conflict.put':
    case 'conflict.remove':
    case 'merge.hold':
      return [];
    default:
      return [['others', JSON.stringify(operation)]];
  }
}
