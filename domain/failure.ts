import { z } from 'zod';

/** What can go wrong, as a word a program can act upon. The sentence beside it is for the reader. */
export const FailureCode = z.enum([
  'bad-input',
  'bad-query',
  'stale',
  'not-found',
  'discarded',
  'no-library',
  'not-a-library',
  'library-from-future',
  'library-damaged',
  'library-in-use',
  'library-lost',
  'no-permission',
  'disk-full',
  'file-missing',
  'file-empty',
  'file-too-large',
  'file-not-text',
  'file-not-annotations',
  'tag-exists',
  'stopped',
  'nothing-to-undo',
  'nothing-to-redo',
  'busy',
  'interrupted',
  'unexpected',
]);
export type FailureCode = z.infer<typeof FailureCode>;

/** A failure as data: the code, and a sentence that says what happened, to what, and what to do. */
export const Failure = z.strictObject({ code: FailureCode, message: z.string().min(1) });
export type Failure = z.infer<typeof Failure>;

/** A failure on its way up to the border of the program, where it becomes data again. */
export class FailureError extends Error {
  override readonly name = 'FailureError';
  readonly code: FailureCode;

  constructor(code: FailureCode, message: string) {
    super(message);
    this.code = code;
  }

  get failure(): Failure {
    return { code: this.code, message: this.message };
  }
}

/** Ends the work at hand with a failure the reader will be told. */
export function fail(code: FailureCode, message: string): never {
  throw new FailureError(code, message);
}

/** Any thrown value as a failure; what nobody foresaw becomes `unexpected` with its own words. */
export function failureOf(thrown: unknown): Failure {
  if (thrown instanceof FailureError) return thrown.failure;
  const words = thrown instanceof Error ? thrown.message : String(thrown);
  return {
    code: 'unexpected',
    message: `Something went wrong that Cablewright did not foresee: ${words}. Your library is as it was before.`,
  };
}
