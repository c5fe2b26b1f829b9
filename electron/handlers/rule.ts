import type { HandlersFor } from '../context.ts';

/** Requests about the rules of cleaning. */
export const rule = {
  'rule.list': (_, { store }) => store.listRules(),

  async 'rule.switch'(input, { store, settings, notify }) {
    const outcome = await store.switchRule(input, settings.settings.creator);
    notify('library.changed', { cableId: null, text: outcome.cables > 0 });
    return outcome;
  },
} satisfies HandlersFor<'rule'>;
