import { fail } from '../../domain/failure.ts';
import type { ImportReport } from '../../domain/import/import.ts';
import type { Context, HandlersFor } from '../context.ts';

/** Requests about importing. */
export const importing = {
  async 'import.choose'({ what }, context) {
    const { dialogs } = context;
    const paths = await (what === 'files' ? dialogs.textFiles() : dialogs.folder());
    return paths === null ? null : importAll(paths, context);
  },

  'import.dropped'(_, context) {
    if (context.files.length === 0)
      fail('bad-input', 'No files were dropped. Drop text files or folders.');
    return importAll(context.files, context);
  },

  async 'import.cancel'(_, { store }) {
    await store.cancelImport();
    return {};
  },
} satisfies HandlersFor<'import'>;

/** Imports files and folders, and says so where that brought anything. */
export async function importAll(
  paths: readonly string[],
  { store, notify }: Pick<Context, 'store' | 'notify'>,
): Promise<ImportReport> {
  const report = await store.importFiles(paths);
  if (report.files.some(({ outcome }) => outcome === 'imported'))
    notify('library.changed', { cableId: null, text: false });
  return report;
}
