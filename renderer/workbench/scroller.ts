import { EditorView } from '@codemirror/view';
import type { Side } from '../../domain/annotation/annotation.ts';
import { otherSide } from '../../domain/transcription/alignment.ts';
import type { Passage } from '../desk/desk.ts';
import { type Manuscript, placeOn } from './manuscript.ts';
import { follow, placeOf } from './scrolling.ts';

const sides = ['original', 'transcription'] as const;

/** What the scroller tells. */
export interface ScrollListener {
  /** The reader has come to another place of the original (UTF-16 code units). */
  onPlace(place: number): void;
  /** The texts have moved on the screen. */
  onMove(): void;
}

/** Scrolls the two texts of a cable as one, and keeps the reader's place. */
export class Scroller {
  readonly #views: Record<Side, EditorView>;
  readonly #manuscript: () => Manuscript;
  readonly #listener: ScrollListener;
  readonly #resizing: ResizeObserver;
  /** The position of the original at the top of its pane. */
  #place = 0;
  /** The side the reader moves by hand. It leads, the other follows; a pane moved by the program leads nobody. */
  #leader: Side | null = null;

  constructor(
    views: Record<Side, EditorView>,
    manuscript: () => Manuscript,
    listener: ScrollListener,
  ) {
    this.#views = views;
    this.#manuscript = manuscript;
    this.#listener = listener;
    this.#resizing = this.#keepPlace();
  }

  /** Keeps the reader's place when the panes become wider or narrower. */
  #keepPlace(): ResizeObserver {
    let width = 0;
    const observer = new ResizeObserver(([entry]) => {
      const now = entry?.contentRect.width ?? 0;
      if (width !== 0 && now !== width) this.openAt(this.#place);
      width = now;
    });
    observer.observe(this.#views.original.scrollDOM);
    return observer;
  }

  /** The reader has put a hand on a side. */
  lead(side: Side): void {
    this.#leader = side;
  }

  /** A side has been scrolled. */
  scrolled(side: Side): void {
    if (side === this.#leader) this.#follow(side);
    this.#listener.onMove();
    // Read when the editor reads its own measures: once a frame, and no layout for it alone.
    this.#views.original.requestMeasure({
      key: this,
      read: placeOf,
      write: (place) => {
        this.#place = place;
        this.#listener.onPlace(place);
      },
    });
  }

  #follow(leader: Side): void {
    const { map } = this.#manuscript().transcription;
    const desc = leader === 'original' ? map : map.invertedDesc;
    const follower = this.#views[otherSide(leader)];
    follow(this.#views[leader], follower, (position) => desc.mapPos(position, 1));
  }

  /** Scrolls both sides to a passage. */
  reveal(passage: Passage): void {
    this.#leader = null;
    for (const side of sides)
      this.#scroll(side, placeOn(this.#manuscript(), side, passage), 'center');
  }

  /** Brings a share of the transcription's whole height (0 to 1) to the middle of its pane, the original with it. */
  scrollTo(share: number): void {
    this.#leader = 'transcription';
    const { scrollDOM } = this.#views.transcription;
    scrollDOM.scrollTop = share * scrollDOM.scrollHeight - scrollDOM.clientHeight / 2;
  }

  /** Brings a place of the original to the top of its pane, the transcription with it. */
  openAt(place: number): void {
    if (place === 0) return;
    this.#place = place;
    this.#leader = 'original';
    const { length } = this.#manuscript().transcription.original;
    this.#scroll('original', Math.min(place, length), 'start');
  }

  #scroll(side: Side, position: number, y: 'center' | 'start'): void {
    this.#views[side].dispatch({ effects: EditorView.scrollIntoView(position, { y }) });
  }

  /** The panes go. */
  close(): void {
    this.#resizing.disconnect();
  }
}
