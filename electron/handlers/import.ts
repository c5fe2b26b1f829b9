import { basename } from 'node:path';
import { fail } from '../../domain/failure.ts';
import type { ImportReport } from '../../domain/import/import.ts';
import { reportTable } from '../../domain/import/table.ts';
import type { Context, HandlersFor } from '../context.ts';
import type { Store } from '../store/face.ts';
import { writeWhole } from '../write-file.ts';

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

  'import.unfinished': (_, { store }) => store.unfinishedImport(),

  'import.resume': ({ runId }, context) =>
    telling(context.store.resumeImport(runId, context.settings.settings.creator), context),

  async 'import.abandon'({ runId }, { store }) {
    await store.abandonImport(runId);
    return {};
  },

  'import.report': (stretch, { store }) => store.importReport(stretch),

  async 'import.saveReport'({ runId }, { store, dialogs }) {
    const path = await dialogs.saveAs('Import report', 'csv');
    if (path === null) return null;
    await writeWhole(path, await wholeReport(store, runId));
    return { fileName: basename(path) };
  },
} satisfies HandlersFor<'import'>;

/** What an import needs of the context. */
type Around = Pick<Context, 'store' | 'notify' | 'settings'>;

/** Imports files and folders, and says so where that brought anything. */
export function importAll(paths: readonly string[], around: Around): Promise<ImportReport> {
  return telling(around.store.importFiles(paths, around.settings.settings.creator), around);
}

/** Tells the window to read again what an import may have changed, also where it has failed in its midst. */
async function telling(
  running: Promise<ImportReport>,
  { notify }: Pick<Context, 'notify'>,
): Promise<ImportReport> {
  try {
    return await running;
  } finally {
    notify('library.changed', { cableId: null, text: false });
  }
}

/** How many lines of a report are read at once. */
const LINES = 500;

/** All lines of a report, as a table in CSV. */
async function wholeReport(store: Store, runId: string): Promise<string> {
  const pages: string[] = [];
  for (let offset = 0; ; offset += LINES) {
    const page = await store.importReport({ runId, offset, limit: LINES, outcome: null });
    const files = page?.files ?? [];
    pages.push(reportTable(files, offset === 0));
    if (files.length < LINES) return pages.join('');
  }
}
