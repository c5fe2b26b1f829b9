import { fail } from '../../domain/failure.ts';
import type { Context, HandlersFor } from '../context.ts';

/** Requests about backups. */
export const backup = {
  'backup.list'({ path }, { store, desk }) {
    refuseUnknown(path, desk);
    return store.listBackups(path);
  },

  'backup.offer': (_, { desk }) => desk.unopened(),

  'backup.make': (_, { store }) => store.makeBackup('asked'),

  'backup.restore'(input, { desk }) {
    refuseUnknown(input.path, desk);
    return desk.restore(input);
  },
} satisfies HandlersFor<'backup'>;

/** The window may only choose among the paths it was given. */
function refuseUnknown(path: string | null, desk: Context['desk']): void {
  if (path !== null && !desk.knows(path))
    fail('not-found', `${path} is not among the libraries lately opened.`);
}
