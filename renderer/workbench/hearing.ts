import { useEffect, useRef } from 'react';
import type { Annotation, Side } from '../../domain/annotation/annotation.ts';
import { announce } from '../status/announce.ts';
import { useSaved } from '../status/saved.ts';
import { announcementOf, NEAR } from './announcing.ts';
import type { Vocabulary } from './highlights.ts';
import type { Pair } from './pair.ts';
import { partsNear } from './standing.ts';

/** The keys that move a caret. */
const MOVING: ReadonlySet<string> = new Set([
  'ArrowLeft',
  'ArrowRight',
  'ArrowUp',
  'ArrowDown',
  'Home',
  'End',
  'PageUp',
  'PageDown',
]);

/** The keys that say nothing by themselves. */
const HELD: ReadonlySet<string> = new Set(['Shift', 'Control', 'Alt', 'Meta']);

/** How long the caret rests before it is told what it has passed, in milliseconds. */
const REST = 80;

/** What is shown over both texts. */
interface Marked {
  readonly annotations: readonly Annotation[];
  readonly vocabulary: Vocabulary;
}

/**
 * Tells readers by ear where annotations begin and end while they walk through a text by keys. It says
 * nothing while somebody types, and nothing of what the mouse does.
 */
export function useHearing(pair: Pair, annotations: readonly Annotation[], vocabulary: Vocabulary) {
  const marked = useRef<Marked>({ annotations, vocabulary });
  useEffect(() => {
    marked.current = { annotations, vocabulary };
  }, [annotations, vocabulary]);
  useEffect(() => {
    const offs = (['original', 'transcription'] as const).map((side) =>
      hear(pair, side, () => marked.current),
    );
    return () => {
      for (const off of offs) off();
    };
  }, [pair]);
}

/** Hears the keys of one side until the function that comes back is called. */
function hear(pair: Pair, side: Side, marked: () => Marked): () => void {
  const view = pair.view(side);
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** Where the caret was before the keys moved it, and in which text; null where they have not. */
  let start: { readonly at: number; readonly text: unknown } | null = null;

  const stop = () => {
    clearTimeout(timer);
    start = null;
  };
  const tell = () => {
    // Until what was typed is saved the annotations are told of another text.
    if (useSaved.getState().waiting) {
      timer = setTimeout(tell, REST);
      return;
    }
    const { head } = view.state.selection.main;
    if (start?.text === view.state.doc) {
      const sentence = passed(pair, side, start.at, head, marked());
      if (sentence !== null) announce(sentence);
    }
    stop();
  };
  const onKey = (event: KeyboardEvent) => {
    if (HELD.has(event.key)) return;
    if (!MOVING.has(event.key)) return stop();
    const { doc: text, selection } = view.state;
    if (start?.text !== text) start = { at: selection.main.head, text };
    clearTimeout(timer);
    timer = setTimeout(tell, REST);
  };

  view.dom.addEventListener('keydown', onKey, true);
  view.dom.addEventListener('pointerdown', stop, true);
  view.dom.addEventListener('focusout', stop);
  return () => {
    stop();
    view.dom.removeEventListener('keydown', onKey, true);
    view.dom.removeEventListener('pointerdown', stop, true);
    view.dom.removeEventListener('focusout', stop);
  };
}

function passed(pair: Pair, side: Side, old: number, now: number, marked: Marked): string | null {
  if (old === now) return null;
  const { annotations, vocabulary } = marked;
  const [from, to] = Math.abs(now - old) > NEAR ? [now, now] : [old, now].toSorted((a, b) => a - b);
  const way = { from: from ?? now, to: to ?? now };
  const parts = partsNear(pair.manuscript, annotations, side, way);
  return announcementOf(parts, old, now, vocabulary);
}
