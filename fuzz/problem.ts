import { failureOf, FailureError } from '../domain/failure.ts';

/**
 * What an input did that none may: something nobody foresaw was thrown; it took more than two seconds; it never
 * ended; it ended the process; it took more than a GiB of memory.
 */
export interface Problem {
  readonly kind: 'unforeseen' | 'slow' | 'hang' | 'crash' | 'memory';
  /** What was thrown, or what was measured. */
  readonly message: string;
  /** The place in the program that tells one problem from another; empty where nobody can say. */
  readonly where: string;
}

/** How long an input may take, in milliseconds of the processor's time. */
export const LONGEST = 2_000;

/** How much memory the process may take, in bytes. */
export const MOST_MEMORY = 1024 ** 3;

/** By this exit code the process says that it has taken more. */
export const TOO_MUCH_MEMORY = 77;

/** What is wrong about an error that was thrown; null where it is a failure with a name. */
export function problemOf(error: unknown): Problem | null {
  if (failureOf(error).code !== 'unexpected') return null;
  const stack = error instanceof Error ? (error.stack ?? '') : '';
  const name = error instanceof FailureError ? 'FailureError' : nameOf(error);
  const message = error instanceof Error ? error.message : String(error);
  return {
    kind: 'unforeseen',
    message: `${name}: ${message}`.slice(0, 500),
    where: placeIn(stack),
  };
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.constructor.name : typeof error;
}

/** The innermost place in the program itself that a stack names: `electron/tei/volume.ts:45`. */
function placeIn(stack: string): string {
  const own = /\/((?:domain|electron|renderer)\/[^\s():]+:\d+)/u.exec(stack);
  const foreign = /\/node_modules\/([^\s():]+:\d+)/u.exec(stack);
  return own?.[1] ?? foreign?.[1] ?? '';
}

/** Problems with one mark are one find. */
export function markOf(parser: string, { kind, where, message }: Problem): string {
  return [parser, kind, where === '' ? message.replace(/\d+/gu, '0').slice(0, 80) : where].join(
    ' ',
  );
}
