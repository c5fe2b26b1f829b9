import { type EditorView, ViewPlugin, type ViewUpdate } from '@codemirror/view';
import type { ResolvedReference } from '../../domain/reference/reference.ts';
import { followAll } from './placed.ts';
import { leadsTo, standingOf } from './references.ts';

/**
 * The references in the notes at the foot of the transcription, made into buttons there. The notes are
 * drawn from the original by the pane; this looks over them whenever they have come into sight.
 */
export function noteLinks(references: () => readonly ResolvedReference[]) {
  return ViewPlugin.fromClass(
    class {
      constructor(view: EditorView) {
        this.look(view);
      }
      update(update: ViewUpdate) {
        if (update.viewportChanged || update.transactions.length > 0 || update.geometryChanged)
          this.look(update.view);
      }
      look(view: EditorView) {
        view.requestMeasure({
          key: this,
          read: () => [...view.dom.querySelectorAll<HTMLElement>('.notes-text')],
          write: (notes) => linkAll(notes, references()),
        });
      }
    },
  );
}

function linkAll(notes: readonly HTMLElement[], references: readonly ResolvedReference[]) {
  const state = references
    .map((one) => `${one.from} ${standingOf(one)} ${leadsTo(one)}`)
    .join('\n');
  let rest = references;
  for (const note of notes) {
    const text = note.textContent;
    const here: ResolvedReference[] = [];
    let at = 0;
    for (const reference of rest) {
      const found = text.indexOf(reference.words, at);
      if (found < 0) break;
      here.push(reference);
      at = found;
    }
    rest = rest.slice(here.length);
    if (note.dataset['references'] === state) continue;
    note.dataset['references'] = state;
    link(note, text, here);
  }
}

function link(note: HTMLElement, text: string, references: readonly ResolvedReference[]) {
  const parts: Node[] = [];
  let at = 0;
  // The numbers of a stretch (170–172) stand on the same words.
  for (const reference of references.filter((one, nth) => one.from !== references[nth - 1]?.from)) {
    const from = text.indexOf(reference.words, at);
    if (from < 0) continue;
    const same = references.filter((one) => one.from === reference.from);
    parts.push(document.createTextNode(text.slice(at, from)), buttonOf(reference, same));
    at = from + reference.words.length;
  }
  note.replaceChildren(...parts, document.createTextNode(text.slice(at)));
}

function buttonOf(reference: ResolvedReference, all: readonly ResolvedReference[]): HTMLElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = `reference in-note is-${standingOf(reference)}`;
  button.textContent = reference.words;
  const leads = all.map(leadsTo).join('; ');
  button.title = leads;
  button.setAttribute('aria-label', `${reference.words}: ${leads}`);
  button.addEventListener('click', () => followAll(all.map((one) => ({ ...one, reference: one }))));
  return button;
}
