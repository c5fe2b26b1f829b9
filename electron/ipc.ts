import { ipcMain, type BrowserWindow } from 'electron';
import type { Notice, NoticeName } from '../domain/contract.ts';
import type { Incoming } from './answer.ts';
import { isOurs } from './sender.ts';

/** Sends the window a notice. */
export type Notify = <N extends NoticeName>(name: N, notice: Notice<N>) => void;

/** Answers one request; never throws. */
export type Answerer = (incoming: Incoming) => Promise<unknown>;

/**
 * Hears the requests of the window that `current` gives, and of nobody else. Whoever asks before `answerer` is
 * there waits for it.
 */
export function hearRequests(current: () => BrowserWindow | null, answerer: Promise<Answerer>) {
  ipcMain.handle('request', async (event, name: unknown, input: unknown, files: unknown) => {
    const trusted = isOurs(event.senderFrame, current());
    const answer = await answerer;
    return answer({ trusted, name, input, files });
  });
}
