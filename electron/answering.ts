/**
 * What answers the window and tells it things: the contract and all handlers. The start loads it when the window
 * has been made, whose own process has enough to do until it asks.
 */
import type { BrowserWindow } from 'electron';
import { notices, requests } from '../domain/contract.ts';
import type { FailureCode } from '../domain/failure.ts';
import { answer, type Answering } from './answer.ts';
import type { Context } from './context.ts';
import { handlers } from './handlers/index.ts';
import type { Answerer, Notify } from './ipc.ts';

export { importAll } from './handlers/import.ts';

/** Answers requests with the handlers. `refused` hears which requests have failed, and how. */
export function answererOf(
  answering: Omit<Answering<Context>, 'handlers'>,
  refused: (name: string, code: FailureCode) => void,
): Answerer {
  return async (incoming) => {
    const answered = await answer({ handlers, ...answering }, incoming);
    const { name } = incoming;
    // What is no request may be any words.
    const known = typeof name === 'string' && Object.hasOwn(requests, name) ? name : 'no request';
    if (!answered.ok) refused(known, answered.failure.code);
    return answered;
  };
}

/** A `notify` for the window that `current` gives; without a window nobody hears it. */
export function notifier(current: () => BrowserWindow | null): Notify {
  return (name, notice) => {
    const checked: unknown = notices[name].parse(notice);
    const window = current();
    if (window && !window.isDestroyed()) window.webContents.send('notice', name, checked);
  };
}
