import type { BlockInfo, EditorView } from '@codemirror/view';
import type { Annotation, Target } from '../../domain/annotation/annotation.ts';
import type { Range } from '../../domain/text/range.ts';
import { acrossAt } from '../../domain/transcription/alignment.ts';
import type { Passage } from '../desk/desk.ts';
import { type Manuscript, stretchesOn, versionOf } from './manuscript.ts';
import type { Span } from './ticks.ts';

/** The least height of a tick, in pixels. */
const LEAST = 2;

/**
 * The whole height of a transcription, laid on a map of some pixels. Annotations stand where the
 * editor's heights put their words, so that scrolling to a tick leads to them. What has been laid out
 * once is kept: when one annotation among ten thousand is new, only that one is.
 */
export class MarginLayout {
  readonly #view: EditorView;
  readonly #manuscript: Manuscript;
  /** The height of the map, and that of all the text when it was laid out, in pixels. */
  readonly #height: number;
  readonly #content: number;
  /** Pixels of the map for one of the pane. */
  readonly #ratio: number;
  readonly #spans = new WeakMap<Annotation, readonly Span[]>();
  /** The line a place was last looked for in; the next is often near. */
  #block: BlockInfo | null = null;

  constructor(view: EditorView, manuscript: Manuscript, height: number) {
    this.#view = view;
    this.#manuscript = manuscript;
    this.#height = height;
    this.#content = view.contentHeight;
    this.#ratio = height / Math.max(1, view.scrollDOM.scrollHeight);
  }

  /** Whether it is that of a cable as it is told now. */
  isOf(manuscript: Manuscript): boolean {
    return manuscript === this.#manuscript;
  }

  /** Whether the text still has the heights it was laid out by, on a map of a height in pixels. */
  holds(height: number): boolean {
    const shift = Math.abs(this.#view.contentHeight - this.#content) * this.#ratio;
    return height === this.#height && shift < 0.5;
  }

  /** Where an annotation stands on the map; what stands only in the original, where it would be. */
  spansOf(annotation: Annotation): readonly Span[] {
    const known = this.#spans.get(annotation);
    if (known) return known;
    const spans = annotation.targets
      .flatMap((target) => this.#stretches(target))
      .map(({ from, to }): Span => {
        const top = Math.floor(this.#heightAt(from));
        return { top, bottom: Math.max(top + LEAST, Math.ceil(this.#heightAt(to))) };
      });
    this.#spans.set(annotation, spans);
    return spans;
  }

  /** Where a place of either side stands on the map. */
  heightOf({ side, from }: Pick<Passage, 'side' | 'from'>): number {
    return this.#heightAt(
      side === 'transcription' ? from : acrossAt(this.#manuscript.map, side, from),
    );
  }

  #stretches(target: Target): Range[] {
    const manuscript = this.#manuscript;
    if (target.lost !== null || target.version !== versionOf(manuscript, target.side)) return [];
    const stand = stretchesOn(manuscript, 'transcription', target);
    if (stand.length > 0) return stand;
    const at = acrossAt(manuscript.map, target.side, target.from);
    return [{ from: at, to: at }];
  }

  #heightAt(place: number): number {
    const view = this.#view;
    const position = Math.min(place, view.state.doc.length);
    let block = this.#block;
    if (!block || position < block.from || position > block.to)
      block = this.#block = view.lineBlockAt(position);
    const { top, height, from, length } = block;
    const within = (height * (position - from)) / Math.max(1, length);
    return (view.documentPadding.top + top + within) * this.#ratio;
  }
}
