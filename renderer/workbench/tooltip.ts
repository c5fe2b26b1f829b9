import { StateEffect, StateField } from '@codemirror/state';
import { type EditorView, hoverTooltip, showTooltip, type Tooltip } from '@codemirror/view';
import { readGlossary } from '../gazetteer/here.ts';
import type { Explanation } from './explain.ts';

/** Answers what can be said about a position of a pane. */
export type Explain = (position: number) => readonly Explanation[];

/** How long the pointer must rest before the program speaks, in milliseconds. */
const HOVER_TIME = 350;

/** Tooltips over a pane: under the resting pointer, and at the caret when asked for by key. */
export function tooltips(explain: Explain) {
  return [
    hoverTooltip(
      async (_view, position) => {
        await readGlossary();
        return tooltipAt(explain, position);
      },
      { hoverTime: HOVER_TIME },
    ),
    atCaret,
  ];
}

function tooltipAt(explain: Explain, position: number): Tooltip | null {
  const explanations = explain(position);
  if (explanations.length === 0) return null;
  return { pos: position, above: true, create: () => ({ dom: explanationElement(explanations) }) };
}

function explanationElement(explanations: readonly Explanation[]): HTMLElement {
  const box = document.createElement('div');
  box.className = 'explanations';
  box.setAttribute('role', 'status');
  for (const { kind, head, text } of explanations) {
    const entry = box.appendChild(document.createElement('p'));
    entry.className = `explanation explains-${kind}`;
    const strong = entry.appendChild(document.createElement('strong'));
    strong.textContent = head;
    if (text) entry.append(` ${text}`);
  }
  return box;
}

const show = StateEffect.define<Tooltip | null>();

/** The tooltip that was asked for by key; it goes as soon as the caret moves. */
const atCaret = StateField.define<Tooltip | null>({
  create: () => null,
  update(value, transaction) {
    for (const effect of transaction.effects) if (effect.is(show)) return effect.value;
    return transaction.selection ? null : value;
  },
  provide: (field) => showTooltip.from(field),
});

/** Says at the caret what stands there, if anything. */
export async function explainAtCaret(view: EditorView, explain: Explain): Promise<void> {
  await readGlossary();
  // The cable may have been put away meanwhile.
  if (!view.dom.isConnected) return;
  const tooltip = tooltipAt(explain, view.state.selection.main.head);
  view.dispatch({ effects: show.of(tooltip) });
}
