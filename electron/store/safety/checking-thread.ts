import { parentPort } from 'node:worker_threads';
import { serveThread, tellClient } from '../../thread/server.ts';
import type { CheckingNews, CheckingThread } from './checking.ts';
import { digestOf, finishCopy } from './finishing.ts';
import { prove } from './proving.ts';

// The thread that reads whole libraries from end to end: copies, and libraries that are to be proven.
const port = parentPort;
if (!port) throw new Error('This file is the start of a worker thread.');

const news: CheckingNews = {
  progress: tellClient(port, 'progress'),
  checked: tellClient(port, 'checked'),
};

const thread: CheckingThread = {
  finish: async (path) => finishCopy(path),
  digest: async (path) => digestOf(path),
  prove: async (proving) => prove(proving, news),
};
serveThread(port, thread, () => undefined);
