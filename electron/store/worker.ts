import { parentPort } from 'node:worker_threads';
import { clean } from '../../domain/clean/clean.ts';
import { RULES } from '../../domain/clean/rules.ts';
import { serveThread, tellClient } from '../thread/server.ts';
import type { StoreNews } from './face.ts';
import { sqliteStore } from './sqlite-store.ts';

// The thread that owns the one connection to the library. Cleaning runs here too, so that neither
// the window nor the main process ever waits for an import.
const port = parentPort;
if (!port) throw new Error('This file is the start of a worker thread.');

const news: StoreNews = { progress: tellClient(port, 'progress'), log: tellClient(port, 'log') };

serveThread(port, sqliteStore({ clean, rules: RULES }, news), (method, error) => {
  news.log(`${method} failed: ${error instanceof Error ? error.stack : String(error)}`);
});
