import { resolve } from 'node:path';
import { inAll, type ImportedFile } from '../../../domain/import/import.ts';
import type { Store } from '../../store/face.ts';
import { EXIT, WordsError, type Command } from '../command.ts';
import { AUTHOR, authorOf, count, counted, LIBRARY, withLibrary } from '../library.ts';

/** How many lines of a report are asked for at a time. */
const PAGE = 500;

/** `import`: brings files, those of folders, entries of archives and documents of volumes into a library. */
export const importing: Command = {
  usage: 'PATH… --library FILE',
  summary: 'Imports texts, folders, archives and TEI volumes into a library, made if missing.',
  options: {
    library: { ...LIBRARY, help: 'the library; it is made where there is none' },
    author: AUTHOR,
  },
  examples: [
    'import scans/ --library Cuba.cablewright',
    'import frus1961-63v10.xml scans.zip --library Cuba.cablewright --json',
  ],
  run(words, surroundings) {
    if (words.bare.length === 0) throw new WordsError('It needs something to import.');
    const paths = words.bare.map((path) => resolve(path));
    const { output } = surroundings;
    return withLibrary(
      words,
      surroundings,
      async (store) => {
        const report = await store.importFiles(paths, authorOf(words, surroundings));
        output.progress(null);
        const { imported, witness, duplicate, failed } = report.counts;
        if (output.json)
          for await (const file of filesOf(store, report.runId)) output.result(file, '');
        else
          for await (const file of filesOf(store, report.runId, 'failed'))
            if (file.outcome === 'failed') output.remark(file.failure.message);
        const total = inAll(report.counts);
        output.result(
          { ...report.counts, total, state: report.state },
          `${counted(imported, 'cable')} imported, ${counted(witness, 'further witness', 'further witnesses')}, ` +
            `${count(duplicate)} there already, ${count(failed)} failed.` +
            (report.state === 'stopped'
              ? ' The import was stopped; the window can go on with it.'
              : ''),
        );
        if (report.state === 'stopped') return EXIT.stopped;
        return failed > 0 ? EXIT.partly : EXIT.done;
      },
      'make',
    );
  },
};

/** The lines of the report of an import, all or those of one outcome. */
async function* filesOf(
  store: Store,
  runId: string,
  outcome: ImportedFile['outcome'] | null = null,
): AsyncGenerator<ImportedFile> {
  for (let offset = 0; ; offset += PAGE) {
    const page = await store.importReport({ runId, offset, limit: PAGE, outcome });
    yield* page?.files ?? [];
    if (!page || page.files.length < PAGE) return;
  }
}
