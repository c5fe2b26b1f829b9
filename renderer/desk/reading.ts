import type { Annotation } from '../../domain/annotation/annotation.ts';
import { annotationsIn } from '../../domain/annotation/annotations.ts';
import { request } from '../bridge.ts';

/** How many annotations are read at once: so many that the window is kept from nothing meanwhile. */
const SLICE = 500;

/** How many square pixels a character takes in the denser of the two texts, at least. */
const AREA = 166;

/** How much of the window's width at least is no text, in pixels: the library's list and the inspector. */
const BESIDE = 600;

/** How long reading on may wait for the window to rest, in milliseconds. */
const PATIENCE = 250;

/** What is in sight of a cable that is opened, and whether that is all there is. */
export interface Sight {
  readonly annotations: Annotation[];
  readonly all: boolean;
}

/** Reads the annotations that are in sight where the cable was left. */
export async function readSight(cableId: string): Promise<Sight> {
  const width = (window.innerWidth - BESIDE) / 2;
  const reach = Math.ceil((width * window.innerHeight) / AREA);
  const { annotations, all } = await request('annotation.sight', { cableId, reach });
  return { annotations: annotationsIn(annotations), all };
}

/**
 * Reads all annotations of a cable, in the order in which they were made, one slice after the other
 * whenever the window rests. It ends early when `signal` says that nobody wants them any more.
 */
export async function readAll(cableId: string, signal: AbortSignal): Promise<Annotation[]> {
  const all: Annotation[] = [];
  for (;;) {
    const after = all.at(-1)?.id ?? null;
    const slice = annotationsIn(await request('annotation.list', { cableId, after, limit: SLICE }));
    for (const annotation of slice) all.push(annotation);
    if (slice.length < SLICE) return all;
    signal.throwIfAborted();
    await rest();
  }
}

/** Waits until the window rests, though not for long. */
export function rest(): Promise<unknown> {
  return new Promise((done) => {
    requestIdleCallback(done, { timeout: PATIENCE });
  });
}
