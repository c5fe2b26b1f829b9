import './marks.css';
import { standardKeymap } from '@codemirror/commands';
import {
  type ChangeSpec,
  Compartment,
  EditorState,
  type Extension,
  type Text,
} from '@codemirror/state';
import { Decoration, drawSelection, EditorView, keymap } from '@codemirror/view';
import { type MarkingLayer, markingLayer } from './marks.ts';
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
  readonly onSelect: (from: number, to: number, head: number) => void;
  readonly onHover: (position: number | null) => void;
  readonly onClick: (position: number) => void;
  readonly onScroll: () => void;
  /** The reader has put a hand on this pane: wheel, key, pointer or touch. */
  readonly onHand: () => void;
  readonly onMeasure: () => void;
}

/** One of the two texts on the workbench, with its layers of marking. */
export interface Pane {
  readonly view: EditorView;
  /** What cleaning found. */
  readonly findings: MarkingLayer;
  /** The reader's annotations. */
  readonly highlights: MarkingLayer;
  /** The passage that is lit. */
  readonly light: MarkingLayer;
  /** Turns the text into that of `sheet` by `step`. */
  turn(step: ChangeSpec, sheet: PaneSheet): void;
}

/** The nonce the strict style policy of this load was issued with. */
const nonce = () =>
  document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? '';

/** Opens a pane. It can be read, walked through by caret and selected, but not typed into. */
export function openPane(options: PaneOptions): Pane {
  const findings = markingLayer();
  const highlights = markingLayer();
  const light = markingLayer();
  const setting = new Compartment();
  const view = new EditorView({
    parent: options.parent,
    state: EditorState.create({
      doc: options.sheet.text,
      extensions: [
        EditorView.cspNonce.of(nonce()),
        EditorState.readOnly.of(true),
        EditorView.lineWrapping,
        drawSelection({ cursorBlinkRate: 0 }),
        keymap.of(standardKeymap),
        EditorView.contentAttributes.of({
          'aria-label': options.label,
          'aria-readonly': 'true',
          tabindex: '0',
          spellcheck: 'false',
        }),
        // Of two marks on the same words the one named first lies inside: light lies around all.
        findings.extension,
        highlights.extension,
        light.extension,
        setting.of(settingOf(options.sheet)),
        tooltips(options.explain),
        listeners(options),
      ],
    }),
  });
  return {
    view,
    findings,
    highlights,
    light,
    turn: (changes, sheet) =>
      view.dispatch({ changes, effects: setting.reconfigure(settingOf(sheet)) }),
  };
}

function settingOf(sheet: PaneSheet): Extension {
  return [lineLayer(sheet), footLayer(sheet)];
}

/** Headings, signatures and blank lines, told by the class of their line. */
function lineLayer({ text, lineClasses }: PaneSheet): Extension {
  const lines = [...text.iterLines()].reduce<{ at: number; all: { at: number; name: string }[] }>(
    ({ at, all }, line) => {
      const name = lineClasses.get(at) ?? (line === '' ? 'line-blank' : undefined);
      if (name) all.push({ at, name });
      return { at: at + line.length + 1, all };
    },
    { at: 0, all: [] },
  ).all;
  return EditorView.decorations.of(
    Decoration.set(lines.map(({ at, name }) => Decoration.line({ class: name }).range(at))),
  );
}

function footLayer({ foot, text }: PaneSheet): Extension {
  if (!foot) return [];
  const widget = Decoration.widget({ widget: foot, block: true, side: 1 });
  return EditorView.decorations.of(Decoration.set([widget.range(text.length)]));
}

function listeners({
  onSelect,
  onHover,
  onClick,
  onScroll,
  onHand,
  onMeasure,
}: PaneOptions): Extension {
  return [
    EditorView.updateListener.of((update) => {
      if (update.selectionSet) {
        const { from, to, head } = update.state.selection.main;
        onSelect(from, to, head);
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
