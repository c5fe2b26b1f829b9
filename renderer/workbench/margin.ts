import type { BlockInfo, EditorView } from '@codemirror/view';
import type { Annotation, Target } from '../../domain/annotation/annotation.ts';
import { acrossAt } from '../../domain/transcription/alignment.ts';
import type { Passage } from '../desk/desk.ts';
import type { Vocabulary } from './highlights.ts';
import { type Manuscript, stretchesOn, versionOf } from './manuscript.ts';
import { sideBySide, type Span, type Tick } from './ticks.ts';

/** The least height of a tick, in pixels. */
const LEAST = 2;

/** A place of the transcription, in UTF-16 code units; empty where none of the words stand there. */
interface Place {
  readonly annotation: Annotation;
  readonly from: number;
  readonly to: number;
}

/** How a pane's whole scrolled height is put on a map of `height` pixels. */
export interface Scale {
  /** Pixels of the map for one of the pane. */
  readonly ratio: number;
  /** The blank above the text, in pixels of the pane. */
  readonly head: number;
}

/** The scale of a pane on a map of a height in pixels. */
export function scaleOf(view: EditorView, height: number): Scale {
  const ratio = height / Math.max(1, view.scrollDOM.scrollHeight);
  return { ratio, head: view.documentPadding.top };
}

/**
 * The ticks of annotations on a map of the transcription, from the top down. They stand where the
 * editor's heights put their words, so that scrolling to a tick leads to them. What stands only in
 * the original has its tick where it would be.
 */
export function ticksOf(
  view: EditorView,
  manuscript: Manuscript,
  annotations: readonly Annotation[],
  vocabulary: Vocabulary,
  scale: Scale,
): Tick[] {
  const [topOf, bottomOf] = [heights(view, scale), heights(view, scale)];
  const spans = placesOf(manuscript, annotations, view.state.doc.length)
    .map(({ annotation, from, to }) => ({ annotation, ...spanOf(topOf(from), bottomOf(to)) }))
    .toSorted((a, b) => a.top - b.top);
  const lanes = sideBySide(spans);
  return spans.map(({ annotation, top, bottom }, index) => ({
    ...{ annotation, top, bottom },
    colour: vocabulary.get(annotation.tagIds[0] ?? '')?.colour ?? null,
    ...(lanes[index] ?? { lane: 0, lanes: 1 }),
  }));
}

function spanOf(from: number, to: number): Span {
  const top = Math.floor(from);
  return { top, bottom: Math.max(top + LEAST, Math.ceil(to)) };
}

function placesOf(
  manuscript: Manuscript,
  annotations: readonly Annotation[],
  length: number,
): Place[] {
  const within = (at: number) => Math.min(at, length);
  return annotations
    .flatMap((annotation) =>
      annotation.targets.flatMap((target) =>
        stretches(manuscript, target).map(({ from, to }) => ({
          ...{ annotation, from: within(from), to: within(to) },
        })),
      ),
    )
    .toSorted((a, b) => a.from - b.from);
}

function stretches(manuscript: Manuscript, target: Target) {
  if (target.lost !== null || target.version !== versionOf(manuscript, target.side)) return [];
  const stand = stretchesOn(manuscript, 'transcription', target);
  if (stand.length > 0) return stand;
  const at = acrossAt(manuscript.map, target.side, target.from);
  return [{ from: at, to: at }];
}

/** Answers where on the map a position stands; quick where one position is near the one before. */
function heights(view: EditorView, { ratio, head }: Scale): (position: number) => number {
  let block: BlockInfo | null = null;
  return (position) => {
    if (!block || position < block.from || position > block.to) block = view.lineBlockAt(position);
    const { top, height, from, length } = block;
    return (head + top + (height * (position - from)) / Math.max(1, length)) * ratio;
  };
}

/** Where on the map a place of either side stands. */
export function heightOn(
  view: EditorView,
  manuscript: Manuscript,
  { side, from }: Pick<Passage, 'side' | 'from'>,
  scale: Scale,
): number {
  const at = side === 'transcription' ? from : acrossAt(manuscript.map, side, from);
  return heights(view, scale)(Math.min(at, view.state.doc.length));
}
