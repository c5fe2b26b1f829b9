import './links.css';
import { StateEffect } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { useEffect, useRef } from 'react';
import type { Side } from '../../domain/annotation/annotation.ts';
import type { ResolvedReference } from '../../domain/reference/reference.ts';
import { useCommand } from '../commands/commands.ts';
import { announce } from '../status/announce.ts';
import type { Pair } from '../workbench/pair.ts';
import { noteLinks } from './noteLinks.ts';
import { followAll, placedAt, placedIn, referenceLinks, showLinks, showsLinks } from './placed.ts';
import { leadsTo, useReferences } from './references.ts';

const NONE: readonly ResolvedReference[] = [];

/** Shows in both texts what a cable refers to, and follows it by command. */
export function useReferenceLinks(pair: Pair) {
  const { data } = useReferences(pair.manuscript.cable.summary.id);
  const references = data?.references ?? NONE;
  const inNotes = useRef<readonly ResolvedReference[]>(NONE);

  useEffect(() => {
    const notes = noteLinks(() => inNotes.current);
    const append = (side: Side, ...more: readonly ReturnType<typeof noteLinks>[]) => {
      const view = pair.view(side);
      view.dispatch({ effects: StateEffect.appendConfig.of([referenceLinks, ...more]) });
      showsLinks(side, view);
    };
    append('original');
    append('transcription', notes);
  }, [pair]);
  useEffect(() => {
    const of = (side: Side) => references.filter((one) => one.side === side);
    inNotes.current = of('original');
    showLinks(pair.view('original'), of('original'));
    showLinks(pair.view('transcription'), of('transcription'));
  }, [pair, references]);

  const any = references.length > 0;
  useCommand('reference.follow', () => followAtCaret(pair, references), any);
  useCommand('reference.next', () => goToNext(pair), any);
}

/** Follows the reference at the caret of the side that has the keys. */
function followAtCaret(pair: Pair, references: readonly ResolvedReference[]) {
  const note = document.activeElement;
  if (note instanceof HTMLElement && note.classList.contains('in-note')) return note.click();
  const { state } = pair.view(pair.focused ?? 'transcription');
  const there = placedAt(state, state.selection.main.head);
  if (there.length > 0) return followAll(there);
  const words = references.some(({ side }) => side === 'transcription')
    ? 'No reference stands at the caret. “Next reference” goes to one.'
    : 'No reference stands at the caret. Those of the notes stand at the foot.';
  return announce(words);
}

/** Goes to the next reference of the text, or of its notes after the last one; then to the first again. */
function goToNext(pair: Pair) {
  const side = pair.focused ?? 'transcription';
  const view = pair.view(side);
  const notes = [...view.dom.querySelectorAll<HTMLElement>('.reference.in-note')];
  const held = notes.findIndex((note) => note === document.activeElement);
  const { head } = view.state.selection.main;
  const placed = placedIn(view.state);
  const next = held < 0 ? placed.find(({ from }) => from > head) : undefined;
  const note = held < 0 && next ? undefined : notes[held + 1];
  if (note) {
    note.scrollIntoView({ block: 'nearest' });
    note.focus();
    return;
  }
  const target = next ?? placed[0];
  if (!target) return;
  const { from, reference } = target;
  view.focus();
  view.dispatch({
    selection: { anchor: from },
    effects: EditorView.scrollIntoView(from, { y: 'center' }),
  });
  announce(`${reference.words}: ${leadsTo(reference)}`);
}
