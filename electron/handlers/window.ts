import type { HandlersFor } from '../context.ts';

/** What the window says of itself. */
export const window = {
  'window.ready'(_, { windowReady }) {
    windowReady();
    return {};
  },
} satisfies HandlersFor<'window'>;
