import { type ChangeDesc, type Extension, StateEffect, StateField } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView, type WidgetType } from '@codemirror/view';

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

/** One layer of marking that can be replaced as a whole, such as all highlights of a pane. */
export interface MarkingLayer {
  readonly extension: Extension;
  /** Shows a marking; `since` is what has been typed into the text since the one it was made for. */
  set(view: EditorView, marking: Marking, since?: ChangeDesc | null): void;
}

/** Orders marks as decorations must be added: by start, the longer first, so that it lies outside. */
export function inOrder(marks: readonly Mark[]): Mark[] {
  return marks.toSorted((a, b) => a.from - b.from || b.to - a.to);
}

/**
 * A new layer that shows `first`, or nothing. It moves with the text when the text is typed into, at the cost of what is near
 * the edit, however many marks there are; the editor draws those in sight.
 */
export function markingLayer(first?: Marking): MarkingLayer {
  const replace = StateEffect.define<DecorationSet>();
  const field = StateField.define<DecorationSet>({
    create: () => (first ? decorationsOf(first) : Decoration.none),
    update: (value, transaction) =>
      transaction.effects.reduce(
        (marking, effect) => (effect.is(replace) ? effect.value : marking),
        value.map(transaction.changes),
      ),
    provide: (self) => EditorView.decorations.from(self),
  });
  return {
    extension: field,
    set: (view, marking, since) => {
      const decorations = decorationsOf(marking);
      view.dispatch({ effects: replace.of(since ? decorations.map(since) : decorations) });
    },
  };
}

function decorationsOf({ marks, signs }: Marking): DecorationSet {
  const all = [
    ...marks
      .filter(({ from, to }) => from < to)
      .map((mark) => markDecoration(mark).range(mark.from, mark.to)),
    ...signs.map(({ at, widget }) => Decoration.widget({ widget, side: 1 }).range(at)),
  ];
  all.sort((a, b) => a.from - b.from || a.value.startSide - b.value.startSide || b.to - a.to);
  return Decoration.set(all);
}

function markDecoration({ className, attributes }: Mark): Decoration {
  return Decoration.mark({ class: className, ...(attributes && { attributes }) });
}
