import { csvText } from '../../domain/text/csv.ts';
import { request } from '../bridge.ts';
import { count } from '../desk/words.ts';
import { isMarked, type Marks } from './marks.ts';
import type { Ordered } from './pages.ts';
import { CSV_HEAD, csvRow } from './words.ts';

/** How many lines are read at once. */
const AT_ONCE = 500;

/** The most letters that can be saved at once. */
const MOST = 48_000_000;

interface Saving {
  readonly total: number;
  /** The lines that are saved; null for all. */
  readonly marks: Marks | null;
  /** The name of a tag. */
  readonly tagName: (id: string) => string;
  readonly query: string;
  /** Hears how many lines have been read; false stops it. */
  readonly tell: (done: number) => boolean;
}

/** Saves lines in their order as a CSV file; tells what came of it, null where it was left or stopped. */
export async function saveLines(ordered: Ordered, saving: Saving): Promise<string | null> {
  const { total, marks, tagName, query, tell } = saving;
  const rows: (readonly string[])[] = [];
  let letters = 0;
  for (let offset = 0; offset < total; offset += AT_ONCE) {
    if (!tell(offset)) return null;
    const lines = await request('concordance.lines', { ...ordered, offset, limit: AT_ONCE });
    for (const line of lines) {
      if (marks && !isMarked(marks, line.line)) continue;
      const row = csvRow(line, line.tagIds.map(tagName));
      letters += row.reduce((sum, cell) => sum + cell.length + 3, 2);
      rows.push(row);
    }
    if (letters > MOST)
      return 'These lines are more than can be saved in one file. Mark some of them, and save those.';
  }
  const name = `Concordance of ${query}`.slice(0, 200);
  const content = csvText([CSV_HEAD, ...rows]);
  const saved = await request('file.save', { kind: 'csv', name, content });
  return saved && `${count(rows.length, 'line')} saved as ${saved.fileName}.`;
}
