import type { HandlersFor } from '../context.ts';

/** Requests about backups. */
export const backup = {
  'backup.list': ({ path }, { store }) => store.listBackups(path),
  'backup.make': (_, { store }) => store.makeBackup('asked'),
  'backup.restore': (input, { store }) => store.restoreBackup(input),
} satisfies HandlersFor<'backup'>;
