import type { Failure } from '../../domain/failure.ts';

/** An object all of whose members are methods that return promises. */
export type Methods<Face> = { [K in keyof Face]: (...args: never[]) => Promise<unknown> };

/** An object all of whose members hear one value. */
export type Hearers<News> = { [K in keyof News]: (value: never) => void };

/** A call on its way into the thread. */
export interface Call {
  readonly id: number;
  readonly method: string;
  readonly args: readonly unknown[];
}

/** What comes back from the thread: the answer to a call, or news unasked. */
export type FromThread =
  | { readonly id: number; readonly ok: true; readonly value: unknown }
  | { readonly id: number; readonly ok: false; readonly failure: Failure }
  | { readonly news: string; readonly value: unknown };
