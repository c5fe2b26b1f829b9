import { transcribe } from '../transcription/transcription.ts';
import type { Loss } from './loss.ts';
import type { CableRecord } from './record.ts';
import { counted, type LossKind, lossOf, lossOfCable } from './telling.ts';

const ORIGINAL: LossKind = {
  kind: 'original',
  sentence:
    'Markdown has the transcription only. The original, the apparatus of what cleaning and editors changed, and the ids by which things are known are left out, so it does not come back as the same cable.',
};
const STRUCTURE: LossKind = {
  kind: 'structure',
  sentence:
    'Page breaks, stamps, and names and dates that are marked up are not marked in Markdown.',
};
const BLANKS: LossKind = {
  kind: 'blanks',
  sentence: 'Blanks at the beginning and end of lines, and more than one empty line, do not stay.',
};
const EXTENT: LossKind = {
  kind: 'extent',
  sentence:
    'A footnote stands behind the words it is about and quotes them; where they begin is not marked.',
};
const PASSAGES: LossKind = {
  kind: 'passages',
  sentence:
    'An annotation on several passages is one footnote behind the last of them; it quotes them all.',
};
const SIDE: LossKind = {
  kind: 'original-side',
  sentence:
    'An annotation on the original is a footnote where its words stand in the transcription, or would stand.',
};
const RELATION: LossKind = {
  kind: 'relation',
  sentence:
    'A relation is told in words in the footnote it leads from, without its author and time.',
};

/** All that Markdown may lose. */
export const markdownLossKinds: readonly LossKind[] = [
  ORIGINAL,
  STRUCTURE,
  BLANKS,
  EXTENT,
  PASSAGES,
  SIDE,
  RELATION,
];

/** The pieces of structure that Markdown shows. */
const SHOWN: ReadonlySet<string> = new Set([
  'heading',
  'paragraph',
  'listItem',
  'note',
  'noteReference',
]);

/** What Markdown cannot say of a cable. */
export function markdownLosses(record: CableRecord): Loss[] {
  const { annotations, cable, relations } = record;
  const { changes, emendations, original, structure } = cable;
  const text = transcribe(original.text, changes, emendations).text.toString();
  const unseen = structure.filter(({ type }) => !SHOWN.has(type)).length;
  const made = [
    counted(changes.length, 'change'),
    counted(emendations.length, 'emendation'),
    counted(record.revisions.length, 'revision'),
  ].join(', ');
  const ids = new Map(annotations.map((one) => [one.id, one]));
  return [
    lossOfCable(ORIGINAL, record, made),
    ...(unseen === 0
      ? []
      : [
          lossOfCable(
            STRUCTURE,
            record,
            counted(unseen, 'piece of structure', 'pieces of structure'),
          ),
        ]),
    ...(/^[ \t]|[ \t]$|\n{3}/mu.test(text) ? [lossOfCable(BLANKS, record, 'its lines')] : []),
    ...annotations.flatMap((annotation) => {
      const placed = annotation.targets.filter(({ lost }) => lost === null);
      return [
        ...(placed.length === 0 ? [] : [lossOf(EXTENT, annotation)]),
        ...(placed.length < 2 ? [] : [lossOf(PASSAGES, annotation)]),
        ...(placed.some(({ side }) => side === 'original') ? [lossOf(SIDE, annotation)] : []),
      ];
    }),
    ...relations.flatMap(({ from }) => {
      const annotation = ids.get(from);
      return annotation ? [lossOf(RELATION, annotation)] : [];
    }),
  ];
}
