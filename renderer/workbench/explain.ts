import type { Annotation, Side } from '../../domain/annotation/annotation.ts';
import { explain } from '../../domain/clean/rules.ts';
import { TEI_MARKUP } from '../../domain/tei/rules.ts';
import { mappingOf } from '../../domain/transcription/mapping.ts';
import { counterpart } from '../../domain/transcription/transcription.ts';
import {
  emendedWords,
  originalWords,
  reasonNames,
  sentence,
} from '../apparatus/emendationWords.ts';
import { ruleTitle } from '../apparatus/ruleWords.ts';
import { nameHere } from '../gazetteer/here.ts';
import { referencesAt } from '../references/placed.ts';
import { emendedReadings } from './emended.ts';
import { annotationsAt, type Vocabulary } from './highlights.ts';
import type { Manuscript } from './manuscript.ts';
import { emendationPlaceAt } from './textMarks.ts';

/** One thing to be said about a place: what it is, and the sentence. */
export interface Explanation {
  readonly kind:
    | 'note'
    | 'reference'
    | 'glossary'
    | 'emendation'
    | 'change'
    | 'proposal'
    | 'annotation';
  readonly head: string;
  readonly text: string;
}

/**
 * What can be said about `position` of one side: notes, what a reference leads to, what the gazetteer has of the word, what editors
 * and cleaning did and why, annotations.
 */
export function explanationsAt(
  manuscript: Manuscript,
  annotations: readonly Annotation[],
  vocabulary: Vocabulary,
  side: Side,
  position: number,
): Explanation[] {
  return [
    ...noteAt(manuscript, side, position),
    ...referencesAt(side, position).map((told) => ({ kind: 'reference' as const, ...told })),
    ...namesAt(manuscript, side, position),
    ...emendationAt(manuscript, side, position),
    ...changesAt(manuscript, side, position),
    ...aboutAnnotations(annotationsAt(manuscript, annotations, side, position), vocabulary),
  ];
}

function noteAt({ cable, transcription, notes }: Manuscript, side: Side, position: number) {
  return cable.structure.flatMap((piece): Explanation[] => {
    if (piece.type !== 'noteReference' || piece.label === null) return [];
    const here =
      side === 'original'
        ? piece.from <= position && position < piece.to
        : transcription.map.mapPos(piece.from, 1) === position;
    if (!here) return [];
    const text = piece.note === null ? undefined : notes[piece.note]?.text;
    const missing = 'The document has no note for this mark.';
    return [{ kind: 'note', head: `Note ${piece.label}`, text: text ?? missing }];
  });
}

/** What the edition's own lists say of the name at a position; where they say nothing, what the gazetteer does. */
function namesAt(manuscript: Manuscript, side: Side, position: number): Explanation[] {
  const listed = listedAt(manuscript, side, position);
  return listed.length > 0 ? listed : glossAt(manuscript, side, position);
}

/** Whom or what the edition points to in its markup, as its lists have it. */
function listedAt({ cable, transcription }: Manuscript, side: Side, position: number) {
  if (!cable.edition || cable.edition.names.length === 0) return [];
  const at =
    side === 'original'
      ? position
      : counterpart(transcription, side, { from: position, to: position + 1 }).from;
  const names = new Map(cable.edition.names.map((name) => [name.pointer, name]));
  return cable.structure.flatMap(({ from, to, label }): Explanation[] => {
    const name = from <= at && at < to && label !== null ? names.get(label) : undefined;
    if (!name) return [];
    const said = name.description === '' ? '' : `${name.description} `;
    return [{ kind: 'glossary', head: name.name, text: `${said}(in the edition’s list)` }];
  });
}

/** What the gazetteer says of the name at a position, or before it; names of which it says nothing are left out. */
function glossAt(manuscript: Manuscript, side: Side, position: number): Explanation[] {
  const named =
    nameHere(manuscript, side, position) ??
    (position > 0 ? nameHere(manuscript, side, position - 1) : null);
  return (named?.entries ?? [])
    .filter(({ description }) => description !== '')
    .map(({ name, description }) => ({ kind: 'glossary', head: name, text: description }));
}

/** "Emended by A. Reader, 21 Nov 2025, 14:20 · slip of the machine · the original has “Havna”" */
function emendationAt(manuscript: Manuscript, side: Side, position: number): Explanation[] {
  const place = emendationPlaceAt(manuscript, side, position);
  if (!place) return [];
  const { reason, note, witness } = place.emendation;
  const said = [
    reason && reasonNames[reason],
    witness && 'from another witness',
    originalWords(emendedReadings(manuscript.cable, place).reading),
    note.trim(),
  ].filter((part) => part !== null && part !== '');
  const head = sentence(emendedWords(place.emendation));
  return [{ kind: 'emendation', head, text: `· ${said.join(' · ')}` }];
}

function changesAt({ cable, transcription }: Manuscript, side: Side, position: number) {
  const mapping = mappingOf(transcription.map);
  return cable.changes.flatMap((change): Explanation[] => {
    // Of every tag and blank of an edition there is nothing to be said.
    if (change.status === 'rejected' || change.rule === TEI_MARKUP) return [];
    const from = side === 'original' ? change.from : mapping.at(change.from, -1);
    const to = side === 'original' ? change.to : mapping.at(change.to, 1);
    if (position < from || position >= to) return [];
    const kind = change.status === 'proposed' ? 'proposal' : 'change';
    return [
      { kind, head: ruleTitle(change.rule), text: change.reason ?? explain(change.rule) ?? '' },
    ];
  });
}

/** How many annotations of one place are told of; the inspector lists all. */
const FEW = 5;

function aboutAnnotations(there: readonly Annotation[], vocabulary: Vocabulary): Explanation[] {
  const told = there.length > FEW + 1 ? there.slice(0, FEW) : there;
  const rest = there.length - told.length;
  const all = told.map((annotation) => aboutAnnotation(annotation, vocabulary));
  if (rest === 0) return all;
  const text = 'annotations stand here. Click on and on to go through all.';
  return [...all, { kind: 'annotation', head: `${rest} more`, text }];
}

function aboutAnnotation(annotation: Annotation, vocabulary: Vocabulary): Explanation {
  const names = annotation.tagIds.flatMap((id) => vocabulary.get(id)?.name ?? []);
  return {
    kind: 'annotation',
    head: names.length > 0 ? names.join(' · ') : 'Highlight',
    text: annotation.note,
  };
}
