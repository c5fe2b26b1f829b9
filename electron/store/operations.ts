import type { AlikeAnnotations, Operation, SaidOfCables } from '../../domain/journal/operation.ts';
import type { Annotation } from '../../domain/annotation/annotation.ts';
import { changeSetOf, stepOf } from '../../domain/transcription/step.ts';
import type { annotationTable } from './annotations.ts';
import type { cableTable } from './cables.ts';
import { carryAlong, stamped } from './carrying.ts';
import type { discardedTable } from './discarded.ts';
import type { gazetteerTable } from './gazetteer.ts';
import type { ConflictTable } from './merging/conflicts.ts';
import type { TouchedTable } from './merging/touched.ts';
import type { relationTable } from './relations.ts';
import type { revisionTable } from './revisions.ts';
import type { IndexTable } from './search/index-table.ts';
import type { ruleTable } from './rules.ts';
import type { savedSearchTable } from './search/saved-table.ts';
import type { tagTable } from './tags.ts';

/** The tables that operations change. */
export interface OperationTables {
  readonly annotations: ReturnType<typeof annotationTable>;
  readonly cables: ReturnType<typeof cableTable>;
  readonly conflicts: ConflictTable;
  readonly discarded: ReturnType<typeof discardedTable>;
  readonly gazetteer: ReturnType<typeof gazetteerTable>;
  readonly index: IndexTable;
  readonly relations: ReturnType<typeof relationTable>;
  readonly revisions: ReturnType<typeof revisionTable>;
  readonly rules: ReturnType<typeof ruleTable>;
  readonly savedSearches: ReturnType<typeof savedSearchTable>;
  readonly tags: ReturnType<typeof tagTable>;
  readonly touched: TouchedTable;
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
    // The version an operation tells is that of when it was made; its positions hold whenever it is
    // carried out, as undo and redo go back and forth step by step.
    const targets = stamped(annotation.targets, cables.version(annotation.cableId));
    annotations.put({ ...annotation, targets });
    return before
      ? { type: 'annotation.put', annotation: before }
      : { type: 'annotation.remove', id: annotation.id };
  },

  'annotation.remove'({ id }, { annotations }) {
    const before = annotations.find(id);
    annotations.remove(id);
    return before && { type: 'annotation.put', annotation: before };
  },

  'annotations.tag'({ tagged }, { annotations }) {
    const before = tagged.flatMap(({ id }) => annotations.tagsOf(id) ?? []);
    for (const { id, tagIds, modified } of tagged) annotations.retag(id, tagIds, modified);
    return { type: 'annotations.tag', tagged: before };
  },

  'annotations.put'({ alike }, { annotations, cables }) {
    for (const { annotation, at } of alike)
      for (const [id, cableId] of at) {
        const targets = stamped(annotation.targets, cables.version(cableId));
        annotations.put({ ...annotation, targets, id, cableId });
      }
    const ids = alike.flatMap(({ at }) => at.map(([id]) => id));
    return { type: 'annotations.remove', ids };
  },

  'annotations.remove'({ ids }, { annotations }) {
    const before = ids.flatMap((id) => annotations.find(id) ?? []);
    for (const { id } of before) annotations.remove(id);
    return { type: 'annotations.put', alike: alikeOf(before) };
  },

  'relation.put'({ relation }, { relations }) {
    const before = relations.find(relation.id);
    relations.put(relation);
    return before
      ? { type: 'relation.put', relation: before }
      : { type: 'relation.remove', id: relation.id };
  },

  'relation.remove'({ id }, { relations }) {
    const before = relations.find(id);
    relations.remove(id);
    return before && { type: 'relation.put', relation: before };
  },

  'relationType.put'({ relationType }, { relations: { types } }) {
    const before = types.find(relationType.id);
    types.put(relationType);
    return before
      ? { type: 'relationType.put', relationType: before }
      : { type: 'relationType.remove', id: relationType.id };
  },

  'relationType.remove'({ id }, { relations: { types } }) {
    const before = types.find(id);
    types.remove(id);
    return before && { type: 'relationType.put', relationType: before };
  },

  'gazetteer.put'({ id, entry }, { gazetteer }) {
    const before = gazetteer.find(id);
    gazetteer.put({ id, entry });
    return before ? { type: 'gazetteer.put', ...before } : { type: 'gazetteer.remove', id };
  },

  'gazetteer.remove'({ id }, { gazetteer }) {
    const before = gazetteer.find(id);
    gazetteer.remove(id);
    return before && { type: 'gazetteer.put', ...before };
  },

  'tag.put'({ tag }, { index, tags }) {
    const before = tags.find(tag.id);
    tags.put(tag);
    index.renamed();
    return before ? { type: 'tag.put', tag: before } : { type: 'tag.remove', id: tag.id };
  },

  'tag.remove'({ id }, { index, tags }) {
    const before = tags.find(id);
    tags.remove(id);
    index.renamed();
    return before && { type: 'tag.put', tag: before };
  },

  'changes.replace'({ cableId, remove, put }, { annotations, cables }) {
    const replaced = cables.replaceChanges(cableId, remove, put);
    annotations.restamp(cableId, cables.newVersion(cableId));
    return { type: 'changes.replace', cableId, ...replaced };
  },

  'text.turn'({ cableId, step: told, changes, emendations, placed }, { annotations, cables }) {
    const before = cables.transcription(cableId).text;
    const step = changeSetOf(told);
    const turned = step.length === before.length ? step.apply(before) : null;
    const replaced = cables.replaceLayers(cableId, changes, emendations);
    const version = cables.newVersion(cableId);
    const after = cables.transcription(cableId).text;
    // What is stored is computed from its layers; a step that leads elsewhere would misplace all that stands on it.
    if (!turned?.eq(after))
      throw new Error(`the step to version ${version} does not lead to the text of its layers`);
    const left = carryAlong(annotations, { cableId, step, before, after, version }, placed);
    const back = stepOf(step.invert(before));
    return { type: 'text.turn', cableId, step: back, ...replaced, placed: left };
  },

  'emendation.explain'({ cableId, id, reason, note }, { cables }) {
    const before = cables.emendations.find(cableId, id);
    if (!before) return null;
    cables.emendations.replace(cableId, [], [{ ...before, reason, note }]);
    return { type: 'emendation.explain', cableId, id, reason: before.reason, note: before.note };
  },

  'revision.name'({ cableId, id, message }, { revisions }) {
    const before = revisions.name(id, message);
    return before === null ? null : { type: 'revision.name', cableId, id, message: before };
  },

  'review.put'({ cableId, vouch }, { cables }) {
    const before = cables.vouchOf(cableId);
    cables.putVouch(cableId, vouch);
    return { type: 'review.put', cableId, vouch: before };
  },

  'reviews.put'({ said }, { cables }) {
    const before = said.flatMap(({ cableIds }) =>
      cableIds.map((id) => ({ id, vouch: cables.vouchOf(id) })),
    );
    for (const { cableIds, vouch } of said) for (const id of cableIds) cables.putVouch(id, vouch);
    return { type: 'reviews.put', said: saidOf(before) };
  },

  'cables.discard'({ discarded: all }, { discarded, index }) {
    const ids = all.flatMap((each) => each.ids);
    const gone = discarded.among(ids);
    for (const each of all) discarded.add(each);
    const come = ids.filter((id) => !gone.has(id));
    for (const id of come) index.discard(id, true);
    return come.length === 0 ? null : { type: 'cables.restore', ids: come };
  },

  'cables.restore'({ ids }, { discarded, index }) {
    const before = discarded.remove(ids);
    for (const each of before) for (const id of each.ids) index.discard(id, false);
    return before.length === 0 ? null : { type: 'cables.discard', discarded: before };
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

  'search.put'({ search }, { savedSearches }) {
    const before = savedSearches.find(search.id);
    savedSearches.put(search);
    return before
      ? { type: 'search.put', search: before }
      : { type: 'search.remove', id: search.id };
  },

  'search.remove'({ id }, { savedSearches }) {
    const before = savedSearches.find(id);
    savedSearches.remove(id);
    return before && { type: 'search.put', search: before };
  },

  'rule.switch'({ rule, on }, { rules }) {
    return rules.switch(rule, on) ? { type: 'rule.switch', rule, on: !on } : null;
  },

  'conflict.put'({ conflict }, { conflicts }) {
    const before = conflicts.find(conflict.id);
    conflicts.put(conflict);
    return before
      ? { type: 'conflict.put', conflict: before }
      : { type: 'conflict.remove', id: conflict.id };
  },

  'conflict.remove'({ id }, { conflicts }) {
    const before = conflicts.find(id);
    conflicts.remove(id);
    return before && { type: 'conflict.put', conflict: before };
  },

  'merge.hold'({ id, held }, { touched }) {
    return touched.hold(id, held) ? { type: 'merge.hold', id, held: !held } : null;
  },
};

