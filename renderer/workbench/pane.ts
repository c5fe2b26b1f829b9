import './marks.css';
import { standardKeymap } from '@codemirror/commands';
import {
  Annotation as TransactionMark,
  type ChangeSet,
  EditorState,
  type Extension,
  StateEffect,
  StateField,
  type Text,
} from '@codemirror/state';
import {
  Decoration,
  type DecorationSet,
  drawSelection,
  EditorView,
  keymap,
  ViewPlugin,
  type ViewUpdate,
} from '@codemirror/view';
import { type HighlightLayer, highlightLayer } from './highlightLayer.ts';
import type { Look, Stretch } from './highlights.ts';
import { type Marking, type MarkingLayer, markingLayer } from './marks.ts';
import { type Explain, tooltips } from './tooltip.ts';
import type { NotesSign } from './widgets.ts';

/** What a pane shows: a text, how its lines are set, and what stands at its foot. */
export interface PaneSheet {
  readonly text: Text;
  /** Classes of lines by their first position. */
  readonly lineClasses: ReadonlyMap<number, string>;
  /** The notes at the foot, if any. */
  readonly foot: NotesSign | null;
}

/** What a pane is made of. */
export interface PaneOptions {
  readonly parent: HTMLElement;
  readonly sheet: PaneSheet;
  /** The name a screen reader says. */
  readonly label: string;
  readonly explain: Explain;
  /** The caret or the selection has changed; `typing` says that it did by what was typed. */
  /** What is shown over the text from the beginning: what cleaning found, and the reader's annotations. */
  readonly findings: Marking;
  readonly stretches: readonly Stretch[];
  readonly look: Look;
  readonly onSelect: (from: number, to: number, head: number, typing: boolean) => void;
  readonly onHover: (position: number | null) => void;
  readonly onClick: (position: number) => void;
  readonly onScroll: () => void;
  /** The reader has put a hand on this pane: wheel, key, pointer or touch. */
  readonly onHand: () => void;
  readonly onMeasure: () => void;
  /** The editor has typed; null for a pane that can only be read. */
  readonly onTyped: ((step: ChangeSet, witness: string | null) => void) | null;
}

/** One of the two texts on the workbench, with its layers of marking. */
export interface Pane {
  readonly view: EditorView;
  /** What cleaning found. */
  readonly findings: MarkingLayer;
  /** The reader's annotations. */
  readonly highlights: HighlightLayer;
  /** What the search in force finds. */
  readonly found: MarkingLayer;
  /** The passage that is lit. */
  readonly light: MarkingLayer;
  /** Turns the text by `step`, which nobody has typed. */
  turn(step: ChangeSet): void;
  /** Sets the lines and the foot anew; `since` is what has been typed since the sheet's text. */
  set(sheet: PaneSheet, since: ChangeSet | null): void;
}

/** Marks a step of the text that nobody has typed. */
const told = TransactionMark.define<boolean>();

/** Marks a step that comes from another witness, as if typed: the id of that cable. */
export const fromWitness = TransactionMark.define<string>();

/** The nonce the strict style policy of this load was issued with. */
const nonce = () =>
  document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? '';

