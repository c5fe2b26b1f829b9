import type { Annotation, Side } from '../../domain/annotation/annotation.ts';
import type { Passage } from '../desk/desk.ts';
import { highlightMarking, type Vocabulary } from './highlights.ts';
import { type Manuscript, stretchesOn } from './manuscript.ts';
import { movedFrom } from './moved.ts';
import type { Pane } from './pane.ts';
import type { Scribe } from './scribe.ts';
import { originalMarking, transcriptionMarking } from './textMarks.ts';

const sides = ['original', 'transcription'] as const;

/** Sets the marks over both texts of a cable: what cleaning found and editors wrote, annotations, light. */
export class Marker {
  readonly #panes: Record<Side, Pane>;
  readonly #scribe: Scribe;
  /** The cable as it was when the panes were marked last. */
  #marked: Manuscript | null = null;
  #resting = 0;
  #annotations: readonly Annotation[] = [];
  #vocabulary: Vocabulary = new Map();
  #chosenId: string | null = null;
  #removedShown = false;
  #lit: Passage | null = null;

  constructor(panes: Record<Side, Pane>, scribe: Scribe) {
    this.#panes = panes;
    this.#scribe = scribe;
  }

  /** The annotations that are shown. */
  get annotations(): readonly Annotation[] {
    return this.#annotations;
  }

  /** The tags they bear, by their ids. */
  get vocabulary(): Vocabulary {
    return this.#vocabulary;
  }

  /** Marks all anew, at once. */
  mark(): void {
    this.#find();
    this.#highlight(sides);
  }

  /**
   * Marks anew what was typed, when there is time, one thing after the other. The highlights of the
   * transcription have moved along by themselves; those of the original may answer to other words now.
   */
  markAtRest(): void {
    cancelIdleCallback(this.#resting);
    const jobs = [() => this.#find(), () => this.#highlight(['original'])];
    const next = () => {
      jobs.shift()?.();
      if (jobs.length > 0) this.#resting = requestIdleCallback(next);
    };
    this.#resting = requestIdleCallback(next);
  }

  /** Marks what was typed when there is time, unless it has been marked. */
  catchUp(): void {
    if (this.#marked !== this.#scribe.base) this.markAtRest();
  }

  /** Shows the annotations, the chosen one standing out. */
  annotate(
    annotations: readonly Annotation[],
    vocabulary: Vocabulary,
    chosenId: string | null,
  ): void {
    const moved =
      movedFrom(annotations) === this.#annotations &&
      vocabulary === this.#vocabulary &&
      chosenId === this.#chosenId;
    this.#annotations = annotations;
    this.#vocabulary = vocabulary;
    this.#chosenId = chosenId;
    if (moved) this.markAtRest();
    else this.#highlight(sides);
  }

  /** Shows or hides in the transcription what left it. */
  showRemoved(shown: boolean): void {
    this.#removedShown = shown;
    const { view, findings } = this.#panes.transcription;
    const { base, waiting } = this.#scribe;
    findings.set(view, transcriptionMarking(base, shown), waiting);
  }

  /** Lights a passage of `shown` on both sides, null puts the light out; tells whether that is another light. */
  light(shown: Manuscript, passage: Passage | null): boolean {
    if (passage === this.#lit) return false;
    this.#lit = passage;
    for (const side of sides) {
      const { view, light } = this.#panes[side];
      const lit = passage ? stretchesOn(shown, side, passage) : [];
      light.set(view, { marks: lit.map((range) => ({ ...range, className: 'lit' })), signs: [] });
    }
    return true;
  }

  /** The panes go. */
  close(): void {
    cancelIdleCallback(this.#resting);
  }

  #find(): void {
    const { original } = this.#panes;
    const { base } = this.#scribe;
    this.#marked = base;
    original.findings.set(original.view, originalMarking(base));
    this.showRemoved(this.#removedShown);
  }

  #highlight(on: readonly Side[]): void {
    const { base, waiting } = this.#scribe;
    for (const side of on) {
      const { view, highlights } = this.#panes[side];
      highlights.set(
        view,
        highlightMarking(base, this.#annotations, this.#vocabulary, side, this.#chosenId),
        side === 'transcription' ? waiting : null,
      );
    }
  }
}
