import type { HandlersFor } from '../context.ts';

/** Requests about cables. */
export const cable = {
  'cable.list': (stretch, { store }) => store.listCables(stretch),

  'cable.open': ({ id }, { store }) => store.openCable(id),

  'cable.position': async ({ id }, { store }) => ({ position: await store.positionOf(id) }),

  async 'cable.rememberPlace'({ id, place }, { store }) {
    await store.rememberPlace(id, place);
    return {};
  },
} satisfies HandlersFor<'cable'>;
