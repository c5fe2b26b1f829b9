import { statSync, type Stats } from 'node:fs';
import { fail } from '../../domain/failure.ts';
import { codeOf } from '../error-code.ts';

/** What lies at the path of a library; null where there is nothing, or could be nothing. */
export function foundAt(path: string): Stats | null {
  try {
    return statSync(path, { throwIfNoEntry: false }) ?? null;
  } catch (error) {
    // Nothing on this disk has so long a name.
    return codeOf(error) === 'ENAMETOOLONG' ? null : mayNotBeRead(path);
  }
}

/** A library that the system keeps from being read. */
export function mayNotBeRead(path: string): never {
  return fail(
    'no-permission',
    `The library ${path} may not be read. Change its permissions, then try again.`,
  );
}
