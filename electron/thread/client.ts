import { FailureError } from '../../domain/failure.ts';
import type { Call, FromThread, Hearers, Methods } from './message.ts';

/** What the client needs of a worker or of a message port. */
export interface CallingPort {
  postMessage(message: Call): void;
  on(event: 'message', hear: (message: FromThread) => void): unknown;
  on(event: 'error', hear: (error: Error) => void): unknown;
  on(event: 'exit', hear: () => void): unknown;
}

interface Waiting {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
}

/**
 * The near end of an object that lives in another thread: each method of `names` carries its
 * arguments over and returns what comes back; failures arrive as the `FailureError` they were. `news`
 * hears what the thread says unasked. When it ends before its time, everything that waits, and
 * everything asked later, fails with `ended`.
 */
export function callThread<Face extends Methods<Face>, News extends Hearers<News>>(
  port: CallingPort,
  names: Readonly<Record<keyof Face, true>>,
  news: News,
  ended: () => Error,
): Face {
  const waiting = new Map<number, Waiting>();
  let calls = 0;
  let dead: Error | null = null;

  const call = (method: string, args: readonly unknown[]) =>
    new Promise<unknown>((resolve, reject) => {
      if (dead) return reject(dead);
      calls += 1;
      waiting.set(calls, { resolve, reject });
      port.postMessage({ id: calls, method, args });
    });

  const end = () => {
    dead ??= ended();
    for (const { reject } of waiting.values()) reject(dead);
    waiting.clear();
  };

  port.on('message', (message) => {
    if ('news' in message) return news[message.news as keyof News](message.value as never);
    const asked = waiting.get(message.id);
    waiting.delete(message.id);
    if (message.ok) asked?.resolve(message.value);
    else asked?.reject(new FailureError(message.failure.code, message.failure.message));
  });
  port.on('error', end);
  port.on('exit', end);

  // The one place where the tunnel's types are believed: `names` lists exactly the methods of `Face`.
  const entries = Object.keys(names).map((method) => [
    method,
    (...args: unknown[]) => call(method, args),
  ]);
  return Object.fromEntries(entries) as Face;
}
