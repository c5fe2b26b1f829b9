import type { HandlersFor } from '../context.ts';

/** Requests about what cables refer to. */
export const reference = {
  'reference.list': ({ cableId }, { store }) => store.listReferences(cableId),

  'reference.missing': (stretch, { store }) => store.listMissing(stretch),

  'reference.graph': (input, { store }) => store.referenceGraph(input),
} satisfies HandlersFor<'reference'>;
