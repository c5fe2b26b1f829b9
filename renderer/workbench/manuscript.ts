import { ChangeSet, type Text } from '@codemirror/state';
import type { Side } from '../../domain/annotation/annotation.ts';
import type { Cable } from '../../domain/library/cable.ts';
import type { Structure } from '../../domain/structure/structure.ts';
import type { Range } from '../../domain/text/range.ts';
import { wordsIn } from '../../domain/tei/searchable.ts';
import { sentenceAt } from '../../domain/text/sentence.ts';
import { counterparts, overlapping } from '../../domain/transcription/alignment.ts';
import { joined } from '../../domain/transcription/step.ts';
import {
  type MapPiece,
  pieces,
  transcribe,
  type Transcription,
} from '../../domain/transcription/transcription.ts';
import { turning } from '../../domain/transcription/turning.ts';
import type { Passage } from '../desk/desk.ts';

/** A note of the edition with the mark that refers to it (null where nothing does). */
export interface Note {
  readonly piece: Structure;
  readonly mark: string | null;
  readonly text: string;
}

/** A cable as the workbench works with it: both texts, the exact map between them, and the notes. */
export interface Manuscript {
  readonly cable: Cable;
  readonly transcription: Transcription;
  readonly map: readonly MapPiece[];
  readonly notes: readonly Note[];
}

const known = new WeakMap<Cable, Manuscript>();

/**
 * A cable's manuscript. The transcription is computed as the store computes it, once for each state
 * of the cable, however many parts of the window ask.
 */
export function manuscriptOf(cable: Cable): Manuscript {
  const manuscript = known.get(cable) ?? compute(cable);
  known.set(cable, manuscript);
  return manuscript;
}

function compute(cable: Cable): Manuscript {
  const transcription = transcribe(cable.original.text, cable.changes, cable.emendations);
  return withMap({ cable, transcription, notes: notesOf(cable) });
}

/** The manuscript with its map, which is worked out when somebody first asks for it. */
function withMap(whole: Omit<Manuscript, 'map'>): Manuscript {
  let map: readonly MapPiece[] | null = null;
  return {
    ...whole,
    get map() {
      return (map ??= pieces(whole.transcription));
    },
  };
}

/** A manuscript in which a step has been typed that the store does not have yet; `text` is what is shown then. */
export function advanced(
  { cable, transcription, notes }: Manuscript,
  step: ChangeSet,
  text: Text,
): Manuscript {
  // Words deleted and others typed there are the ones for the others, as they are once they are saved.
  const map = transcription.map.compose(joined(step, text));
  return withMap({ cable, transcription: { ...transcription, text, map }, notes });
}

/** Whether all that a step changes borders on a stretch of the text before it. */
export function touching(step: ChangeSet, { from, to }: Range): boolean {
  let all = true;
  step.iterChangedRanges((begin, end) => {
    if (end < from || begin > to) all = false;
  });
  return all;
}

function notesOf(cable: Cable): Note[] {
  const references = cable.structure.filter((piece) => piece.type === 'noteReference');
  return cable.structure
    .filter((piece) => piece.type === 'note')
    .map((piece, index) => ({
      piece,
      mark: references.find((reference) => reference.note === index)?.label ?? null,
      text: wordsIn(cable.original, piece),
    }));
}

/** The text of one side. */
export function textOn(manuscript: Manuscript, side: Side) {
  return side === 'original' ? manuscript.transcription.original : manuscript.transcription.text;
}

/** The version of one side's text. An original has one only. */
export function versionOf({ cable }: Manuscript, side: Side): number {
  return side === 'original' ? 0 : cable.version;
}

/**
 * How the transcription of one state of a cable becomes that of the next, for a pane that shows it:
 * what both states agree on is left alone, so that caret, selection and scrolling keep their words.
 */
export function stepTo(next: Manuscript, last: Manuscript): ChangeSet {
  const { original, text } = last.transcription;
  return trimmed(turning(original, last.cable, next.cable), text);
}

/** A step without what its replacements put back at their edges. */
function trimmed(step: ChangeSet, text: Text): ChangeSet {
  const changes: { from: number; to: number; insert: Text }[] = [];
  step.iterChanges((from, to, _fromB, _toB, insert) => {
    const [old, fresh] = [text.sliceString(from, to), insert.toString()];
    const most = Math.min(old.length, fresh.length);
    let head = 0;
    while (head < most && old[head] === fresh[head]) head += 1;
    let tail = 0;
    while (tail < most - head && old[old.length - 1 - tail] === fresh[fresh.length - 1 - tail])
      tail += 1;
    const insertion = insert.slice(head, insert.length - tail);
    changes.push({ from: from + head, to: to - tail, insert: insertion });
  });
  return ChangeSet.of(changes, text.length);
}

/** The stretches of `passage` as they are lit on `side`; empty where nothing of it stands there. */
export function stretchesOn(manuscript: Manuscript, side: Side, passage: Passage): Range[] {
  if (passage.from >= passage.to) return [];
  return passage.side === side
    ? [{ from: passage.from, to: passage.to }]
    : counterparts(manuscript.map, passage.side, passage);
}

/** Where `passage` begins on `side`, even where none of its characters stand there. */
export function placeOn(manuscript: Manuscript, side: Side, passage: Passage): number {
  if (passage.side === side) return passage.from;
  const { map } = manuscript.transcription;
  const [first] = stretchesOn(manuscript, side, passage);
  if (first) return first.from;
  return side === 'transcription'
    ? map.mapPos(passage.from, 1)
    : map.invertedDesc.mapPos(passage.from, 1);
}

/**
 * The passage the pointer lights at `position`: a sentence of the transcription, whose counterpart
 * follows by the map; over text that left the reading text, the whole of that text.
 */
export function passageAt(manuscript: Manuscript, side: Side, position: number): Passage | null {
  const { map, transcription } = manuscript;
  const [piece] = overlapping(map, side, { from: position, to: position + 1 });
  if (!piece) return null;
  if (side === 'original' && !piece.kept && piece.fromTranscription === piece.toTranscription)
    return { side, from: piece.fromOriginal, to: piece.toOriginal };
  const at =
    side === 'transcription'
      ? position
      : piece.kept
        ? piece.fromTranscription + (position - piece.fromOriginal)
        : piece.fromTranscription;
  const line = transcription.text.lineAt(at);
  const { from, to } = sentenceAt(line.text, at - line.from);
  if (from === to) return null;
  return { side: 'transcription', from: line.from + from, to: line.from + to };
}
