import type { HandlersFor } from '../context.ts';

/** Requests about the settings of the desk. */
export const settings = {
  'settings.read': (_, context) => context.settings.settings,

  'settings.change'(change, context) {
    const changed = context.settings.change(change);
    context.applySettings();
    return changed;
  },
} satisfies HandlersFor<'settings'>;
