import type { EditKind } from './edits.ts';

/** The name of the rule by which the tags, blanks and entities of an edition's XML do not stand in the transcription. */
export const TEI_MARKUP = 'tei-markup';

/** The rules of reading an edition in TEI. They cannot be switched off: without them there is no text. */
export const ruleOfEdit: Readonly<Record<EditKind, string>> = {
  markup: TEI_MARKUP,
  note: 'tei-note',
  aside: 'tei-aside',
};

/** The sentence the window shows for each of them. */
export const teiExplanations: readonly (readonly [rule: string, explanation: string])[] = [
  [
    TEI_MARKUP,
    'Tags, blanks and entities of the edition’s XML are read as what they say of the text.',
  ],
  ['tei-note', 'A note of the edition stands at the foot, and a mark in its place.'],
  [
    'tei-aside',
    'What the edition sets beside the text (words struck out, running heads, another reading of the same place) leaves the transcription.',
  ],
];
