import type { ChangeSet } from '@codemirror/state';
import type { EditorView } from '@codemirror/view';
import type { Annotation, Side } from '../../domain/annotation/annotation.ts';
import { otherSide } from '../../domain/transcription/alignment.ts';
import { chooseAnnotation, chooseProposal, type Passage, useDesk } from '../desk/desk.ts';
import type { Replacement } from '../desk/typing.ts';
import { explanationsAt } from './explain.ts';
import { FoundMarks, type OnFound } from './foundMarks.ts';
import { annotationsAt, stretchesOf, type Vocabulary } from './highlights.ts';
import { type Manuscript, passageAt } from './manuscript.ts';
import { Marker, type Seen } from './marker.ts';
import { fromWitness, openPane, type Pane } from './pane.ts';
import { Scribe, type ScribeOptions } from './scribe.ts';
import { Scroller, type ScrollListener } from './scroller.ts';
import { sheetOf } from './sheet.ts';
import { emendationAt, originalMarking, proposalAt, transcriptionMarking } from './textMarks.ts';
import { explainAtCaret } from './tooltip.ts';

/** How long typing rests before the desk is told where the caret stands, in milliseconds. */
const CARET_RESTS = 150;

/** What the pair tells the workbench. */
export interface PairListener extends ScrollListener {
  /** What keeps the typing until it is saved needs. */
  readonly scribe: ScribeOptions;
  /** The places of the search have been found, or found anew. */
  readonly onFound: OnFound;
}

/**
 * The two texts of one cable side by side. They scroll as one, light each other's passages and show
 * the same annotations, all by the exact map. The pair lives as long as its cable is on the desk.
 */
