import type { HandlersFor } from '../context.ts';

/** Requests about the program's log. */
export const log = {
  'log.show'(_, { showLog }) {
    showLog();
    return {};
  },
} satisfies HandlersFor<'log'>;
