import { csvText, guarded } from '../text/csv.ts';
import type { ImportedFile } from './import.ts';

const COLUMNS = [
  'File',
  'Outcome',
  'Cable',
  'Id',
  'Came before as',
  'Encoding',
  'Proposals',
  'Remarks',
];

/** Lines of a report as a table (CSV), with its head where they are its first. */
export function reportTable(files: readonly ImportedFile[], head: boolean): string {
  const rows = files.map((file) => rowOf(file).map(guarded));
  const text = csvText(head ? [COLUMNS, ...rows] : rows);
  // The byte order mark stands before the whole.
  return head ? text : text.replace(/^\uFEFF/u, '');
}

function rowOf(file: ImportedFile): string[] {
  if (file.outcome === 'failed')
    return [file.path, 'failed', '', '', '', '', '', file.failure.message];
  const { path, title, cableId } = file;
  if (file.outcome === 'duplicate')
    return [
      path,
      file.restored ? 'brought back' : 'already in the library',
      title,
      cableId,
      '',
      '',
      '',
      '',
    ];
  const { encoding, proposals, warnings } = file;
  const [outcome, before] =
    file.outcome === 'witness' ? ['another witness', file.of?.title ?? ''] : ['imported', ''];
  return [path, outcome, title, cableId, before, encoding, String(proposals), warnings.join(' ')];
}
