/** What the window's own bridge can be asked, for specs that need much to be there before a person begins. */
import type { Page } from 'playwright/test';
import type { Annotation } from '../../domain/annotation/annotation.ts';
import { annotationsIn } from '../../domain/annotation/annotations.ts';
import type { RequestInput, RequestName, RequestOutput } from '../../domain/contract.ts';

/** Asks the main process as the window does; fails where it does. */
export function ask<N extends RequestName>(
  window: Page,
  name: N,
  input: RequestInput<N>,
): Promise<RequestOutput<N>> {
  return window.evaluate(
    async ([what, put]) => {
      const { cablewright } = globalThis as unknown as {
        cablewright: {
          request(
            name: string,
            input: unknown,
          ): Promise<
            { ok: true; value: unknown } | { ok: false; failure: { code: string; message: string } }
          >;
        };
      };
      const answer = await cablewright.request(what, put);
      if (!answer.ok) throw new Error(`${what}: ${answer.failure.message}`);
      return answer.value;
    },
    [name, input] as const,
  ) as Promise<RequestOutput<N>>;
}

/** The annotations of the cable that was opened last, in the order in which they were made. */
export async function annotationsOnDesk(window: Page): Promise<Annotation[]> {
  const cableId = await cableOnDesk(window);
  return annotationsIn(
    await ask(window, 'annotation.list', { cableId, after: null, limit: 10_000 }),
  );
}

/** The id of the cable that was opened last. */
export async function cableOnDesk(window: Page): Promise<string> {
  const library = await ask(window, 'library.state', {});
  if (!library?.lastCableId) throw new Error('no cable has been opened');
  return library.lastCableId;
}
