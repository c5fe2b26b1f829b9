import type { Annotation, Side } from '../../domain/annotation/annotation.ts';
import type { Passage } from '../desk/desk.ts';
import { type Difference, differenceOf } from './difference.ts';
import { type Look, stretchesOf, type Vocabulary } from './highlights.ts';
import { type Manuscript, stretchesOn } from './manuscript.ts';
import { movedFrom } from './moved.ts';
import type { Pane } from './pane.ts';
import type { Scribe } from './scribe.ts';
import { originalMarking, transcriptionMarking } from './textMarks.ts';

const sides = ['original', 'transcription'] as const;

const NO_DIFFERENCE: Difference = { gone: new Set(), fresh: [] };

/** Work that waits until the window has time: to mark the findings, or the highlights of a side. */
type Job = 'findings' | Side;

/** From how many annotations on drawing all highlights takes so long that it waits, or only what is new is drawn. */
const MANY = 1_000;

/** What is seen over both texts. */
export interface Seen extends Look {
  readonly annotations: readonly Annotation[];
  /** Whether what left the transcription is shown in it. */
  readonly removedShown: boolean;
}

/** Sets the marks over both texts of a cable: what cleaning found and editors wrote, annotations, light. */
export class Marker {
  readonly #panes: Record<Side, Pane>;
  readonly #scribe: Scribe;
  /** The cable as it was when the panes were marked last. */
  #marked: Manuscript;
  readonly #jobs = new Set<Job>();
  #resting = 0;
  #annotations: readonly Annotation[];
  #vocabulary: Vocabulary;
  #chosenId: string | null;
  #removedShown: boolean;
  #lit: Passage | null = null;

  /** The panes have been opened with what was `seen` first. */
  constructor(panes: Record<Side, Pane>, scribe: Scribe, seen: Seen) {
    this.#panes = panes;
    this.#scribe = scribe;
    this.#marked = scribe.base;
    this.#annotations = seen.annotations;
    this.#vocabulary = seen.vocabulary;
    this.#chosenId = seen.chosenId;
    this.#removedShown = seen.removedShown;
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
    this.#jobs.clear();
    this.#find();
    for (const side of sides) this.#highlight(side);
  }

  /**
   * Marks anew what was typed, when there is time, one thing after the other. The highlights of the
   * transcription have moved along by themselves; those of the original may answer to other words now.
   */
  markAtRest(): void {
    this.#later('findings', 'original');
  }

  /** Marks what was typed when there is time, unless it has been marked. */
  catchUp(): void {
    if (this.#marked !== this.#scribe.base) this.markAtRest();
  }

  /**
   * Shows the annotations, the chosen one standing out. Of many only those are drawn that were not
   * shown before; where most were not, what is in sight stays until there is time.
   */
  annotate(
    annotations: readonly Annotation[],
    vocabulary: Vocabulary,
    chosenId: string | null,
  ): void {
    const moved = movedFrom(annotations) === this.#annotations;
    const last = { annotations: this.#annotations, chosenId: this.#chosenId };
    const alike = vocabulary === this.#vocabulary;
    this.#annotations = annotations;
    this.#vocabulary = vocabulary;
    this.#chosenId = chosenId;
    const same = annotations === last.annotations;
    if (!alike || (!same && !moved && annotations.length < MANY)) {
      this.#highlightAll();
      return;
    }
    const difference = same || moved ? NO_DIFFERENCE : differenceOf(last.annotations, annotations);
    if (moved) this.markAtRest();
    else if (!difference) this.#later(...sides);
    const turned = chosenId === last.chosenId ? [] : [last.chosenId, chosenId];
    this.#change(difference ?? NO_DIFFERENCE, new Set(turned.filter((id) => id !== null)));
  }

  /** Shows or hides in the transcription what left it. */
  showRemoved(shown: boolean): void {
    if (shown === this.#removedShown) return;
    this.#removedShown = shown;
    this.#findInTranscription();
  }

  #findInTranscription(): void {
    const { view, findings } = this.#panes.transcription;
    const { base, waiting } = this.#scribe;
    findings.set(view, transcriptionMarking(base, this.#removedShown), waiting);
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

  /** Does something when there is time, one thing after the other. */
  #later(...jobs: readonly Job[]): void {
    for (const job of jobs) this.#jobs.add(job);
    cancelIdleCallback(this.#resting);
    const next = () => {
      const [job] = this.#jobs;
      if (job === undefined) return;
      this.#jobs.delete(job);
      if (job === 'findings') this.#find();
      else this.#highlight(job);
      if (this.#jobs.size > 0) this.#resting = requestIdleCallback(next);
    };
    this.#resting = requestIdleCallback(next);
  }

  #find(): void {
    const { original } = this.#panes;
    const { base } = this.#scribe;
    this.#marked = base;
    original.findings.set(original.view, originalMarking(base));
    this.#findInTranscription();
  }

  #highlightAll(): void {
    for (const side of sides) {
      this.#jobs.delete(side);
      this.#highlight(side);
    }
  }

  #highlight(side: Side): void {
    const { view, highlights } = this.#panes[side];
    const stretches = stretchesOf(this.#scribe.base, this.#annotations, side);
    highlights.set(view, stretches, this.#look, this.#typed(side));
  }

  #change({ gone, fresh }: Difference, restyled: ReadonlySet<string>): void {
    if (gone.size + fresh.length + restyled.size === 0) return;
    const standing = this.#annotations.filter(({ id }) => restyled.has(id));
    for (const side of sides) {
      const { view, highlights } = this.#panes[side];
      const change = {
        ...{ gone, restyled },
        fresh: stretchesOf(this.#scribe.base, fresh, side),
        standing: stretchesOf(this.#scribe.base, standing, side),
      };
      highlights.change(view, change, this.#look, this.#typed(side));
    }
  }

  get #look() {
    return { vocabulary: this.#vocabulary, chosenId: this.#chosenId };
  }

  /** What has been typed on a side since the text that the annotations stand on. */
  #typed(side: Side) {
    return side === 'transcription' ? this.#scribe.waiting : null;
  }
}
