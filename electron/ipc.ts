import { ipcMain, type BrowserWindow } from 'electron';
import { notices, type Notice, type NoticeName } from '../domain/contract.ts';
import { answer, type Answering } from './answer.ts';
import { isOurs } from './sender.ts';

/** Sends the window a notice. */
export type Notify = <N extends NoticeName>(name: N, notice: Notice<N>) => void;

/** Begins to answer the requests of the window that `current` gives, and of nobody else. */
export function answerRequests<Context>(
  current: () => BrowserWindow | null,
  answering: Answering<Context>,
): void {
  ipcMain.handle('request', (event, name: unknown, input: unknown, files: unknown) =>
    answer(answering, { trusted: isOurs(event.senderFrame, current()), name, input, files }),
  );
}

/** A `notify` for the window that `current` gives; without a window nobody hears it. */
export function notifier(current: () => BrowserWindow | null): Notify {
  return (name, notice) => {
    const checked: unknown = notices[name].parse(notice);
    const window = current();
    if (window && !window.isDestroyed()) window.webContents.send('notice', name, checked);
  };
}
