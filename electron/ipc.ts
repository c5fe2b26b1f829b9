import { ipcMain, type BrowserWindow } from 'electron';
import { notices, requests, type Notice, type NoticeName } from '../domain/contract.ts';
import type { FailureCode } from '../domain/failure.ts';
import { answer, type Answering } from './answer.ts';
import { isOurs } from './sender.ts';

/** Sends the window a notice. */
export type Notify = <N extends NoticeName>(name: N, notice: Notice<N>) => void;

/**
 * Begins to answer the requests of the window that `current` gives, and of nobody else. `refused` hears which
 * requests have failed, and how.
 */
export function answerRequests<Context>(
  current: () => BrowserWindow | null,
  answering: Answering<Context>,
  refused: (name: string, code: FailureCode) => void,
): void {
  ipcMain.handle('request', async (event, name: unknown, input: unknown, files: unknown) => {
    const trusted = isOurs(event.senderFrame, current());
    const answered = await answer(answering, { trusted, name, input, files });
    // What is no request may be any words.
    const known = typeof name === 'string' && Object.hasOwn(requests, name) ? name : 'no request';
    if (!answered.ok) refused(known, answered.failure.code);
    return answered;
  });
}

/** A `notify` for the window that `current` gives; without a window nobody hears it. */
export function notifier(current: () => BrowserWindow | null): Notify {
  return (name, notice) => {
    const checked: unknown = notices[name].parse(notice);
    const window = current();
    if (window && !window.isDestroyed()) window.webContents.send('notice', name, checked);
  };
}
