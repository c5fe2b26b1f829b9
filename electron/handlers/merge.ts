import type { HandlersFor } from '../context.ts';

/** Requests about packages. */
export const packages = {
  async 'package.save'({ choice }, { store, dialogs }) {
    const path = await dialogs.saveAs('Package', 'package');
    return path === null ? null : store.savePackage(choice, path);
  },
} satisfies HandlersFor<'package'>;

/** Requests about merging a package or another library. */
export const merging = {
  async 'merge.choose'(_, { store, dialogs }) {
    const path = await dialogs.library();
    return path === null ? null : store.readMerge(path);
  },

  async 'merge.run'({ id }, { store, settings, notify }) {
    const done = await store.runMerge(id, settings.settings.creator);
    if (done) notify('library.changed', { cableId: null, text: true });
    return done;
  },

  async 'merge.leave'({ id }, { store }) {
    await store.leaveMerge(id);
    return {};
  },
} satisfies HandlersFor<'merge'>;

/** Requests about conflicts. */
export const conflict = {
  'conflict.list': (stretch, { store }) => store.listConflicts(stretch),

  async 'conflict.decide'(input, { store, settings, notify }) {
    await store.decideConflicts(input, settings.settings.creator);
    notify('library.changed', { cableId: null, text: true });
    return {};
  },
} satisfies HandlersFor<'conflict'>;
