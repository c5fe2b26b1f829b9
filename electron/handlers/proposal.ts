import type { HandlersFor } from '../context.ts';

/** Requests about proposals of cleaning. */
export const proposal = {
  async 'proposal.decide'(input, { store, settings, notify }) {
    const changed = await store.decideChanges(input, settings.settings.creator);
    if (changed) notify('library.changed', { cableId: input.cableId, text: true });
    return {};
  },

  'proposal.preview': (stretch, { store }) => store.previewProposals(stretch),

  async 'proposal.decideRule'(input, { store, settings, notify }) {
    const outcome = await store.decideRule(input, settings.settings.creator);
    if (outcome.changes > 0) notify('library.changed', { cableId: input.cableId, text: true });
    return outcome;
  },
} satisfies HandlersFor<'proposal'>;
