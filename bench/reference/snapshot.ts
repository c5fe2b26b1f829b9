/** The one thing of a database that is needed here. */
interface Readable {
  prepare(sql: string): { all(): unknown[] };
}

/**
 * Tables that tell what has been done or where somebody reads, and what is worked out from others in the
 * background or lies as it was written: sketches, references, and the inside of the indexes of words.
 */
const LEFT_OUT =
  /^(?:journal|revision|place|setting|witness_sketch|facet_list|cable_facet|reference|called|\w*unread\w*|(?:cable|note)_index\w*)$/u;

/** The version only ever grows; whether a cable is sketched follows from its text. */
const COLUMNS_LEFT_OUT = new Set(['version', 'sketched']);

/** The rows of each table of a library, as JSON and sorted. */
export type Contents = ReadonlyMap<string, readonly string[]>;

/** All that a library holds, table by table and byte for byte, without what only ever grows. */
export function contents(db: Readable): Contents {
  const named = db
    .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
    .all() as { name: string }[];
  const tables = named.map(({ name }) => name).filter((name) => !LEFT_OUT.test(name));
  return new Map(
    tables.toSorted().map((table) => {
      const rows = db.prepare(`SELECT * FROM "${table}"`).all() as Record<string, unknown>[];
      return [table, rows.map(rowJson).toSorted()];
    }),
  );
}

function rowJson(row: Record<string, unknown>): string {
  const kept = Object.entries(row).filter(([column]) => !COLUMNS_LEFT_OUT.has(column));
  return JSON.stringify(kept, (_, value: unknown) =>
    typeof value === 'bigint' ? String(value) : value,
  );
}

/** The rows that only one of two states of a library has. */
export function differences(before: Contents, after: Contents): string[] {
  return [...before].flatMap(([table, rows]) => {
    const others = after.get(table) ?? [];
    const [had, has] = [new Set(rows), new Set(others)];
    return [
      ...rows.filter((row) => !has.has(row)).map((row) => `${table} was ${row}`),
      ...others.filter((row) => !had.has(row)).map((row) => `${table} is ${row}`),
    ];
  });
}
