import type { HandlersFor } from '../context.ts';

/** Requests about other witnesses of a message. */
export const witness = {
  'witness.propose': ({ cableId }, { store }) => store.proposeWitnesses(cableId),
} satisfies HandlersFor<'witness'>;
