import type { Coming, ComingAnnotation, ComingRelation } from '../exchange/coming.ts';
import type { Loss } from '../exchange/loss.ts';
import { type LossKind, onOneLine } from '../exchange/telling.ts';
import { RelationName } from '../relation/relation.ts';
import { idIn } from '../vocabulary/identity.ts';
import { type Draft, draftOf } from './drafts.ts';
import { joined } from './joining.ts';
import { idOf, isObject, labelIn } from './json.ts';
import { looksLikeWebAnnotations, nodesIn } from './nodes.ts';
import { withReplies } from './replies.ts';
import { sorted, type Sorted } from './sorting.ts';

const NO_ANNOTATION: LossKind = {
  kind: 'no-annotation',
  sentence: 'Entries of the file that are no annotations are left out.',
};
const AIMLESS: LossKind = {
  kind: 'no-target',
  sentence: 'Annotations that do not tell what they are about are left out.',
};
const LOOSE: LossKind = {
  kind: 'loose',
  sentence: 'Links one end of which is no annotation that is known are left out.',
};

const PARTS_MISSING: LossKind = {
  kind: 'parts-missing',
  sentence: 'Annotations on both sides of which the file has no part are left out.',
};

/**
 * The annotations in a file of W3C Web Annotations (JSON-LD), as the program writes them, as Recogito and
 * Annotorious do, and as the standard has them: single ones, lists, pages, collections. Parts of one annotation
 * are joined; what links annotations becomes relations; what answers one stands on its words.
 */
export function readWebAnnotations(json: unknown): Coming {
  const steps = webAnnotationSteps(json);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** How many items are read in one step. */
const STEP = 100;

/** The same in steps, each short: a file may have a hundred thousand annotations. */
export function* webAnnotationSteps(json: unknown): Generator<void, Coming, void> {
  const { nodes, others } = nodesIn(json);
  const drafts: Draft[] = [];
  for (const node of nodes) {
    drafts.push(draftOf(node));
    if (drafts.length % STEP === 0) yield;
  }
  const all = sorted(drafts);
  yield;
  const losses: Loss[] = [];
  const told = (kind: LossKind, what: string) =>
    losses.push({ ...kind, what, cableId: null, annotationId: null });
  for (let entry = 0; entry < others; entry += 1) told(NO_ANNOTATION, 'An entry');

  for (const { name, said } of all.aimless) told(AIMLESS, onOneLine(said.note) || (name ?? ''));
  const annotations: ComingAnnotation[] = [];
  for (const [key, its] of byKey(all)) {
    const { annotations: made, losses: kinds } = joined(its, all.joints.get(key));
    annotations.push(...made);
    for (const kind of kinds) told(kind, calledBy(made[0]));
    if (annotations.length % STEP === 0) yield;
  }
  const keys = new Set(annotations.map(({ key }) => key));
  for (const [id, joint] of all.joints) if (!keys.has(id)) told(PARTS_MISSING, joint.name ?? id);
  for (const { draft } of all.replies) keys.add(draft.key);
  const relations = relationsOf(all, keys, (draft) =>
    told(LOOSE, draft.said.type?.name ?? draft.name ?? 'A link'),
  );
  const answered = withReplies({ annotations, relations }, all.replies, told);
  return {
    format: 'W3C Web Annotation',
    annotations: answered.annotations.map((one) => withVerdict(one, all)),
    relations: answered.relations,
    losses,
  };
}

/** Whether what a JSON file holds looks like W3C Web Annotations. */
export function isWebAnnotations(json: unknown): boolean {
  return looksLikeWebAnnotations(json);
}

/** The items about texts by the annotation they are of. */
function byKey({ annotations }: Sorted): ReadonlyMap<string, Draft[]> {
  const groups = new Map<string, Draft[]>();
  for (const draft of annotations) {
    const group = groups.get(draft.key);
    if (group) group.push(draft);
    else groups.set(draft.key, [draft]);
  }
  return groups;
}

function withVerdict(annotation: ComingAnnotation, { verdicts }: Sorted): ComingAnnotation {
  const verdict = verdicts.get(annotation.key);
  return verdict ? { ...annotation, verdict } : annotation;
}

function calledBy(annotation: ComingAnnotation | undefined): string {
  const quote = annotation?.targets.find((target) => target.quote)?.quote;
  return quote ? `“${onOneLine(quote.exact)}”` : (annotation?.iri ?? annotation?.key ?? '');
}

/** The links between annotations. An end that the file does not have may be an annotation of ours. */
function relationsOf(
  { relations, names, loose }: Sorted,
  keys: ReadonlySet<string>,
  left: (draft: Draft) => void,
): ComingRelation[] {
  for (const draft of loose) left(draft);
  return relations.flatMap(({ draft, from, to }) => {
    const known = [from, to].every((end) => keys.has(end) || idIn(`urn:uuid:${end}`) !== null);
    if (!known || from === to) {
      left(draft);
      return [];
    }
    const { said, name, id, creator, created } = draft;
    const told = said.type?.name ?? said.tags[0]?.name ?? names.get(name ?? '') ?? '';
    const { success, data } = RelationName.safeParse(told);
    const type = success ? data : 'is linked to';
    const notes = said.note === told ? '' : said.note;
    return [
      {
        id,
        from,
        to,
        type,
        ...propertyOf(said.type?.subject, type),
        note: notes,
        creator,
        created,
      },
    ];
  });
}

/** What is told of a type of relations beside its name. */
function propertyOf(
  subject: unknown,
  name: string,
): Pick<ComingRelation, 'typeId' | 'reverse' | 'typeDescription'> {
  if (!isObject(subject) || labelIn(subject['rdfs:label']) !== name) return { typeId: null };
  const inverse = subject['owl:inverseOf'];
  const reverse = RelationName.safeParse(isObject(inverse) ? labelIn(inverse['rdfs:label']) : null);
  return {
    typeId: idIn(idOf(subject)),
    reverse: reverse.success ? reverse.data : null,
    typeDescription: labelIn(subject['rdfs:comment']) ?? '',
  };
}
