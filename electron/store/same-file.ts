import { realpathSync, statSync } from 'node:fs';

/** Whether two paths lead to one file, by whatever links; of files that are not there by their names alone. */
export function isSameFile(a: string, b: string): boolean {
  try {
    if (realpathSync(a) === realpathSync(b)) return true;
    const [one, other] = [statSync(a, { bigint: true }), statSync(b, { bigint: true })];
    return one.ino === other.ino && one.dev === other.dev;
  } catch {
    return a === b;
  }
}
