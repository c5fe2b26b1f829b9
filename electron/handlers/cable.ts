import { fail } from '../../domain/failure.ts';
import type { HandlersFor } from '../context.ts';

/** Requests about cables. */
export const cable = {
  'cable.list': (stretch, { store }) => store.listCables(stretch),

  'cable.open': ({ id }, { store }) => store.openCable(id),

  'cable.position': async (where, { store }) => ({ position: await store.positionOf(where) }),

  'cable.name': ({ id }, { store }) => store.cableName(id),

  'cable.find': (sought, { store }) => store.findCables(sought),

  'cable.read': ({ id }, { store }) => store.readCable(id),

  async 'cable.rememberPlace'({ id, place }, { store }) {
    await store.rememberPlace(id, place);
    return {};
  },

  'cable.print': () => fail('unexpected', 'This is not built yet.'),
  'cable.savePdf': () => fail('unexpected', 'This is not built yet.'),
} satisfies HandlersFor<'cable'>;
