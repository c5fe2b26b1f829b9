import type { CheckedInput } from '../../domain/contract.ts';
import type { Revision } from '../../domain/history/revision.ts';
import { joined } from '../../domain/transcription/step.ts';
import { transcribe } from '../../domain/transcription/transcription.ts';
import { turning } from '../../domain/transcription/turning.ts';
import { namingRevision, restoring, whyRestored } from './edit-labels.ts';
import type { Library } from './library.ts';
import { layersOf, turn } from './turn.ts';

/** The revisions of a cable, the newest first. */
export function listRevisions({ cables, revisions }: Library, cableId: string): Revision[] {
  cables.version(cableId);
  return revisions.list(cableId);
}

/** The transcription as it was at the end of a revision. */
export function readRevision(
  { cables, revisions }: Library,
  { cableId, id }: CheckedInput<'revision.read'>,
): string {
  const state = revisions.state(revisions.get(cableId, id).id);
  const { original, text } = cables.transcription(cableId);
  const then = state ? transcribe(original, state.changes, state.emendations).text : text;
  return then.toString();
}

/**
 * Restores text and annotations as they were at the end of a revision, as one action; where they are
 * so, nothing is done. Annotations made since are carried along, and deleted ones stay deleted.
 */
export function restoreRevision(
  library: Library,
  { cableId, id }: CheckedInput<'revision.restore'>,
  author: string,
): boolean {
  const { annotations, cables, journal, revisions } = library;
  const { number } = revisions.get(cableId, id);
  const then = revisions.state(id);
  if (!then) return false;
  const before = layersOf(library, cableId);
  const { original, text } = cables.transcription(cableId);
  const way = turning(original, before, then);
  // What goes and what comes between words that stay is one for the other, however many edits it was.
  const step = joined(way, way.apply(text));
  const there = new Map(annotations.list(cableId).map((one) => [one.id, one]));
  const operations = turn(library, {
    ...{ cableId, before, after: then, step },
    reason: whyRestored(number),
    by: { author, time: new Date().toISOString() },
    emends: false,
    placed: then.targets.filter((one) => there.has(one.id)),
  });
  if (operations.length === 0) return false;
  journal.act({ label: restoring(number), cableId, operations, restores: number }, author);
  return true;
}

/** Says what a revision is about, as one action; where it says so already, nothing is done. */
export function nameRevision(
  { journal, revisions }: Library,
  { cableId, id, message }: CheckedInput<'revision.name'>,
  author: string,
): void {
  const { number, message: before } = revisions.get(cableId, id);
  if (before === message) return;
  const label = namingRevision(number, message);
  journal.act(
    { label, cableId, operations: [{ type: 'revision.name', cableId, id, message }] },
    author,
  );
}
