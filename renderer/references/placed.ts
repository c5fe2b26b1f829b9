import { type EditorState, Prec, RangeSet, StateEffect, StateField } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView } from '@codemirror/view';
import type { Side } from '../../domain/annotation/annotation.ts';
import type { ResolvedReference } from '../../domain/reference/reference.ts';
import { follow, leadsTo, standingOf } from './references.ts';

/** A reference and where it stands in the text of a pane as it is now. */
export interface Placed {
  readonly from: number;
  readonly to: number;
  readonly reference: ResolvedReference;
}

interface Links {
  readonly placed: readonly Placed[];
  readonly marks: DecorationSet;
}

const NONE: Links = { placed: [], marks: Decoration.none };
const setLinks = StateEffect.define<readonly ResolvedReference[]>();

/** The references of a pane's text; they move with what is typed, and go with their words. */
const links = StateField.define<Links>({
  create: () => NONE,
  update(value, transaction) {
    for (const effect of transaction.effects) if (effect.is(setLinks)) return linksOf(effect.value);
    if (!transaction.docChanged || value.placed.length === 0) return value;
    const { changes } = transaction;
    const placed = value.placed
      .map(({ from, to, reference }) => ({
        from: changes.mapPos(from, 1),
        to: changes.mapPos(to, -1),
        reference,
      }))
      .filter(({ from, to }) => from < to);
    return { placed, marks: value.marks.map(changes) };
  },
  provide: (field) => EditorView.decorations.from(field, ({ marks }) => marks),
});

function linksOf(references: readonly ResolvedReference[]): Links {
  const placed = references
    .map((reference) => ({ from: reference.from, to: reference.to, reference }))
    .toSorted((a, b) => a.from - b.from);
  // The numbers of a stretch (170–172) stand on the same words; these are marked once.
  const marked = placed.filter(({ from }, at) => from !== placed[at - 1]?.from);
  const marks = marked.map(({ from, to, reference }) =>
    Decoration.mark({ class: `reference is-${standingOf(reference)}` }).range(from, to),
  );
  return { placed, marks: RangeSet.of(marks) };
}

/** The references of a pane, in the order in which they stand. */
export function placedIn(state: EditorState): readonly Placed[] {
  return state.field(links, false)?.placed ?? [];
}

/** The references at a place of a pane. */
export function placedAt(state: EditorState, at: number): readonly Placed[] {
  return placedIn(state).filter(({ from, to }) => from <= at && at <= to);
}

/** Marks references in a pane, unless its text has other words there by now; then those marked before stay. */
export function showLinks(view: EditorView, references: readonly ResolvedReference[]) {
  const { doc } = view.state;
  const agrees = references.every(
    ({ from, to, words }) => to <= doc.length && doc.sliceString(from, to) === words,
  );
  if (!agrees) return;
  const same = placedIn(view.state).map(({ reference }) => reference);
  if (same.length === 0 && references.length === 0) return;
  view.dispatch({ effects: setLinks.of(references) });
}

/** Follows one of several references on the same words as one that may mean the cables of all. */
export function followAll(all: readonly Placed[]) {
  const [first] = all;
  if (!first) return;
  const cables = all.flatMap(({ reference }) => reference.cables);
  follow(all.length === 1 ? first.reference : joined(first.reference, cables));
}

function joined(
  reference: ResolvedReference,
  cables: ResolvedReference['cables'],
): ResolvedReference {
  return cables.length > 1
    ? { ...reference, cables: cables.map((cable) => ({ ...cable, sure: false })) }
    : { ...reference, cables };
}

/** The panes that show references now. */
const shown = new Map<Side, EditorView>();

/** Makes a pane show references; it is the one of its side from now on. */
export function showsLinks(side: Side, view: EditorView) {
  shown.set(side, view);
}

/** What the references at a place of a side lead to, as head and sentence. */
export function referencesAt(side: Side, at: number): { head: string; text: string }[] {
  const state = shown.get(side)?.state;
  const there = state ? placedAt(state, at) : [];
  return there.map(({ reference }) => ({ head: reference.words, text: leadsTo(reference) }));
}

/** What a pane needs to show references and to follow them by Ctrl and a click. */
export const referenceLinks = [
  // Inside of all others, so that no light is cut where a reference stands.
  Prec.highest(links),
  EditorView.domEventHandlers({
    mousedown: (event, view) => {
      if (!(event.ctrlKey || event.metaKey) || event.button !== 0) return false;
      const position = view.posAtCoords({ x: event.clientX, y: event.clientY });
      const there = position === null ? [] : placedAt(view.state, position);
      if (there.length === 0) return false;
      event.preventDefault();
      followAll(there);
      return true;
    },
  }),
];
