import { firstCollision } from '../../domain/change/deciding.ts';
import type { StoredChange } from '../../domain/change/decision.ts';
import { carryEmendations } from '../../domain/emendation/carry.ts';
import type { Operation } from '../../domain/journal/operation.ts';
import { recleaning } from '../../domain/transcription/recleaning.ts';
import { acceptedChanges } from '../../domain/transcription/transcription.ts';
import { turning } from '../../domain/transcription/turning.ts';
import type { Library } from './library.ts';
import { turn, type By } from './turn.ts';

/** What becomes of the changes of a cable, and the sentence for annotations and emendations that lose their words by it. */
export interface Replacing {
  readonly cableId: string;
  readonly before: readonly StoredChange[];
  readonly after: readonly StoredChange[];
  readonly reason: string;
  readonly by: By;
}

/**
 * The operations that put the changes `after` in the place of `before`, and carry the emendations and
 * annotations of the cable along; none where nothing changes.
 */
export function replacing(
  library: Library,
  { cableId, before, after, reason, by }: Replacing,
): Operation[] {
  // What could not be shown must not be stored.
  const collision = firstCollision(after);
  if (collision)
    throw new Error(
      `two accepted changes claim the text at ${collision.change.from}: ${collision.by.rule} and ${collision.change.rule}`,
    );
  const { original, cleaned } = library.cables.transcription(cableId);
  const emendations = library.cables.emendations.list(cableId);
  const was = { changes: before, emendations };
  const becomes = {
    changes: after,
    emendations: carryEmendations(
      emendations,
      recleaning(original, before, after),
      cleaned,
      acceptedChanges(original, after).apply(original),
      reason,
    ),
  };
  const step = turning(original, was, becomes);
  return turn(library, { cableId, before: was, after: becomes, step, reason, by, emends: false });
}
