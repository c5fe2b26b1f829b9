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

/** How what is typed into a cable gets into the library, and what the window then knows of it. */
export function scribeFor(cableId: string): ScribeOptions {
  return {
    save: (entry) => {
      signed();
      return request('transcription.emend', { cableId, ...entry });
    },
    onSaved: (saved, step) => takeOver(cableId, saved, step),
    onWaiting: (waiting, failure) => (waiting ? typingWaits(failure) : typingIsSaved()),
    onStale: () => void queryClient.invalidateQueries({ queryKey: ['cable', cableId] }),
  };
}

/**
 * What was saved is known without being read again: the store has done to the cable what is done here.
 * Null where the cable has left the desk meanwhile.
 */
function takeOver(cableId: string, saved: Saved, step: ChangeSet): Manuscript | null {
  const cable = queryClient.getQueryData<Cable>(['cable', cableId]);
  if (!cable) return null;
  const next = emendedBy(cable, saved);
  const manuscript = manuscriptOf(next);
  const annotations = queryClient.getQueryData<Annotation[]>(['annotations', cableId]);
  if (annotations) {
    const { text } = manuscript.transcription;
    const after = placedAnew(
      carryAnnotations(annotations, step, text, saved.version, LOST),
      saved.placed,
    );
    if (saved.placed.length === 0) onlyMoved(annotations, after);
    queryClient.setQueryData(['annotations', cableId], after);
  }
  queryClient.setQueryData(['cable', cableId], next);
  return manuscript;
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
