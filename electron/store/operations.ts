import type { Operation } from '../../domain/journal/operation.ts';
import type { annotationTable } from './annotations.ts';
import type { tagTable } from './tags.ts';

/** The tables that operations change. */
export interface OperationTables {
  readonly annotations: ReturnType<typeof annotationTable>;
  readonly tags: ReturnType<typeof tagTable>;
}

type Kinds = { readonly [T in Operation['type']]: Extract<Operation, { type: T }> };

/** Carries out an operation, and returns the one that takes it back; null if there was nothing to do. */
type Carry<T extends Operation['type']> = (
  operation: Kinds[T],
  tables: OperationTables,
) => Operation | null;

/** Each operation with its undo beside it. */
const carry: { readonly [T in Operation['type']]: Carry<T> } = {
  'annotation.put'({ annotation }, { annotations }) {
    const before = annotations.find(annotation.id);
    annotations.put(annotation);
    return before
      ? { type: 'annotation.put', annotation: before }
      : { type: 'annotation.remove', id: annotation.id };
  },

  'annotation.remove'({ id }, { annotations }) {
    const before = annotations.find(id);
    annotations.remove(id);
    return before && { type: 'annotation.put', annotation: before };
  },

  'tag.put'({ tag }, { tags }) {
    const before = tags.find(tag.id);
    tags.put(tag);
    return before ? { type: 'tag.put', tag: before } : { type: 'tag.remove', id: tag.id };
  },

  'tag.remove'({ id }, { tags }) {
    const before = tags.find(id);
    tags.remove(id);
    return before && { type: 'tag.put', tag: before };
  },
};

/**
 * Carries out operations in their order, and returns those that take them back, in theirs. Only
 * within a transaction.
 */
export function apply(operations: readonly Operation[], tables: OperationTables): Operation[] {
  return operations
    .map((operation) => applyOne(operation, tables))
    .filter((inverse) => inverse !== null)
    .toReversed();
}

function applyOne<T extends Operation['type']>(
  operation: Kinds[T],
  tables: OperationTables,
): Operation | null {
  const type: T = operation.type;
  return carry[type](operation, tables);
}
