import type { Annotation } from '../../domain/annotation/annotation.ts';
import type { Operation } from '../../domain/journal/operation.ts';
import type { annotationTable } from './annotations.ts';
import type { cableTable } from './cables.ts';
import type { ruleTable } from './rules.ts';
import type { tagTable } from './tags.ts';

/** The tables that operations change. */
export interface OperationTables {
  readonly annotations: ReturnType<typeof annotationTable>;
  readonly cables: ReturnType<typeof cableTable>;
  readonly rules: ReturnType<typeof ruleTable>;
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
  'annotation.put'({ annotation }, { annotations, cables }) {
    const before = annotations.find(annotation.id);
    annotations.put(stamped(annotation, cables.version(annotation.cableId)));
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

  'changes.replace'({ cableId, remove, put }, { annotations, cables }) {
    const replaced = cables.replaceChanges(cableId, remove, put);
    annotations.restamp(cableId, cables.newVersion(cableId));
    return { type: 'changes.replace', cableId, ...replaced };
  },

  'text.turn'() {
    throw new Error('not built yet');
  },

  'emendation.explain'() {
    throw new Error('not built yet');
  },

  'revision.name'() {
    throw new Error('not built yet');
  },

  'review.put'({ cableId, vouch }, { cables }) {
    const before = cables.vouchOf(cableId);
    cables.putVouch(cableId, vouch);
    return { type: 'review.put', cableId, vouch: before };
  },

  'field.put'({ cableId, field, emendation }, { cables }) {
    const before = cables.fieldEmendation(cableId, field);
    cables.emendField(cableId, field, emendation);
    return { type: 'field.put', cableId, field, emendation: before };
  },

  'findings.put'({ cableId, structure, metadata }, { cables }) {
    const before = cables.findings(cableId);
    cables.putFindings(cableId, { structure, metadata });
    return { type: 'findings.put', cableId, ...before };
  },

  'rule.switch'({ rule, on }, { rules }) {
    return rules.switch(rule, on) ? { type: 'rule.switch', rule, on: !on } : null;
  },
};

/**
 * The annotation with its targets on the transcription in the version of today. The version an
 * operation tells is that of when it was made; its positions hold whenever it is carried out, as
 * undo and redo go back and forth step by step.
 */
function stamped(annotation: Annotation, version: number): Annotation {
  const targets = annotation.targets.map((target) =>
    target.side === 'transcription' ? { ...target, version } : target,
  );
  return { ...annotation, targets };
}

/** The cable an operation is about; null where it is about none, or only names what it takes away. */
export function cableOf(operation: Operation): string | null {
  if (operation.type === 'annotation.put') return operation.annotation.cableId;
  return 'cableId' in operation ? operation.cableId : null;
}

/** Whether an operation changes what is read of a cable, and not what readers add alone. */
export function changesText({ type }: Operation): boolean {
  return OF_CABLES.has(type);
}

const OF_CABLES: ReadonlySet<Operation['type']> = new Set<Operation['type']>([
  'changes.replace',
  'text.turn',
  'emendation.explain',
  'revision.name',
  'review.put',
  'field.put',
  'findings.put',
]);

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
