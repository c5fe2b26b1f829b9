import type { ChangeSet } from '@codemirror/state';
import type { Annotation } from '../../domain/annotation/annotation.ts';
import { carryAnnotations } from '../../domain/annotation/carry.ts';
import { inReadingOrder } from '../../domain/emendation/emendation.ts';
import type { Placed } from '../../domain/journal/operation.ts';
import type { Cable } from '../../domain/library/cable.ts';
import { request } from '../bridge.ts';
import { queryClient } from '../desk/queries.ts';
import { signed } from '../settings/signing.ts';
import { typingIsSaved, typingWaits } from '../status/saved.ts';
import { type Manuscript, manuscriptOf } from './manuscript.ts';
import { onlyMoved } from './moved.ts';
import type { Saved, ScribeOptions } from './scribe.ts';

/** How long the pen rests before the rest of the window is told what was typed, in milliseconds. */
const REST = 400;
/** How long it may wait for that while somebody types on and on, in milliseconds. */
const LONGEST = 4_000;

/** How what is typed into a cable gets into the library, and what the window then knows of it. */
export function scribeFor(cableId: string): ScribeOptions {
  const known = new Knowledge(cableId);
  return {
    save: (entry) => {
      signed();
      return request('transcription.emend', { cableId, ...entry });
    },
    onSaved: (saved, step) => known.learn(saved, step),
    onDraft: (version, entries) =>
      // Where this fails saving does so as well, and says it.
      void request('transcription.draft', { cableId, version, entries: [...entries] }).catch(
        () => undefined,
      ),
    onTyped: () => known.wait(),
    onSettled: () => known.tell(),
    onWaiting: (waiting, failure) => (waiting ? typingWaits(failure) : typingIsSaved()),
    onStale: () => void queryClient.invalidateQueries({ queryKey: ['cable', cableId] }),
  };
}

/** A cable with its annotations, in one state of its text. */
interface Known {
  readonly cable: Cable;
  readonly annotations: Annotation[] | undefined;
  /** The annotations that these have come from, as the window was told them. */
  readonly told: readonly Annotation[] | undefined;
  /** Whether all annotations have moved with what was typed, and nothing more, since they were told. */
  readonly moved: boolean;
}

/**
 * What the window knows of a cable by what was typed and saved: the store has done to it what is done
 * here, so it is not read again. All of the window shows the cable and its annotations, so it is told
 * of them when the pen rests, and not with every save.
 */
class Knowledge {
  readonly #cableId: string;
  #known: Known | null = null;
  #since = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(cableId: string) {
    this.#cableId = cableId;
  }

  /** The cable after a save; null where the state before it is not known here. */
  learn(saved: Saved, step: ChangeSet): Manuscript | null {
    const last = this.#before(saved.version);
    if (!last) return null;
    const cable = emendedBy(last.cable, saved);
    const manuscript = manuscriptOf(cable);
    const { text } = manuscript.transcription;
    const annotations =
      last.annotations &&
      placedAnew(carryAnnotations(last.annotations, step, text, saved.version, LOST), saved.placed);
    if (!this.#known) this.#since = performance.now();
    const moved = last.moved && saved.placed.length === 0;
    this.#known = { cable, annotations, told: last.told, moved };
    this.wait();
    return manuscript;
  }

  /** What was known of the version before one: here, or in the rest of the window. */
  #before(version: number): Known | null {
    if (this.#known?.cable.version === version - 1) return this.#known;
    const cable = queryClient.getQueryData<Cable>(['cable', this.#cableId]);
    if (cable?.version !== version - 1) return null;
    const annotations = queryClient.getQueryData<Annotation[]>(['annotations', this.#cableId]);
    return { cable, annotations, told: annotations, moved: true };
  }

  /** Somebody types: the rest of the window waits. */
  wait(): void {
    if (!this.#known) return;
    clearTimeout(this.#timer);
    const longest = LONGEST - (performance.now() - this.#since);
    this.#timer = setTimeout(() => this.tell(), Math.max(0, Math.min(REST, longest)));
  }

  /** Tells the rest of the window what is known here, unless it knows more by now. */
  tell(): void {
    clearTimeout(this.#timer);
    const known = this.#known;
    this.#known = null;
    if (!known) return;
    const { cable, annotations, told: from, moved } = known;
    const told = queryClient.getQueryData<Cable>(['cable', this.#cableId]);
    for (const queryKey of [['library'], ['cables'], ['revisions', this.#cableId]])
      void queryClient.invalidateQueries({ queryKey });
    if (!told || told.version >= cable.version) return;
    const queryKey = ['annotations', this.#cableId];
    const before = queryClient.getQueryData<Annotation[]>(queryKey);
    // What has been annotated while somebody typed is not among those known here.
    if (before && before !== from) void queryClient.invalidateQueries({ queryKey });
    else if (annotations && before) {
      if (moved) onlyMoved(before, annotations);
      queryClient.setQueryData(queryKey, annotations);
    }
    queryClient.setQueryData(['cable', this.#cableId], cable);
  }
}

/** What is said of an annotation that loses its words until the store says more. */
const LOST = 'Its words left the transcription.';

function emendedBy(cable: Cable, { version, emendations, review }: Saved): Cable {
  const gone = new Set([...emendations.remove, ...emendations.put.map(({ id }) => id)]);
  const stay = cable.emendations.filter(({ id }) => !gone.has(id));
  return {
    ...cable,
    version,
    emendations: [...stay, ...emendations.put].toSorted(inReadingOrder),
    summary: { ...cable.summary, review },
  };
}

function placedAnew(annotations: Annotation[], placed: readonly Placed[]): Annotation[] {
  if (placed.length === 0) return annotations;
  const places = new Map(placed.map(({ id, targets }) => [id, targets]));
  return annotations.map((annotation) => {
    const targets = places.get(annotation.id);
    return targets ? { ...annotation, targets } : annotation;
  });
}
