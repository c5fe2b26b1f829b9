import { fail } from '../../domain/failure.ts';
import type { HandlersFor } from '../context.ts';

/** Requests about annotations that come from other programs. */
export const coming = {
  async 'coming.choose'({ cableId }, { store, dialogs }) {
    const path = await dialogs.annotations();
    return path === null ? null : store.readComing(path, cableId);
  },

  'coming.dropped'({ cableId }, { store, files }) {
    const [path] = files;
    if (path === undefined) fail('bad-input', 'No file was dropped. Drop a file with annotations.');
    return store.readComing(path, cableId);
  },

  'coming.report': ({ id }, { store }) => store.comingReport(id),

  'coming.lines': (stretch, { store }) => store.comingLines(stretch),

  async 'coming.take'(input, { store, settings, notify }) {
    const taken = await store.takeComing(input, settings.settings.creator);
    notify('library.changed', { cableId: null, text: false });
    return taken;
  },

  async 'coming.leave'({ id }, { store }) {
    await store.leaveComing(id);
    return {};
  },
} satisfies HandlersFor<'coming'>;