export class Pair {
  /** The cable as it is shown: what was typed is in it, saved or not. Null until somebody asks after a change. */
  #shown: Manuscript | null;
  readonly #scribe: Scribe;
  readonly #marker: Marker;
  readonly #found: FoundMarks;
  #caret: ReturnType<typeof setTimeout> | undefined;
  readonly #listener: PairListener;
  readonly #panes: Record<Side, Pane>;
  readonly #labels: Record<Side, string> = {
    original: 'Original, read only',
    transcription: 'Transcription',
  };
  readonly #scroller: Scroller;

  constructor(
    manuscript: Manuscript,
    parents: Record<Side, HTMLElement>,
    seen: Seen,
    listener: PairListener,
  ) {
    this.#shown = manuscript;
    this.#scribe = new Scribe(manuscript, listener.scribe, {
      turn: (step) => this.#turn(step),
      taken: () => this.#taken(),
    });
    this.#listener = listener;
    this.#panes = {
      original: this.#open('original', parents.original, seen),
      transcription: this.#open('transcription', parents.transcription, seen),
    };
    this.#marker = new Marker(this.#panes, this.#scribe, seen);
    this.#found = new FoundMarks(this.#panes, () => this.manuscript, listener.onFound);
    const views = {
      original: this.#panes.original.view,
      transcription: this.#panes.transcription.view,
    };
    this.#scroller = new Scroller(views, () => this.manuscript, listener);
  }

  /** Sends what was typed without waiting: the window goes. */
  leave() {
    this.#scribe.leave();
  }

  /** The cable as it is shown now, with what is being typed. */
  get manuscript(): Manuscript {
    return (this.#shown ??= this.#scribe.shown(this.view('transcription').state.doc));
  }

  /** Takes the cable over as it has become. The transcription changes in place, under the reader's eyes. */
  receive(next: Manuscript) {
    // What was typed and saved is shown already; it only has to be marked.
    if (next === this.#scribe.base) {
      this.#show();
      this.#marker.catchUp();
    } else this.#scribe.receive(next);
    this.#found.catchUp();
  }

  /** The cable has become another, and the transcription with it. */
  #taken() {
    const { base, waiting } = this.#scribe;
    this.#show();
    this.#marker.mark();
    this.#panes.transcription.set(sheetOf('transcription', base), waiting);
  }

  /** The text turns by a step that was not typed. What is lit there is put out, since its words may be others now. */
  #turn(step: ChangeSet) {
    const { view } = this.#panes.transcription;
    const calm = this.#scribe.waiting === null;
    this.#panes.transcription.turn(step);
    this.#show();
    // Whoever undoes something in the text sees where; whoever is typing is left where they are.
    if (calm && view.hasFocus)
      view.dispatch({ selection: { anchor: firstChanged(step) }, scrollIntoView: true });
    const { lit, selection } = useDesk.getState();
    useDesk.setState({ hovered: null, lit: lit?.side === 'transcription' ? null : lit });
    if (selection?.side !== 'transcription') return;
    const { from, to, head } = view.state.selection.main;
    this.#select('transcription', from, to, head);
  }

  /** An editor has typed. */
  #typed(step: ChangeSet, witness: string | null) {
    this.#scribe.typed(step, witness);
    this.#show();
    const { hovered, lit } = useDesk.getState();
    if (hovered !== null || lit !== null) useDesk.setState({ hovered: null, lit: null });
  }

  /** What is shown is what the store has told, with what was typed since. */
  #show() {
    this.#shown = null;
  }

  /** Puts words in the place of others as if typed, and waits until they are saved. */
  async emend(replacements: readonly Replacement[], witness: string | null): Promise<void> {
    await this.settle();
    this.#scribe.liftPen();
    this.view('transcription').dispatch({
      changes: [...replacements],
      ...(witness !== null && { annotations: fromWitness.of(witness) }),
    });
    await this.settle();
  }

  /** Waits until all that has been typed is saved. */
  settle(): Promise<void> {
    return this.#scribe.settle();
  }

  /** The editor of one side. */
  view(side: Side): EditorView {
    return this.#panes[side].view;
  }

  #open(side: Side, parent: HTMLElement, seen: Seen): Pane {
    const { manuscript } = this;
    return openPane({
      parent,
      sheet: sheetOf(side, manuscript),
      findings:
        side === 'original'
          ? originalMarking(manuscript)
          : transcriptionMarking(manuscript, seen.removedShown),
      stretches: stretchesOf(manuscript, seen.annotations, side),
      look: seen,
      label: this.#labels[side],
      explain: (position) => this.#explain(side, position),
      onSelect: (from, to, head, typing) => this.#select(side, from, to, head, typing),
      onHover: (position) => this.#hover(side, position),
      onClick: (position) => this.#choose(side, position),
      onScroll: () => this.#scroller.scrolled(side),
      onHand: () => this.#scroller.lead(side),
      onMeasure: () => this.#listener.onMove(),
      onTyped: side === 'transcription' ? (step, witness) => this.#typed(step, witness) : null,
    });
  }

  #explain(side: Side, position: number) {
    const { annotations, vocabulary } = this.#marker;
    return explanationsAt(this.manuscript, annotations, vocabulary, side, position);
  }

  /** Says at the caret of the focused pane what stands there. */
  explain() {
    const { focused } = this;
    if (!focused) return;
    void explainAtCaret(this.view(focused), (position) => this.#explain(focused, position));
  }

  #select(side: Side, from: number, to: number, head: number, typing = false) {
    clearTimeout(this.#caret);
    // Whoever types does not look at the figures of the caret with every letter.
    if (typing && from === to && useDesk.getState().selection === null) {
      this.#caret = setTimeout(() => this.tellCaret(), CARET_RESTS);
      return;
    }
    // First: whatever the other side has to tell of it, what is selected here counts.
    if (from < to) this.deselect(otherSide(side));
    useDesk.setState({
      caret: { side, at: head },
      selection: from < to ? { side, from, to } : null,
      ...(from < to && { lit: null }),
    });
  }

  /** Puts the selection of one side away, the caret staying: there is one selection on the desk, not two. */
  deselect(side: Side) {
    const { view } = this.#panes[side];
    const { main } = view.state.selection;
    if (!main.empty) view.dispatch({ selection: { anchor: main.head } });
  }

  /** Tells the desk where the caret of the focused pane stands. */
  tellCaret() {
    clearTimeout(this.#caret);
    const { focused } = this;
    if (!focused) return;
    const { head, empty } = this.view(focused).state.selection.main;
    if (empty) useDesk.setState({ caret: { side: focused, at: head } });
  }

  #hover(side: Side, position: number | null) {
    const passage = position === null ? null : passageAt(this.manuscript, side, position);
    const last = useDesk.getState().hovered;
    const same =
      last?.side === passage?.side && last?.from === passage?.from && last?.to === passage?.to;
    if (!same) useDesk.setState({ hovered: passage });
  }

  /** Chooses the proposal under a click, else the annotation; further clicks go through all that stand there. */
  #choose(side: Side, position: number) {
    const proposal = proposalAt(this.manuscript, side, position);
    if (proposal) {
      chooseProposal(proposal);
      return;
    }
    const emendation = emendationAt(this.manuscript, side, position);
    if (emendation) useDesk.setState({ emendationId: emendation.id, proposal: null });
    const there = annotationsAt(this.manuscript, this.#marker.annotations, side, position);
    const chosen = there.findIndex(({ id }) => id === useDesk.getState().annotationId);
    const next = there[(chosen + 1) % Math.max(1, there.length)];
    if (next) chooseAnnotation(next.id);
    else useDesk.setState({ annotationId: null, asked: null });
  }

  /** Shows the annotations, the chosen one standing out. */
  annotate(annotations: readonly Annotation[], vocabulary: Vocabulary, chosenId: string | null) {
    this.#marker.annotate(annotations, vocabulary, chosenId);
  }

  /** Shows or hides in the transcription what left it. */
  showRemoved(shown: boolean) {
    this.#marker.showRemoved(shown);
  }

  /** Lights a passage on both sides; null puts the light out. */
  light(passage: Passage | null) {
    if (this.#marker.light(this.manuscript, passage)) this.#listener.onMove();
  }

  /** Marks what a query finds; the empty one finds nothing. */
  search(query: string) {
    this.#found.search(query);
  }

  /** Finds anew what has become another by what was typed. */
  searchAgain() {
    this.#found.findAgain();
  }

  /** Scrolls both sides to a passage. */
  reveal(passage: Passage) {
    this.#scroller.reveal(passage);
  }

  /** Brings a share of the transcription's whole height (0 to 1) to the middle of its pane, the original with it. */
  scrollTo(share: number) {
    this.#scroller.scrollTo(share);
  }

  /** Brings a place of the original to the top of its pane, the transcription with it. */
  openAt(place: number) {
    this.#scroller.openAt(place);
  }

  /** The side that hears the keys, if one does. */
  get focused(): Side | null {
    const sides = ['original', 'transcription'] as const;
    return sides.find((side) => this.#panes[side].view.hasFocus) ?? null;
  }

  /** Puts the caret of one side where the keys can move it. */
  focus(side: Side) {
    this.#panes[side].view.focus();
  }

  /** Takes both panes off the screen. */
  close() {
    clearTimeout(this.#caret);
    this.#marker.close();
    this.#found.close();
    this.#scribe.leave();
    this.#scroller.close();
    this.#panes.original.view.destroy();
    this.#panes.transcription.view.destroy();
  }
}

/** Where what a step changes first ends, in the text after it. */
function firstChanged(step: ChangeSet): number {
  let first = -1;
  step.iterChangedRanges((_fromA, _toA, _fromB, toB) => {
    if (first === -1) first = toB;
  });
  return Math.max(0, first);
}
