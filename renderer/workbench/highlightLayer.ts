import { type ChangeDesc, type Extension, StateEffect, StateField } from '@codemirror/state';
import {
  Decoration,
  type DecorationSet,
  EditorView,
  ViewPlugin,
  type ViewUpdate,
} from '@codemirror/view';
import { drawnBy, highlightsOf, type Look, patched, restyled, type Stretch } from './highlights.ts';
import { ROOM, strutClass } from './laneRules.ts';

/** The highlights of a pane. They move with its text when it is typed into. */
export interface HighlightLayer {
  readonly extension: Extension;
  /**
   * Shows highlights on all stretches and no others; `since` is what has been typed into the text since
   * the one they stand on.
   */
  set(view: EditorView, stretches: readonly Stretch[], look: Look, since: ChangeDesc | null): void;
  /** Shows what has changed, at once: each change of what is shown costs the editor a layout. */
  change(view: EditorView, change: Change, look: Look, since: ChangeDesc | null): void;
}

/** What has changed among highlights. */
export interface Change {
  /** The annotations whose highlights are all taken away. */
  readonly gone: ReadonlySet<string>;
  /** Highlights that are put in. */
  readonly fresh: readonly Stretch[];
  /** The annotations whose highlights look otherwise now, and all stretches on which these stand. */
  readonly restyled: ReadonlySet<string>;
  readonly standing: readonly Stretch[];
}

/** A new layer that shows highlights on all stretches. */
export function highlightLayer(first: readonly Stretch[], firstLook: Look): HighlightLayer {
  const replace = StateEffect.define<DecorationSet>();
  const field = StateField.define<DecorationSet>({
    create: () => highlightsOf(first, firstLook),
    update: (value, transaction) =>
      transaction.effects.reduce(
        (marking, effect) => (effect.is(replace) ? effect.value : marking),
        value.map(transaction.changes),
      ),
    provide: (self) => EditorView.decorations.from(self),
  });
  const show = (view: EditorView, highlights: DecorationSet) => {
    if (highlights !== view.state.field(field)) view.dispatch({ effects: replace.of(highlights) });
  };
  return {
    extension: [strutsUnder(field), field],
    set(view, stretches, look, since) {
      const highlights = highlightsOf(stretches, look);
      show(view, since ? highlights.map(since) : highlights);
    },
    change(view, { gone, fresh, restyled: others, standing }, look, since) {
      const now = (stretches: readonly Stretch[]) =>
        since ? movedAlong(stretches, look, since) : stretches;
      const shown = patched(view.state.field(field), gone, now(fresh), look);
      show(view, others.size > 0 ? restyled(shown, others, look, now(standing)) : shown);
    },
  };
}

/** Where stretches have come to by what was typed: to where their highlights would have moved. */
function movedAlong(stretches: readonly Stretch[], look: Look, since: ChangeDesc): Stretch[] {
  const moved: Stretch[] = [];
  const cursor = highlightsOf(stretches, look).map(since).iter();
  for (; cursor.value; cursor.next()) {
    const { annotation, line } = drawnBy(cursor.value);
    if (line === 0) moved.push({ annotation, from: cursor.from, to: cursor.to });
  }
  return moved;
}

/**
 * Room under the words in sight that bear deep lines: each word carries a strut, so that the lines of
 * text on which the words come to stand become higher, downward, and no others.
 */
function strutsUnder(field: StateField<DecorationSet>): Extension {
  return ViewPlugin.fromClass(
    class {
      decorations: DecorationSet;
      constructor(view: EditorView) {
        this.decorations = strutsOf(view, field);
      }
      update(update: ViewUpdate) {
        const same = update.startState.field(field) === update.state.field(field);
        if (!same || update.docChanged || update.viewportChanged)
          this.decorations = strutsOf(update.view, field);
      }
    },
    { decorations: (plugin) => plugin.decorations },
  );
}

function strutsOf({ state, visibleRanges }: EditorView, field: StateField<DecorationSet>) {
  const highlights = state.field(field);
  const deepest = new Map<number, { to: number; lane: number }>();
  for (const { from, to } of visibleRanges)
    highlights.between(from, to, (begin, end, value) => {
      const { lane } = drawnBy(value);
      if (lane < ROOM) return;
      const start = Math.max(from, begin);
      const text = state.doc.sliceString(start, Math.min(to, end));
      for (const word of text.matchAll(/\S+/gu)) {
        const at = start + word.index;
        const known = deepest.get(at);
        if (!known || known.lane < lane) deepest.set(at, { to: at + word[0].length, lane });
      }
    });
  return Decoration.set(
    [...deepest].map(([from, { to, lane }]) =>
      Decoration.mark({ class: strutClass(lane) }).range(from, to),
    ),
    true,
  );
}
