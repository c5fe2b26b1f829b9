const digits = new Intl.NumberFormat('en');

/** A number of things in words: "1 cable", "5 cables", "12,345 cables". */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${digits.format(number)} ${number === 1 ? one : many}`;
}

/** The last part of a path, as the reader knows a file by. */
export function fileNameOf(path: string): string {
  return path.split(/[\\/]/u).findLast((part) => part !== '') ?? path;
}

/** What to tell the reader of something thrown; nearly always a `FailureError` with its sentence. */
export function sentenceOf(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : String(thrown);
}
