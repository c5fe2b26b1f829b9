import { fail } from '../../domain/failure.ts';
import type { HandlersFor } from '../context.ts';
import { placeWarning } from '../store/safety/place.ts';

/** Requests about the library on the desk. */
export const library = {
  'library.state': (_, { desk }) => desk.state(),

  'library.recent': (_, { desk }) => desk.recent(),

  async 'library.create'(_, { desk, dialogs }) {
    const path = await dialogs.newLibrary();
    return path === null ? null : desk.create(path);
  },

  async 'library.open'(_, { desk, dialogs }) {
    const path = await dialogs.library();
    return path === null ? null : desk.open(path);
  },

  'library.openRecent'({ path }, { desk }) {
    // The window may only choose among what it was given; it never names a path of its own.
    if (!desk.recent().some((recent) => recent.path === path))
      fail(
        'not-found',
        `${path} is not among the libraries lately opened. Open it with “Open library…”.`,
      );
    return desk.open(path);
  },

  'library.lost': (_, { store }) => store.look(),

  'library.lookAgain': (_, { desk }) => desk.lookAgain(),

  'library.openThere': (_, { desk }) => desk.openThere(),

  async 'library.saveAs'(_, { desk, dialogs }) {
    const state = await desk.state();
    const path = await dialogs.libraryAs(state?.name ?? '');
    return path === null ? null : desk.saveAs(path);
  },

  async 'library.settle'(_, { store }) {
    await store.settle();
    return {};
  },

  'library.verify': (_, { store }) => store.verify(),

  async 'library.placeWarning'(_, { desk }) {
    const open = await desk.state();
    return { warning: open && placeWarning(open.path) };
  },
} satisfies HandlersFor<'library'>;