/** Opens a pane. It can be walked through by caret and selected; where `onTyped` hears it, typed into. */
export function openPane(options: PaneOptions): Pane {
  const findings = markingLayer(options.findings);
  const highlights = highlightLayer(options.stretches, options.look);
  const found = markingLayer();
  const light = markingLayer();
  const { onTyped } = options;
  const view = new EditorView({
    parent: options.parent,
    state: EditorState.create({
      doc: options.sheet.text,
      extensions: [
        EditorView.cspNonce.of(nonce()),
        EditorState.readOnly.of(onTyped === null),
        EditorView.lineWrapping,
        drawSelection({ cursorBlinkRate: 0 }),
        // Half a character cannot be stored.
        EditorView.clipboardInputFilter.of((text) => text.toWellFormed()),
        // Undo is the library's, one after the other with everything else that was done.
        keymap.of([{ key: 'Mod-z', shift: () => true, run: () => true }, ...standardKeymap]),
        EditorView.contentAttributes.of({
          'aria-label': options.label,
          ...(onTyped === null && { 'aria-readonly': 'true' }),
          tabindex: '0',
          spellcheck: 'false',
        }),
        // Of two marks on the same words the one named first lies inside: light lies around all.
        findings.extension,
        highlights.extension,
        found.extension,
        light.extension,
        sheetField.init(() => decorationsOf(options.sheet)),
        blankLines,
        tooltips(options.explain),
        listeners(options),
      ],
    }),
  });
  return {
    view,
    findings,
    highlights,
    found,
    light,
    turn: (changes) => view.dispatch({ changes, annotations: told.of(true) }),
    set: (sheet, since) => {
      const decorations = decorationsOf(sheet);
      view.dispatch({ effects: setSheet.of(since ? decorations.map(since) : decorations) });
    },
  };
}

const setSheet = StateEffect.define<DecorationSet>();

/** Headings, signatures and items, told by the class of their line, and the notes at the foot. They move with the text. */
const sheetField = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update: (value, transaction) =>
    transaction.effects.reduce(
      (sheet, effect) => (effect.is(setSheet) ? effect.value : sheet),
      value.map(transaction.changes),
    ),
  provide: (self) => EditorView.decorations.from(self),
});

function decorationsOf({ text, lineClasses, foot }: PaneSheet): DecorationSet {
  const lines = [...lineClasses]
    .toSorted(([a], [b]) => a - b)
    .map(([at, name]) => Decoration.line({ class: name }).range(at));
  const notes = foot && Decoration.widget({ widget: foot, block: true, side: 1 });
  return Decoration.set([...lines, ...(notes ? [notes.range(text.length)] : [])]);
}

const blank = Decoration.line({ class: 'line-blank' });

/** The blank lines in sight, set lower than the others. */
const blankLines = ViewPlugin.fromClass(
  class {
    decorations: DecorationSet;
    constructor(view: EditorView) {
      this.decorations = blankLinesOf(view);
    }
    update(update: ViewUpdate) {
      if (update.docChanged || update.viewportChanged) this.decorations = blankLinesOf(update.view);
    }
  },
  { decorations: (plugin) => plugin.decorations },
);

function blankLinesOf(view: EditorView): DecorationSet {
  const { doc } = view.state;
  const all = view.visibleRanges.flatMap(({ from, to }) => {
    const found: number[] = [];
    for (let at = doc.lineAt(from).from; at <= to;) {
      const line = doc.lineAt(at);
      if (line.length === 0) found.push(line.from);
      at = line.to + 1;
    }
    return found;
  });
  return Decoration.set(all.map((at) => blank.range(at)));
}

function listeners({
  onSelect,
  onHover,
  onClick,
  onScroll,
  onHand,
  onMeasure,
  onTyped,
}: PaneOptions): Extension {
  return [
    EditorView.updateListener.of((update) => {
      for (const transaction of update.transactions)
        if (transaction.docChanged && transaction.annotation(told) === undefined)
          onTyped?.(transaction.changes, transaction.annotation(fromWitness) ?? null);
      if (update.selectionSet) {
        const { from, to, head } = update.state.selection.main;
        onSelect(from, to, head, update.docChanged);
      }
      if (update.geometryChanged) onMeasure();
    }),
    EditorView.domEventHandlers({
      mousemove: (event, view) => onHover(view.posAtCoords({ x: event.clientX, y: event.clientY })),
      mouseleave: () => onHover(null),
      click: (event, view) => {
        const position = view.posAtCoords({ x: event.clientX, y: event.clientY });
        if (position !== null && view.state.selection.main.empty) onClick(position);
      },
      scroll: () => onScroll(),
      wheel: () => onHand(),
      pointerdown: () => onHand(),
      touchstart: () => onHand(),
      keydown: () => onHand(),
    }),
  ];
}
