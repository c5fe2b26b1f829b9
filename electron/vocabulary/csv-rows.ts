import papaparse from 'papaparse';
import { fail } from '../../domain/failure.ts';
import { unguarded } from '../../domain/text/csv.ts';
import { refuseHugeTable } from '../import/table-size.ts';

/** What a column of a vocabulary can be. */
export type Column = 'path' | 'name' | 'parent' | 'description' | 'colour' | 'key' | 'iri';

/** The words that columns go by, in small letters. */
const COLUMNS: ReadonlyMap<string, Column> = new Map([
  ['path', 'path'],
  ['name', 'name'],
  ['tag', 'name'],
  ['label', 'name'],
  ['term', 'name'],
  ['parent', 'parent'],
  ['broader', 'parent'],
  ['below', 'parent'],
  ['description', 'description'],
  ['definition', 'description'],
  ['scope note', 'description'],
  ['note', 'description'],
  ['colour', 'colour'],
  ['color', 'colour'],
  ['key', 'key'],
  ['iri', 'iri'],
  ['uri', 'iri'],
  ['id', 'iri'],
]);

/** A row by its columns, and the line it begins in, from 1. */
export interface Row {
  readonly line: number;
  readonly cells: ReadonlyMap<Column, string>;
}

/** A table as it was read. */
export interface Table {
  readonly rows: readonly Row[];
  /** Columns that mean nothing to a vocabulary. */
  readonly unknown: readonly string[];
}

/** What parts the cells of a row. */
const DELIMITERS = [',', ';', '\t'] as const;

/**
 * Reads a table with a header, in any order and case, whose cells are parted by commas, semicolons or
 * tabs. Fails with `bad-input` where a quotation is not closed, or no column is a name.
 */
export function tableIn(text: string, name: string): Table {
  refuseHugeTable(text, name);
  const [delimiter] = DELIMITERS.toSorted((a, b) => known(text, b) - known(text, a));
  const [head, ...rest] = rowsIn(text, delimiter ?? ',', name);
  const header = (head?.cells ?? []).map((cell) => COLUMNS.get(headerWord(cell)));
  if (!header.includes('path') && !header.includes('name'))
    fail(
      'bad-input',
      `${name} has no column “path” and none “name” in its first line. Name the columns there (path, or name and parent; description, colour, key, iri), then import it again.`,
    );
  const unknown = (head?.cells ?? []).filter(
    (cell, at) => header[at] === undefined && cell.trim() !== '',
  );
  const rows = rest.map(({ line, cells }) => {
    const told = header.flatMap((column, at): [Column, string][] => {
      const cell = unguarded(cells[at] ?? '');
      return column === undefined || cell.trim() === '' ? [] : [[column, cell]];
    });
    // Of two columns of one kind the first counts.
    return { line, cells: new Map(told.toReversed()) };
  });
  return { rows, unknown };
}

interface Line {
  readonly line: number;
  readonly cells: readonly string[];
}

function rowsIn(text: string, delimiter: string, name: string): Line[] {
  const rows: Line[] = [];
  let line = 1;
  let at = 0;
  papaparse.parse<string[]>(text, {
    delimiter,
    newline: '\n',
    step({ data, errors, meta: { cursor } }) {
      const [error] = errors;
      if (error)
        fail(
          'bad-input',
          `${name} cannot be read as a table: a quotation that begins in line ${line} is not closed as it should be. Correct it there, then import it again.`,
        );
      if (data.some((cell) => cell.trim() !== '')) rows.push({ line, cells: data });
      line += text.slice(at, cursor).split('\n').length - 1;
      at = cursor;
    },
  });
  return rows;
}

/** How many columns of the first line are known, if cells are parted in this way. */
function known(text: string, delimiter: string): number {
  const { data } = papaparse.parse<string[]>(text, { delimiter, newline: '\n', preview: 1 });
  return (data[0] ?? []).filter((cell) => COLUMNS.get(headerWord(cell)) !== undefined).length;
}

function headerWord(cell: string): string {
  return cell.trim().toLowerCase();
}
