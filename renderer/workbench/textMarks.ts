import type { Side } from '../../domain/annotation/annotation.ts';
import type { Change } from '../../domain/change/change.ts';
import type { StoredChange } from '../../domain/change/decision.ts';
import { counterpart } from '../../domain/transcription/transcription.ts';
import type { Manuscript } from './manuscript.ts';
import { inOrder, type Mark, type Marking, type Sign } from './marks.ts';
import { NoteMarkSign, PageBreakSign, RemovedSign } from './widgets.ts';

/** What the original shows over its text: what left the reading text, and proposals. */
export function originalMarking({ cable }: Manuscript): Marking {
  const struck = struckIn(cable.structure);
  const references = new Set(
    cable.structure.filter(({ type }) => type === 'noteReference').map(({ from }) => from),
  );
  const marks = cable.changes
    .filter(({ status }) => status !== 'rejected')
    .map((change): Mark => {
      const { from, to } = change;
      if (change.status === 'proposed') return { from, to, className: 'proposal' };
      if (change.insert.trim() !== '') return { from, to, className: 'replaced' };
      if (struck(from, to)) return { from, to, className: 'left struck' };
      // A note's digits leave with at most the blank that stood before them.
      const digits = references.has(from) || references.has(from + 1);
      return { from, to, className: digits ? 'left note-digit' : 'left' };
    });
  return { marks: inOrder(marks), signs: [] };
}

/** Whether a stretch of the original was struck out by its writer. */
function struckIn(structure: Manuscript['cable']['structure']) {
  const deletions = structure.filter(({ type }) => type === 'deletion' || type === 'illegible');
  return (from: number, to: number) =>
    deletions.some((deletion) => deletion.from < to && from < deletion.to);
}

/** What the transcription shows over its text: page breaks, note marks, proposals, and on demand what left it. */
export function transcriptionMarking(manuscript: Manuscript, removedShown: boolean): Marking {
  const signs = [
    ...structureSigns(manuscript),
    ...(removedShown ? removedSigns(manuscript) : []),
  ].toSorted((a, b) => a.at - b.at);
  return { marks: inOrder([...proposalMarks(manuscript), ...suppliedMarks(manuscript)]), signs };
}

function structureSigns({ cable, transcription, notes }: Manuscript): Sign[] {
  return cable.structure.flatMap((piece): Sign[] => {
    const at = transcription.map.mapPos(piece.from, 1);
    if (piece.type === 'pageBreak') return [{ at, widget: new PageBreakSign(piece.label) }];
    if (piece.type !== 'noteReference' || piece.label === null) return [];
    const note = piece.note === null ? undefined : notes[piece.note];
    return [{ at, widget: new NoteMarkSign(piece.label, note?.text ?? null) }];
  });
}

function removedSigns({ cable, transcription }: Manuscript): Sign[] {
  const struck = struckIn(cable.structure);
  return cable.changes.filter(leaves).flatMap(({ from, to }) => {
    const text = cable.original.text.slice(from, to);
    if (text.trim() === '') return [];
    const at = transcription.map.mapPos(from, 1);
    return [{ at, widget: new RemovedSign(text, struck(from, to)) }];
  });
}

/** Whether a change has taken words out of the reading text and put none in. */
function leaves({ status, insert }: Change): boolean {
  return status === 'accepted' && insert.trim() === '';
}

function proposalMarks({ cable, transcription }: Manuscript): Mark[] {
  return cable.changes
    .filter(({ status }) => status === 'proposed')
    .map((change) => ({
      ...counterpart(transcription, 'original', change),
      className: 'proposal',
    }));
}

/** The proposal that waits at `position` of one side, if there is one. */
export function proposalAt(
  { cable, transcription }: Manuscript,
  side: Side,
  position: number,
): StoredChange | undefined {
  return cable.changes.find((change) => {
    if (change.status !== 'proposed') return false;
    const { from, to } =
      side === 'original' ? change : counterpart(transcription, 'original', change);
    return from <= position && position <= to;
  });
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
    classes.set(transcription.text.lineAt(from).from, `line-${piece.type}`);
  }
  return classes;
}
