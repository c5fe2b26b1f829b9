import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { requests, type RequestName } from '../domain/contract.ts';
import type { Failure } from '../domain/failure.ts';

/** What a request would have to answer with: fails where the window could not be told. */
export function isAnswer(name: RequestName, output: unknown): void {
  const checked = requests[name].output.safeParse(output);
  if (checked.success) return;
  const [issue] = checked.error.issues;
  throw new Error(
    `the answer to ${name} has the wrong shape: ${issue?.path.join('.')}: ${issue?.message}`,
  );
}

/** A failure that stands in a report must have a name as well. */
export function isNamed(failure: Failure): void {
  if (failure.code === 'unexpected') throw new Error(failure.message);
}

/** What must hold of what was read, and does not. */
export function must(holds: boolean, what: string): void {
  if (!holds) throw new Error(what);
}

/** Reads each input as a file of one name. */
export function asFile(
  name: string,
  read: (path: string) => unknown,
): (folder: string) => (bytes: Buffer) => unknown {
  return (folder) => {
    const path = join(folder, name);
    return (bytes) => {
      writeFileSync(path, bytes);
      return read(path);
    };
  };
}
