import type { Annotation } from '../annotation/annotation.ts';
import type { Loss } from '../exchange/loss.ts';
import type { CableRecord, LibraryFrame } from '../exchange/record.ts';
import { counted, type LossKind, lossOf, lossOfCable } from '../exchange/telling.ts';
import { transcribe } from '../transcription/transcription.ts';
import { tagLosses, TAGS } from '../uima/losses.ts';
import { byAnnotation, endsOf, isPlaced, passagesOf } from '../uima/passages.ts';

const TEXT: LossKind = {
  kind: 'apparatus',
  sentence:
    'The original and the transcription are files of their own; what leads from the one to the other, what is known of the cable, and the states it has had are left out.',
};
const NO_PLACE: LossKind = {
  kind: 'no-place',
  sentence:
    'An annotation on the whole cable, or one whose words are lost, is left out: in WebAnno TSV everything stands on words.',
};
const LOST_PASSAGE: LossKind = {
  kind: 'lost-passage',
  sentence: 'Of an annotation that has lost some of its passages those are left out.',
};
const BOTH_SIDES: LossKind = {
  kind: 'both-sides',
  sentence:
    'An annotation on both sides is divided: each file has the passages on its text, and says that there are others.',
};
const RELATION: LossKind = {
  kind: 'relation',
  sentence:
    'A relation is left out where its two annotations do not stand on the same side of the same cable.',
};
const LINE_ENDS: LossKind = {
  kind: 'line-ends',
  sentence: 'In notes and names, the line ends CR and CRLF become LF.',
};

/** All that WebAnno TSV may lose. */
export const tsvLossKinds: readonly LossKind[] = [
  TEXT,
  NO_PLACE,
  LOST_PASSAGE,
  BOTH_SIDES,
  RELATION,
  TAGS,
  LINE_ENDS,
];

/** What WebAnno TSV cannot say of a cable. */
export function tsvLosses(record: CableRecord, frame: LibraryFrame): Loss[] {
  const { annotations, cable, relations } = record;
  const { original, changes, emendations, structure, metadata } = cable;
  const text = transcribe(original.text, changes, emendations).text.toString();
  const texts = { original: original.text, transcription: text };
  const known = byAnnotation(passagesOf(annotations, texts).placed);
  const ids = new Map(annotations.map((one) => [one.id, one]));
  const what = [
    counted(changes.length, 'change'),
    counted(emendations.length, 'emendation'),
    counted(structure.length, 'piece of structure', 'pieces of structure'),
    counted(metadata.length, 'value'),
    counted(record.revisions.length, 'revision'),
  ].join(', ');
  const kindsOf = (annotation: Annotation): LossKind[] => {
    const { targets, note, creator } = annotation;
    const placed = targets.filter((target) => isPlaced(target, texts));
    const hasReturn = /\r/u.test(note + creator);
    if (placed.length === 0) return [NO_PLACE];
    return [
      ...(placed.length < targets.length ? [LOST_PASSAGE] : []),
      ...(new Set(placed.map(({ side }) => side)).size > 1 ? [BOTH_SIDES] : []),
      ...(hasReturn ? [LINE_ENDS] : []),
    ];
  };
  return [
    lossOfCable(TEXT, record, what),
    ...tagLosses(record, frame),
    ...annotations.flatMap((one) => kindsOf(one).map((kind) => lossOf(kind, one))),
    ...relations.flatMap(({ from, to, note }) => {
      const annotation = ids.get(from) ?? ids.get(to);
      if (!annotation) return [];
      if (!endsOf(known, from, to)) return [lossOf(RELATION, annotation)];
      return /\r/u.test(note) ? [lossOf(LINE_ENDS, annotation)] : [];
    }),
  ];
}
