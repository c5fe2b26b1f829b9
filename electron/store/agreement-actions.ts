import { v7 as newId } from 'uuid';
import { union } from '../../domain/agreement/characters.ts';
import { agreementOf } from '../../domain/agreement/measure.ts';
import { mergersIn, mergingOf } from '../../domain/agreement/merged.ts';
import { joinedNotes } from '../../domain/agreement/notes.ts';
import {
  type Annotation,
  quoteOf,
  Side,
  type Target,
  type Verdict,
} from '../../domain/annotation/annotation.ts';
import { isOnCable, isUnplaced } from '../../domain/annotation/order.ts';
import type { CheckedInput, RequestOutput } from '../../domain/contract.ts';
import { fail } from '../../domain/failure.ts';
import type { Operation } from '../../domain/journal/operation.ts';
import { judging, merging } from './agreement-labels.ts';
import { onlyCable } from './annotation-actions.ts';
import { comparedCables } from './annotators.ts';
import type { ManyChanged } from './face.ts';
import { passage } from './labels.ts';
import type { Library } from './library.ts';

/** How far two creators agree. */
export function measureAgreement(
  library: Library,
  { creators, tagIds, cableIds }: CheckedInput<'agreement.measure'>,
): RequestOutput<'agreement.measure'> {
  if (creators[0] === creators[1])
    fail('bad-input', `${creators[0]} cannot be compared with themselves. Choose two annotators.`);
  const tags = library.tags.list();
  return agreementOf(comparedCables(library, creators, cableIds), tags, tagIds);
}

/** Accepts or rejects annotations, or takes that back, as one action. Where nothing changes, nothing is done. */
export function judgeAnnotations(
  library: Library,
  { ids, verdict, rejecting }: CheckedInput<'agreement.judge'>,
  author: string,
): ManyChanged {
  const time = new Date().toISOString();
  const judged = unlike(library, ids, verdict);
  const rejected = unlike(library, rejecting, 'rejected');
  const parted = unmerged(library, [...judged, ...rejected]);
  const given = (value: Verdict['value'] | null) => value && { value, by: author, time };
  const operations: Operation[] = [
    ...judged.map((annotation) => putting(annotation, given(verdict))),
    ...rejected.map((annotation) => putting(annotation, given('rejected'))),
    ...parted.alone.map((annotation) => putting(annotation, null)),
    ...parted.gone.flatMap((annotation) => removing(library, annotation)),
  ];
  const all = [...judged, ...rejected];
  const cableId = onlyCable(all);
  if (all.length > 0)
    library.journal.act({ label: judging(verdict, judged, rejected), cableId, operations }, author);
  return { annotations: all.length, cableId };
}

/** Merges annotations of one cable into one, as one action. */
export function mergeAnnotations(
  library: Library,
  ids: readonly string[],
  author: string,
): Annotation {
  const all = [...new Set(ids)].map(library.annotations.get);
  const cableId = mergeableIn(all);
  const time = new Date().toISOString();
  const annotation: Annotation = {
    id: newId(),
    cableId,
    targets: Side.options.flatMap((side) => mergedTargets(library, cableId, side, all)),
    tagIds: [...new Set(all.flatMap(({ tagIds }) => tagIds))],
    note: joinedNotes(all),
    creator: author,
    created: time,
    modified: time,
    verdict: null,
  };
  const verdict: Verdict = { value: 'merged', by: author, time };
  const operations: Operation[] = [
    { type: 'annotation.put', annotation },
    ...all.map((each) => putting(each, verdict)),
  ];
  library.journal.act({ label: merging(all), cableId, operations }, author);
  return annotation;
}

/** The annotations that do not have a verdict yet, each once; fails with `not-found` where one is gone. */
function unlike(
  { annotations }: Library,
  ids: readonly string[],
  verdict: Verdict['value'] | null,
): Annotation[] {
  return [...new Set(ids)]
    .map(annotations.get)
    .filter((annotation) => (annotation.verdict?.value ?? null) !== verdict);
}

/**
 * What stands by itself again when annotations that were merged are judged otherwise, and what goes:
 * what came of the merging, unless somebody has changed it since and so made it their own.
 */
function unmerged(
  { annotations }: Library,
  judged: readonly Annotation[],
): { readonly alone: Annotation[]; readonly gone: Annotation[] } {
  const mergings = new Set(judged.flatMap((each) => mergingOf(each) ?? []));
  if (mergings.size === 0) return { alone: [], gone: [] };
  const own = new Set(judged.map(({ id }) => id));
  const cables = [...new Set(judged.map(({ cableId }) => cableId))].map(annotations.list);
  return {
    alone: cables.flat().filter((each) => mergings.has(mergingOf(each) ?? '') && !own.has(each.id)),
    gone: [...mergersIn(cables.flat())]
      .filter(([act, { created, modified }]) => mergings.has(act) && created === modified)
      .map(([, annotation]) => annotation),
  };
}

function putting(annotation: Annotation, verdict: Verdict | null): Operation {
  return { type: 'annotation.put', annotation: { ...annotation, verdict } };
}

function removing({ relations }: Library, { id }: Annotation): Operation[] {
  const parted = relations.ofAnnotation(id).map((one): Operation => {
    return { type: 'relation.remove', id: one.id };
  });
  return [...parted, { type: 'annotation.remove', id }];
}

/** The cable of annotations that can be merged; fails with `bad-input` where they cannot. */
function mergeableIn(all: readonly Annotation[]): string {
  const cableId = onlyCable(all);
  if (all.length < 2 || cableId === null)
    return fail('bad-input', 'Choose at least two annotations of one cable to merge them.');
  const merged = all.find(({ verdict }) => verdict?.value === 'merged');
  if (merged)
    fail(
      'bad-input',
      `The annotation of ${merged.creator} on ${passage(merged)} has been merged already. Take that back first.`,
    );
  const lost = all.find(isUnplaced);
  if (lost)
    fail(
      'bad-input',
      `The annotation of ${lost.creator} has lost its words, ${passage(lost)}. Give it a place again, then merge it.`,
    );
  if (all.some(isOnCable) && !all.every(isOnCable))
    fail(
      'bad-input',
      'An annotation on the whole cable and one on some of its words cannot become one. Accept one of them, or both.',
    );
  return cableId;
}

/** All passages of one side, those that overlap or touch made one. What is lost stays with those merged. */
function mergedTargets(
  { cables }: Library,
  cableId: string,
  side: Side,
  all: readonly Annotation[],
): Target[] {
  const places = all.flatMap(({ targets }) =>
    targets.filter((target) => target.side === side && target.lost === null),
  );
  if (places.length === 0) return [];
  const text = cables.textOf(cableId, side);
  const version = side === 'original' ? 0 : cables.version(cableId);
  return union(places).map(({ from, to }) => ({
    side,
    from,
    to,
    version,
    quote: quoteOf(text, from, to),
    lost: null,
  }));
}
