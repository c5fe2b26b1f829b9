import type { UndoOutcome } from '../../domain/journal/operation.ts';
import type { Context, HandlersFor } from '../context.ts';
import { orReadAgain } from './read-again.ts';
import type { TakenBack } from '../store/face.ts';

/** Requests about undo and redo. */
export const journal = {
  'journal.undo': async (_, context) =>
    tell(
      await orReadAgain(context.notify, context.store.undo(context.settings.settings.creator)),
      context,
    ),

  'journal.redo': async (_, context) =>
    tell(
      await orReadAgain(context.notify, context.store.redo(context.settings.settings.creator)),
      context,
    ),
} satisfies HandlersFor<'journal'>;

function tell({ text, ...outcome }: TakenBack, { notify }: Context): UndoOutcome {
  notify('library.changed', { cableId: outcome.cableId, text });
  return outcome;
}
