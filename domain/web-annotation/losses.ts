import type { Annotation } from '../annotation/annotation.ts';
import type { ExportOptions } from '../exchange/format.ts';
import type { Loss } from '../exchange/loss.ts';
import type { CableRecord, LibraryFrame } from '../exchange/record.ts';
import { counted, type LossKind, lossOf, lossOfCable, onOneLine } from '../exchange/telling.ts';
import type { Relation } from '../relation/relation.ts';
import { type SourceTexts, sourceTexts } from './texts.ts';

const WHOLE_CABLE: LossKind = {
  kind: 'whole-cable',
  sentence:
    'Annotations about a whole cable are told, but programs that show annotations on words (Recogito, Annotorious) leave them out.',
};
const LOST_WORDS: LossKind = {
  kind: 'lost-words',
  sentence:
    'Passages whose words have left the text are told by those words alone; programs that need a position (Recogito) leave them out.',
};
const CODE_POINTS: LossKind = {
  kind: 'code-points',
  sentence:
    'Positions are counted in code points, as the standard asks; programs that count in UTF-16 (Recogito, Hypothesis) show these annotations at another place, as rare characters stand before them. Export with UTF-16 positions for them.',
};
const UTF16: LossKind = {
  kind: 'utf-16',
  sentence:
    'Positions are counted in UTF-16, as Recogito and Hypothesis do; programs that keep to the standard show these annotations at another place, as rare characters stand before them.',
};
const VERDICT: LossKind = {
  kind: 'verdict',
  sentence:
    'What was said of annotations (accepted, rejected, merged) is told as annotations on annotations, which other programs leave out.',
};
const RELATION: LossKind = {
  kind: 'relation',
  sentence:
    'Relations are told as annotations that link two others, which Recogito and Annotorious leave out.',
};
const APPARATUS: LossKind = {
  kind: 'apparatus',
  sentence:
    'What cleaning and editors have changed is not told, only the texts before and after it. TEI P5 tells it.',
};
const METADATA: LossKind = {
  kind: 'metadata',
  sentence: 'Fields of cables (date, from, to, classification …) are not told. TEI P5 tells them.',
};
const STRUCTURE: LossKind = {
  kind: 'structure',
  sentence:
    'Headings, paragraphs, page breaks, notes and stamps are not marked. TEI P5 marks them.',
};
const HISTORY: LossKind = {
  kind: 'history',
  sentence: 'Who worked on a cable when, and how far it has come, is not told. TEI P5 tells it.',
};

/** All that Web Annotation may lose. */
export const webAnnotationLossKinds: readonly LossKind[] = [
  WHOLE_CABLE,
  LOST_WORDS,
  CODE_POINTS,
  UTF16,
  VERDICT,
  RELATION,
  APPARATUS,
  METADATA,
  STRUCTURE,
  HISTORY,
];

/**
 * What is not told of a cable, or not to every program: losses that name an annotation are those that
 * Recogito and Annotorious do not take over, or show elsewhere; each of these comes back here nevertheless.
 */
export function lossesOf(
  record: CableRecord,
  _frame: LibraryFrame,
  options: ExportOptions,
): Loss[] {
  const { annotations, relations } = record;
  const texts = sourceTexts(record);
  const byId = new Map(annotations.map((annotation) => [annotation.id, annotation]));
  return [
    ...annotations.flatMap((annotation) => lossesOfAnnotation(annotation, texts, options)),
    ...relations.map((relation) => lossOfRelation(relation, byId, record)),
    ...lossesOfWork(record),
  ];
}

function lossesOfAnnotation(
  annotation: Annotation,
  texts: SourceTexts,
  { offsets }: ExportOptions,
): Loss[] {
  const { targets, verdict } = annotation;
  const kinds = [
    targets.length === 0 ? WHOLE_CABLE : null,
    targets.some(({ lost }) => lost !== null) ? LOST_WORDS : null,
    targets.every(({ lost, side, ...range }) => lost !== null || texts[side].points.alike(range))
      ? null
      : offsets === 'utf-16'
        ? UTF16
        : CODE_POINTS,
    verdict === null ? null : VERDICT,
  ];
  return kinds.flatMap((kind) => (kind === null ? [] : [lossOf(kind, annotation)]));
}

function lossOfRelation(
  { from, to }: Relation,
  annotations: ReadonlyMap<string, Annotation>,
  record: CableRecord,
): Loss {
  const end = annotations.get(from) ?? annotations.get(to);
  return end ? lossOf(RELATION, end) : lossOfCable(RELATION, record, 'a relation of other cables');
}

/** What of the work on a cable is not told, beside its annotations. */
function lossesOfWork(record: CableRecord): Loss[] {
  const { cable, revisions } = record;
  const { state, author } = cable.summary.review;
  const fields = new Set([...cable.metadata, ...cable.fieldEmendations].map(({ field }) => field));
  const some = (count: number, one: string) => (count > 0 ? [counted(count, one)] : []);
  const work: readonly (readonly [LossKind, readonly string[]])[] = [
    [APPARATUS, some(cable.changes.length + cable.emendations.length, 'change')],
    [METADATA, some(fields.size, 'field')],
    [STRUCTURE, some(cable.structure.length, 'mark')],
    [
      HISTORY,
      [
        ...some(revisions.length, 'revision'),
        ...(author === null ? [] : [`${state} by ${onOneLine(author)}`]),
      ],
    ],
  ];
  return work.flatMap(([kind, what]) =>
    what.length > 0 ? [lossOfCable(kind, record, what.join(', '))] : [],
  );
}
