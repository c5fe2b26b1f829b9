import type { Side } from '../../domain/annotation/annotation.ts';
import type { Change } from '../../domain/change/change.ts';
import type { StoredChange } from '../../domain/change/decision.ts';
import type { EmendationPlace } from '../../domain/apparatus/places.ts';
import { type Emendation, holds } from '../../domain/emendation/emendation.ts';
import type { Range } from '../../domain/text/range.ts';
import { tokensOf } from '../../domain/tei/lexer.ts';
import { TEI_MARKUP } from '../../domain/tei/rules.ts';
import { wordsIn } from '../../domain/tei/searchable.ts';
import { mappingOf } from '../../domain/transcription/mapping.ts';
import { counterpart } from '../../domain/transcription/transcription.ts';
import { emendedPlaces } from './emended.ts';
import { type Manuscript, placeOn, stretchesOn } from './manuscript.ts';
import { inOrder, type Mark, type Marking, type Sign } from './marks.ts';
import { EmendedSign, NoteMarkSign, PageBreakSign, RemovedSign } from './widgets.ts';

/** What the original shows over its text: what left the reading text, proposals, and what was emended. */
export function originalMarking(manuscript: Manuscript): Marking {
  const { cable } = manuscript;
  const struck = struckIn(cable.structure);
  const references = new Set(
    cable.structure.filter(({ type }) => type === 'noteReference').map(({ from }) => from),
  );
  const marks = cable.changes
    .filter(({ status, rule }) => status !== 'rejected' && rule !== TEI_MARKUP)
    .map((change): Mark => {
      const { from, to } = change;
      if (change.status === 'proposed') return { from, to, className: 'proposal' };
      if (change.insert.trim() !== '') return { from, to, className: 'replaced' };
      if (struck(from, to)) return { from, to, className: 'left struck' };
      // The words of a note leave the text only to stand at its foot.
      if (cable.original.format === 'tei') return { from, to, className: 'left set-apart' };
      // A note's digits leave with at most the blank that stood before them.
      const digits = references.has(from) || references.has(from + 1);
      return { from, to, className: digits ? 'left note-digit' : 'left' };
    });
  const emended = emendedMarking(manuscript, 'original');
  const markup = cable.original.format === 'tei' ? markupMarks(cable.original.text) : [];
  return { marks: inOrder([...marks, ...emended.marks, ...markup]), signs: emended.signs };
}

/** The tags of an original in XML, faint, so that its words stand out, and the indentation of its lines, narrow. */
function markupMarks(text: string): Mark[] {
  const tags = [...tokensOf(text)]
    .filter(({ kind }) => kind !== 'text' && kind !== 'entity' && kind !== 'cdata')
    .map(({ from, to }) => ({ from, to, className: 'markup' }));
  const indents = [...text.matchAll(/^[ \t]{3,}/gmu)].map(({ index: from, 0: { length } }) => ({
    ...{ from, to: from + length, className: 'indent' },
  }));
  return [...tags, ...indents];
}

/** The words an emendation put in, on the original those it stands for; a sign where there are none. */
function emendedMarking({ cable }: Manuscript, side: Side): Marking {
  const places = emendedPlaces(cable).filter(({ emendation }) => holds(emendation));
  const here = places.map((place) => place[side]);
  return {
    marks: here
      .filter(({ from, to }) => from < to)
      .map((range) => ({ ...range, className: 'emended' })),
    signs: here
      .filter(({ from, to }) => from === to)
      .map(({ from }) => ({ at: from, widget: new EmendedSign(side) })),
  };
}

/** Whether a stretch of the original was struck out by its writer. */
function struckIn(structure: Manuscript['cable']['structure']) {
  const deletions = structure.filter(({ type }) => type === 'deletion' || type === 'illegible');
  return (from: number, to: number) =>
    deletions.some((deletion) => deletion.from < to && from < deletion.to);
}

/** What the transcription shows over its text: page breaks, note marks, proposals, and on demand what left it. */
export function transcriptionMarking(manuscript: Manuscript, removedShown: boolean): Marking {
  const emended = emendedMarking(manuscript, 'transcription');
  const signs = [
    ...structureSigns(manuscript),
    ...(removedShown ? removedSigns(manuscript) : []),
    ...emended.signs,
  ].toSorted((a, b) => a.at - b.at);
  const marks = [...proposalMarks(manuscript), ...suppliedMarks(manuscript), ...emended.marks];
  return { marks: inOrder(marks), signs };
}

