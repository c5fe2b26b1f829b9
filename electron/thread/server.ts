import { failureOf } from '../../domain/failure.ts';
import type { Call, FromThread, Methods } from './message.ts';

/** What the server needs of a message port. */
export interface ServingPort {
  postMessage(message: FromThread): void;
  on(event: 'message', hear: (message: Call) => void): unknown;
}

/**
 * The far end of `callThread`: answers each call with the method of `face` of that name. Failures go
 * back as data; `unforeseen` hears of those nobody foresaw.
 */
export function serveThread<Face extends Methods<Face>>(
  port: ServingPort,
  face: Face,
  unforeseen: (method: string, error: unknown) => void,
): void {
  const answer = async ({ id, method, args }: Call) => {
    try {
      const value = await carryOut(face, method, args);
      port.postMessage({ id, ok: true, value });
    } catch (error) {
      const failure = failureOf(error);
      if (failure.code === 'unexpected') unforeseen(method, error);
      port.postMessage({ id, ok: false, failure });
    }
  };
  port.on('message', (call) => void answer(call));
}

/** A hearer that passes what it hears on to the client's hearer called `news`. */
export function tellClient(port: ServingPort, news: string): (value: unknown) => void {
  return (value) => {
    port.postMessage({ news, value });
  };
}

function carryOut<Face extends Methods<Face>>(
  face: Face,
  method: string,
  args: readonly unknown[],
): Promise<unknown> {
  // The client has checked the arguments; on this side of the border their types are believed.
  const carry = face[method as keyof Face];
  return carry(...(args as never[]));
}
