/** Rows of cells as CSV (RFC 4180), with the byte order mark by which spreadsheets know UTF-8. */
export function csvText(rows: readonly (readonly string[])[]): string {
  return `\uFEFF${csvRows(rows)}`;
}

/** Rows of cells as a later part of such a file. */
export function csvRows(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => `${row.map(cellText).join(',')}\r\n`).join('');
}

/** How cells begin that a spreadsheet would carry out as a formula (OWASP, "CSV Injection"); some also take the wide signs of East Asia. */
const FORMULA = /^'*[=+\-@\t\r\n＝＋－＠]/u;

/**
 * A cell of words that no spreadsheet takes for a formula: an apostrophe goes before what would be one.
 * `unguarded` takes it away again, exactly.
 */
export function guarded(cell: string): string {
  return FORMULA.test(cell) ? `'${cell}` : cell;
}

/** A cell of words as it was before it was guarded. */
export function unguarded(cell: string): string {
  return cell.startsWith("'") && FORMULA.test(cell) ? cell.slice(1) : cell;
}

function cellText(cell: string): string {
  const plain = !/[",;\t\r\n]/u.test(cell) && cell === cell.trim();
  return plain ? cell : `"${cell.replaceAll('"', '""')}"`;
}
