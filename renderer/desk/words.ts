const digits = new Intl.NumberFormat('en');

/** A number as it is written: "12,345". */
export function inDigits(number: number): string {
  return digits.format(number);
}

/** A number of things in words: "1 cable", "5 cables", "12,345 cables". */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${digits.format(number)} ${number === 1 ? one : many}`;
}

function partsOf(path: string): string[] {
  return path.split(/[\\/]/u).filter((part) => part !== '');
}

/** The last part of a path, as the reader knows a file by. */
export function fileNameOf(path: string): string {
  return partsOf(path).at(-1) ?? path;
}

/** The name of the folder a file lies in. */
export function folderNameOf(path: string): string {
  return partsOf(path).at(-2) ?? '';
}

/** What to tell the reader of something thrown; nearly always a `FailureError` with its sentence. */
export function sentenceOf(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : String(thrown);
}
