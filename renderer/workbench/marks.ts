import {
  type ChangeDesc,
  type Extension,
  RangeSetBuilder,
  StateEffect,
  StateField,
} from '@codemirror/state';
import {
  Decoration,
  type DecorationSet,
  type EditorView,
  ViewPlugin,
  type ViewUpdate,
  type WidgetType,
} from '@codemirror/view';

/** A class over `[from, to)` of a pane's text (UTF-16 code units), with attributes for the element. */
export interface Mark {
  readonly from: number;
  readonly to: number;
  readonly className: string;
  readonly attributes?: Readonly<Record<string, string>>;
}

/** Something that stands at one place of a pane without being part of its text. */
export interface Sign {
  readonly at: number;
  readonly widget: WidgetType;
}

/** What a pane shows over its text: marks in the order of `from`, signs in the order of `at`. */
export interface Marking {
  readonly marks: readonly Mark[];
  readonly signs: readonly Sign[];
}

const nothing: Marking = { marks: [], signs: [] };

/** One layer of marking that can be replaced as a whole, such as all highlights of a pane. */
export interface MarkingLayer {
  readonly extension: Extension;
  set(view: EditorView, marking: Marking): void;
}

/** Orders marks as decorations must be added: by start, the longer first, so that it lies outside. */
export function inOrder(marks: readonly Mark[]): Mark[] {
  return marks.toSorted((a, b) => a.from - b.from || b.to - a.to);
}

/**
 * A new, empty layer. Only what stands in the visible part of the text becomes decorations, so that
 * ten thousand highlights cost no more than those on the screen.
 */
export function markingLayer(): MarkingLayer {
  const replace = StateEffect.define<Marking>();
  const field = StateField.define<Marking>({
    create: () => nothing,
    update: (value, transaction) =>
      transaction.effects.reduce(
        (marking, effect) => (effect.is(replace) ? effect.value : marking),
        transaction.docChanged ? carried(value, transaction.changes) : value,
      ),
  });
  const visible = ViewPlugin.fromClass(
    class {
      decorations: DecorationSet;
      constructor(view: EditorView) {
        this.decorations = decorate(view, view.state.field(field));
      }
      update(update: ViewUpdate) {
        const marking = update.state.field(field);
        if (
          update.viewportChanged ||
          update.docChanged ||
          marking !== update.startState.field(field)
        )
          this.decorations = decorate(update.view, marking);
      }
    },
    { decorations: (plugin) => plugin.decorations },
  );
  return {
    extension: [field, visible],
    set: (view, marking) => view.dispatch({ effects: replace.of(marking) }),
  };
}

/** A marking carried over a change of the text, until a new one is set. */
function carried({ marks, signs }: Marking, changes: ChangeDesc): Marking {
  return {
    marks: marks.map((mark) => ({
      ...mark,
      from: changes.mapPos(mark.from, 1),
      to: Math.max(changes.mapPos(mark.from, 1), changes.mapPos(mark.to, -1)),
    })),
    signs: signs.map((sign) => ({ ...sign, at: changes.mapPos(sign.at, 1) })),
  };
}

function decorate(view: EditorView, { marks, signs }: Marking): DecorationSet {
  const builder = new RangeSetBuilder<Decoration>();
  const shown = (from: number, to: number) =>
    view.visibleRanges.some((range) => from <= range.to && to >= range.from);
  const shownMarks = marks
    .filter(({ from, to }) => from < to && shown(from, to))
    .map((mark) => ({ from: mark.from, to: mark.to, value: markDecoration(mark) }));
  const shownSigns = signs
    .filter(({ at }) => shown(at, at))
    .map(({ at, widget }) => ({ from: at, to: at, value: Decoration.widget({ widget, side: 1 }) }));
  const all = [...shownMarks, ...shownSigns].toSorted(
    (a, b) => a.from - b.from || a.value.startSide - b.value.startSide || b.to - a.to,
  );
  for (const { from: start, to: end, value } of all) builder.add(start, end, value);
  return builder.finish();
}

function markDecoration({ className, attributes }: Mark): Decoration {
  return Decoration.mark({ class: className, ...(attributes && { attributes }) });
}
