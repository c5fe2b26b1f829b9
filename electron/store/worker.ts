import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { parentPort, Worker, workerData } from 'node:worker_threads';
import { clean } from '../../domain/clean/clean.ts';
import { RULES } from '../../domain/clean/rules.ts';
import { cleaningPool } from '../import/cleaning-pool.ts';
import { prepareHere } from '../import/prepare.ts';
import { startingHere } from '../import/starting-here.ts';
import { readVolume } from '../tei/volume.ts';
import { memoryOf } from '../thread/memory.ts';
import { serveThread, tellClient } from '../thread/server.ts';
import { traceOf } from '../trace.ts';
import type { StoreNews } from './face.ts';
import type { Safety } from './safety/safety.ts';
import { sqliteStore } from './sqlite-store.ts';

// The thread that owns the one connection to the library, so that neither the window nor the main
// process ever waits for an import. What is imported is cleaned in further threads.
const port = parentPort;
if (!port) throw new Error('This file is the start of a worker thread.');

const news: StoreNews = {
  progress: tellClient(port, 'progress'),
  log: tellClient(port, 'log'),
  lost: tellClient(port, 'lost'),
};

const cleaning = join(import.meta.dirname, 'cleaning.js');
const preparing = () =>
  startingHere(
    prepareHere({ clean, readVolume }),
    cleaningPool(
      () => new Worker(cleaning, { name: 'cleaning', resourceLimits: memoryOf('cleaning') }),
      Math.max(1, availableParallelism() - 1),
    ),
  );
// What `openStore` gives along.
const safety = workerData as Safety;
const store = sqliteStore({ clean, rules: RULES }, news, preparing, safety);

serveThread(port, store, (method, error) => {
  news.log(`${method} failed: ${traceOf(error)}`);
});