/** The cables an operation is about; none where it only names what it takes away. */
export function cablesOf(operation: Operation): readonly string[] {
  switch (operation.type) {
    case 'annotation.put':
      return [operation.annotation.cableId];
    case 'annotations.put':
      return operation.alike.flatMap(({ at }) => at.map(([, cableId]) => cableId));
    case 'reviews.put':
      return operation.said.flatMap(({ cableIds }) => cableIds);
    case 'cables.discard':
      return operation.discarded.flatMap(({ ids }) => ids);
    case 'cables.restore':
      return operation.ids;
    default:
      return 'cableId' in operation ? [operation.cableId] : [];
  }
}

/** Annotations by what they say. */
function alikeOf(annotations: readonly Annotation[]): AlikeAnnotations[] {
  const groups = new Map<string, AlikeAnnotations>();
  for (const { id, cableId, ...annotation } of annotations) {
    const key = JSON.stringify(annotation);
    const known = groups.get(key);
    if (known) known.at.push([id, cableId]);
    else groups.set(key, { annotation, at: [[id, cableId]] });
  }
  return [...groups.values()];
}

/** Cables by what is said of their states. */
function saidOf(
  cables: readonly { readonly id: string; readonly vouch: SaidOfCables['vouch'] }[],
): SaidOfCables[] {
  const groups = new Map<string, SaidOfCables>();
  for (const { id, vouch } of cables) {
    const key = JSON.stringify(vouch);
    const known = groups.get(key);
    if (known) known.cableIds.push(id);
    else groups.set(key, { vouch, cableIds: [id] });
  }
  return [...groups.values()];
}

/** Whether an operation changes what is read of a cable, and not what readers add alone. */
export function changesText({ type }: Operation): boolean {
  return OF_CABLES.has(type);
}

/** The cables whose transcription some operations make another. */
export function turnedCables(operations: readonly Operation[]): Set<string> {
  const ids = operations.flatMap((operation) => {
    if (operation.type === 'changes.replace') return operation.cableId;
    if (operation.type !== 'text.turn') return [];
    return changeSetOf(operation.step).empty ? [] : operation.cableId;
  });
  return new Set(ids);
}

const OF_CABLES: ReadonlySet<Operation['type']> = new Set<Operation['type']>([
  'changes.replace',
  'text.turn',
  'emendation.explain',
  'revision.name',
  'review.put',
  'reviews.put',
  'cables.discard',
  'cables.restore',
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
