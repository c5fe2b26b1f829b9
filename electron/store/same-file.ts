import { realpathSync } from 'node:fs';

/** Whether two paths lead to one file; of files that are not there by their names alone. */
export function isSameFile(a: string, b: string): boolean {
  try {
    return realpathSync(a) === realpathSync(b);
  } catch {
    return a === b;
  }
}
