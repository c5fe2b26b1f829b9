import type { Annotation } from '../../domain/annotation/annotation.ts';
import { useDesk } from '../desk/desk.ts';
import { useSaved } from '../status/saved.ts';
import type { Vocabulary } from './highlights.ts';
import { MarginLayout } from './margin.ts';
import type { Pair } from './pair.ts';
import { type Laid, type Tick, ticksOf } from './ticks.ts';

/** How many annotations are laid out before it is seen whether there is still time. */
const SLICE = 100;

/** How long drawing may wait for the window to have time, in milliseconds. */
const LONGEST = 500;

/** How long scrolling and typing rest before the map is drawn anew, in milliseconds. */
const REST = 300;

/** The least height of the frame, in pixels, so that it can be seen. */
const LEAST_FRAME = 8;

/** The parts of the map that are moved by hand. */
export interface MarginParts {
  /** The map itself. */
  readonly map: HTMLElement;
  /** What is in sight. */
  readonly frame: HTMLElement;
  readonly caret: HTMLElement;
}

/**
 * Draws the map in the margin when the window has time, in slices, once for every change; scrolling
 * moves the frame only, and while somebody types nothing is done at all.
 */
export class MarginPainter {
  readonly #pair: Pair;
  readonly #parts: MarginParts;
  readonly #onTicks: (ticks: readonly Tick[]) => void;
  readonly #resizing: ResizeObserver;
  readonly #offDesk: () => void;
  #annotations: readonly Annotation[] = [];
  #vocabulary: Vocabulary = new Map();
  #layout: MarginLayout | null = null;
  #resting: ReturnType<typeof setTimeout> | undefined;
  #idle = 0;
  #frame = 0;

  constructor(pair: Pair, parts: MarginParts, onTicks: (ticks: readonly Tick[]) => void) {
    this.#pair = pair;
    this.#parts = parts;
    this.#onTicks = onTicks;
    this.#resizing = new ResizeObserver(() => {
      this.#draw();
      this.move();
    });
    this.#resizing.observe(parts.map);
    this.#offDesk = useDesk.subscribe((desk, last) => {
      if (desk.caret !== last.caret) this.#placeCaret();
    });
  }

  /** Shows these annotations. */
  show(annotations: readonly Annotation[], vocabulary: Vocabulary): void {
    this.#annotations = annotations;
    this.#vocabulary = vocabulary;
    this.#draw();
  }

  /** The text has been scrolled, or has become longer or shorter. */
  move(): void {
    cancelAnimationFrame(this.#frame);
    this.#frame = requestAnimationFrame(() => {
      const { map, frame } = this.#parts;
      const { scrollTop, scrollHeight, clientHeight } = this.#pair.view('transcription').scrollDOM;
      const height = map.clientHeight;
      const ratio = height / Math.max(1, scrollHeight);
      frame.style.height = `${Math.max(LEAST_FRAME, clientHeight * ratio)}px`;
      frame.style.transform = `translateY(${scrollTop * ratio}px)`;
      // What comes into sight for the first time is measured then, and all below it moves.
      if (this.#layout && !this.#layout.holds(height)) this.#drawAtRest();
    });
  }

  /** The map goes. */
  close(): void {
    clearTimeout(this.#resting);
    cancelIdleCallback(this.#idle);
    cancelAnimationFrame(this.#frame);
    this.#resizing.disconnect();
    this.#offDesk();
  }

  #drawAtRest(): void {
    clearTimeout(this.#resting);
    this.#resting = setTimeout(() => this.#draw(), REST);
  }

  #draw(): void {
    clearTimeout(this.#resting);
    cancelIdleCallback(this.#idle);
    const laid: Laid[] = [];
    const next = (deadline: IdleDeadline) => {
      // Until what was typed is saved, text and annotations are told of different states.
      if (useSaved.getState().waiting) {
        this.#drawAtRest();
        return;
      }
      const layout = this.#layoutNow();
      do this.#layOut(layout, laid);
      while (laid.length < this.#annotations.length && deadline.timeRemaining() > 2);
      if (laid.length < this.#annotations.length)
        this.#idle = requestIdleCallback(next, { timeout: LONGEST });
      else this.#onTicks(ticksOf(laid));
    };
    this.#idle = requestIdleCallback(next, { timeout: LONGEST });
  }

  /** Lays out the next slice of the annotations. */
  #layOut(layout: MarginLayout, laid: Laid[]): void {
    for (const annotation of this.#annotations.slice(laid.length, laid.length + SLICE)) {
      const colour = this.#vocabulary.get(annotation.tagIds[0] ?? '')?.colour ?? null;
      laid.push({ annotation, colour, spans: layout.spansOf(annotation) });
    }
  }

  #layoutNow(): MarginLayout {
    const { manuscript } = this.#pair;
    const height = this.#parts.map.clientHeight;
    const last = this.#layout;
    if (last?.isOf(manuscript) && last.holds(height)) return last;
    this.#layout = new MarginLayout(this.#pair.view('transcription'), manuscript, height);
    this.#placeCaret();
    return this.#layout;
  }

  #placeCaret(): void {
    const { caret } = this.#parts;
    const at = useDesk.getState().caret;
    caret.hidden = at === null || this.#layout === null;
    if (at === null || this.#layout === null) return;
    const top = this.#layout.heightOf({ side: at.side, from: at.at });
    caret.style.transform = `translateY(${top}px)`;
  }
}
