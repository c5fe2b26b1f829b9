import { expect } from 'vitest';
import { keyOf } from '../../domain/change/decision.ts';
import { holds, inReadingOrder } from '../../domain/emendation/emendation.ts';
import { transcribe } from '../../domain/transcription/transcription.ts';
import type { Store } from '../store/face.ts';

/** Checks everything that must hold of the one cable of a library whatever has been done, and that the library accounts for every annotation. */
export async function isSound(store: Store, cableId: string): Promise<void> {
  const annotations = await isSoundCable(store, cableId);
  expect(annotations).toBe((await store.state()).annotations);
}

/** Checks everything that must hold of a cable, and tells how many annotations it has. */
export async function isSoundCable(store: Store, cableId: string): Promise<number> {
  const { original, changes, emendations, version } = await store.openCable(cableId);
  const { text: made } = transcribe(original.text, changes, emendations);
  const text = made.toString();
  expect((await store.readCable(cableId)).text).toBe(text);

  expect(new Set(changes.map(keyOf)).size).toBe(changes.length);
  const sorted = changes.toSorted((a, b) => a.from - b.from || a.to - b.to);
  expect(changes.map(keyOf)).toEqual(sorted.map(keyOf));
  expect(emendations).toEqual(emendations.toSorted(inReadingOrder));
  let reached = -1;
  for (const { from, to } of emendations.filter(holds)) {
    // They may touch, once a decision has taken out what stood between them.
    expect(from).toBeGreaterThanOrEqual(reached);
    reached = to;
  }

  const annotations = await store.listAnnotations(cableId);
  for (const target of annotations.flatMap(({ targets }) => targets)) {
    const { side, from, to, quote, lost } = target;
    expect(target.version).toBe(side === 'original' ? 0 : version);
    const words = (side === 'original' ? original.text : text).slice(from, to);
    expect(words).toBe(lost === null ? quote.exact : '');
    expect(quote.exact).not.toBe('');
  }
  return annotations.length;
}
