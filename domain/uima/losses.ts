import type { Loss } from '../exchange/loss.ts';
import type { CableRecord, LibraryFrame } from '../exchange/record.ts';
import { counted, type LossKind, lossOf, lossOfCable } from '../exchange/telling.ts';
import { transcribe } from '../transcription/transcription.ts';
import { isPlaced } from './passages.ts';
import { hasControls, isImpossible } from './xml.ts';

const APPARATUS: LossKind = {
  kind: 'apparatus',
  sentence:
    'What stands in the place of words of the original is told, but not by which rule or by whom, when and why; nor proposals that wait, and earlier states of the text.',
};
const SIDE: LossKind = {
  kind: 'second-view',
  sentence:
    'The original is the second view of a file. Programs that know one view only, as INCEpTION does, show no annotations on it.',
};
const NO_LAYER: LossKind = {
  kind: 'no-layer',
  sentence:
    'An annotation on the whole cable, or one with words that are lost, is whole in the file. INCEpTION has no layer for what has no place, and leaves that out.',
};
const CONTROLS: LossKind = {
  kind: 'xml-1.1',
  sentence:
    'A text with form feeds or other control characters makes its file XML 1.1, which programs in Java read and those in Python mostly do not.',
};
const IMPOSSIBLE: LossKind = {
  kind: 'no-xml',
  sentence: 'Characters that no XML can hold have become U+FFFD (�), in their place.',
};
export const TAGS: LossKind = {
  kind: 'tags',
  sentence:
    'Tags have their names, paths and ids; their colours, descriptions, keys and addresses are left out.',
};

/** All that UIMA CAS XMI may lose. */
export const xmiLossKinds: readonly LossKind[] = [
  APPARATUS,
  SIDE,
  NO_LAYER,
  TAGS,
  CONTROLS,
  IMPOSSIBLE,
];

/** What UIMA CAS XMI cannot say of a cable. */
export function xmiLosses(record: CableRecord, frame: LibraryFrame): Loss[] {
  const { annotations, cable } = record;
  const { changes, emendations, original, fieldEmendations } = cable;
  const text = transcribe(original.text, changes, emendations).text.toString();
  const texts = { original: original.text, transcription: text };
  const words = [
    original.text,
    text,
    ...annotations.flatMap(({ note, creator }) => [note, creator]),
    ...record.relations.map(({ note }) => note),
  ];
  const made = [
    counted(changes.length, 'change'),
    counted(emendations.length, 'emendation'),
    counted(fieldEmendations.length, 'field'),
    counted(record.revisions.length, 'revision'),
  ].join(', ');
  return [
    lossOfCable(APPARATUS, record, made),
    ...(words.some(hasControls) ? [lossOfCable(CONTROLS, record, 'its text')] : []),
    ...(words.some(isImpossible) ? [lossOfCable(IMPOSSIBLE, record, 'its text')] : []),
    ...tagLosses(record, frame),
    ...annotations
      .filter(({ targets }) => targets.length === 0 || targets.some((one) => !isPlaced(one, texts)))
      .map((annotation) => lossOf(NO_LAYER, annotation)),
    ...annotations
      .filter(({ targets }) => targets.some(({ side }) => side === 'original'))
      .map((annotation) => lossOf(SIDE, annotation)),
  ];
}

/** What is left out of the tags of a cable's annotations. */
export function tagLosses(record: CableRecord, { tags }: LibraryFrame): Loss[] {
  const used = new Set(record.annotations.flatMap(({ tagIds }) => tagIds));
  const names = tags.filter(({ id }) => used.has(id)).map(({ name }) => name);
  return names.length === 0 ? [] : [lossOfCable(TAGS, record, names.join(', '))];
}
