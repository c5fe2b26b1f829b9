import type { Side } from '../../domain/annotation/annotation.ts';
import { jumpTo } from '../desk/desk.ts';
import { type Manuscript, textOn } from './manuscript.ts';
import type { PaneSheet } from './pane.ts';
import { lineClasses } from './textMarks.ts';
import { NotesSign } from './widgets.ts';

/** What the pane of one side shows of a cable: its text, how its lines are set, the notes at the foot of the transcription. */
export function sheetOf(side: Side, manuscript: Manuscript): PaneSheet {
  return {
    text: textOn(manuscript, side),
    lineClasses: lineClasses(manuscript, side),
    foot: side === 'transcription' ? footOf(manuscript) : null,
  };
}

function footOf({ notes }: Manuscript): NotesSign | null {
  if (notes.length === 0) return null;
  return new NotesSign(
    notes.map(({ piece, mark, text }) => ({
      mark: mark ?? piece.label ?? '·',
      text,
      show: () => jumpTo({ side: 'original', from: piece.from, to: piece.to }),
    })),
  );
}