function structureSigns({ cable, transcription, notes }: Manuscript): Sign[] {
  const mapping = mappingOf(transcription.map);
  return cable.structure.flatMap((piece): Sign[] => {
    const at = mapping.at(piece.from, 1);
    if (piece.type === 'pageBreak') return [{ at, widget: new PageBreakSign(piece.label) }];
    if (piece.type !== 'noteReference' || piece.label === null) return [];
    const note = piece.note === null ? undefined : notes[piece.note];
    return [{ at, widget: new NoteMarkSign(piece.label, note?.text ?? null) }];
  });
}

function removedSigns({ cable, transcription }: Manuscript): Sign[] {
  const struck = struckIn(cable.structure);
  const mapping = mappingOf(transcription.map);
  return cable.changes.filter(leaves).flatMap(({ from, to }) => {
    const text = wordsIn(cable.original, { from, to });
    if (text.trim() === '') return [];
    const at = mapping.at(from, 1);
    return [{ at, widget: new RemovedSign(text, struck(from, to)) }];
  });
}

/** Whether a change has taken words out of the reading text and put none in. */
function leaves({ status, insert }: Change): boolean {
  return status === 'accepted' && insert.trim() === '';
}

function proposalMarks(manuscript: Manuscript): Mark[] {
  return manuscript.cable.changes
    .filter(({ status }) => status === 'proposed')
    .map((change) => ({ ...rangeInTranscription(manuscript, change), className: 'proposal' }));
}

/** Where words of the original stand in the transcription, whatever they have been emended to. */
function rangeInTranscription(manuscript: Manuscript, { from, to }: Range): Range {
  const passage = { side: 'original', from, to } as const;
  const stretches = stretchesOn(manuscript, 'transcription', passage);
  const first = stretches[0]?.from ?? placeOn(manuscript, 'transcription', passage);
  return { from: first, to: stretches.at(-1)?.to ?? first };
}

/** The proposal that waits at `position` of one side, if there is one. */
export function proposalAt(
  manuscript: Manuscript,
  side: Side,
  position: number,
): StoredChange | undefined {
  return manuscript.cable.changes.find((change) => {
    if (change.status !== 'proposed') return false;
    const { from, to } = side === 'original' ? change : rangeInTranscription(manuscript, change);
    return from <= position && position <= to;
  });
}

/** The emendation at `position` of one side, or of the word there; the one on the very place goes first. */
export function emendationAt(
  manuscript: Manuscript,
  side: Side,
  position: number,
): Emendation | undefined {
  return emendationPlaceAt(manuscript, side, position)?.emendation;
}

/** Where the emendation at `position` of one side stands. */
export function emendationPlaceAt(
  manuscript: Manuscript,
  side: Side,
  position: number,
): EmendationPlace | undefined {
  const { cable, transcription } = manuscript;
  const at = ({ from, to }: Range) => from <= position && position <= to;
  const near = emendedPlaces(cable).filter(
    ({ emendation, transcription: { from, to }, words }) =>
      holds(emendation) &&
      at(words[side]) &&
      // What has been typed since may have moved it or written over it.
      transcription.text.sliceString(from, to) === emendation.insert,
  );
  return near.find((place) => at(place[side])) ?? near[0];
}

function suppliedMarks({ cable, transcription }: Manuscript): Mark[] {
  return cable.structure
    .filter(({ type }) => type === 'supplied')
    .map((piece) => ({
      ...counterpart(transcription, 'original', piece),
      className: 'supplied',
    }));
}

/** The class of the lines of one side, by the line's first position: headings, signatures, items. */
export function lineClasses(manuscript: Manuscript, side: Side): Map<number, string> {
  const classes = new Map<number, string>();
  if (side === 'original') return classes;
  const { cable, transcription } = manuscript;
  for (const piece of cable.structure) {
    if (piece.type !== 'heading' && piece.type !== 'signature' && piece.type !== 'listItem')
      continue;
    const { from, to } = counterpart(transcription, 'original', piece);
    if (from === to) continue;
    // A heading may have several lines: the number, and the title below it.
    for (let at = from; at < to;) {
      const line = transcription.text.lineAt(at);
      if (line.length > 0) classes.set(line.from, `line-${piece.type}`);
      at = line.to + 1;
    }
  }
  return classes;
}
