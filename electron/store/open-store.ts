import { Worker } from 'node:worker_threads';
import { callThread } from '../thread/client.ts';
import { memoryOf } from '../thread/memory.ts';
import { traceOf } from '../trace.ts';
import type { Store, StoreNews } from './face.ts';
import { keptStore, type KeeperNews, type StoreThread } from './kept-store.ts';
import { storeMethods } from './methods.ts';
import { UNSAFE, type Safety } from './safety/safety.ts';

const DEAF: KeeperNews = { fell: () => {}, resumed: () => {}, stopped: () => {} };

/**
 * Starts the store in a thread of its own, which is started again when it ends before its time; `script` is
 * the path of the built `worker.js`.
 */
export function openStore(
  script: string,
  news: StoreNews,
  safety: Safety = UNSAFE,
  keeper: KeeperNews = DEAF,
): Store {
  const heard = { lost: () => {}, ...news };
  const start = (ended: () => Error): StoreThread => {
    const resourceLimits = memoryOf('store');
    const worker = new Worker(script, { name: 'store', workerData: safety, resourceLimits });
    const gone = new Promise<void>((resolve) => {
      worker.once('exit', (code) => {
        news.log(`The store's thread has ended (${code}).`);
        resolve();
      });
    });
    worker.on('error', (error: unknown) => {
      news.log(`The store's thread has failed: ${traceOf(error)}`);
    });
    return {
      store: callThread<Store, Required<StoreNews>>(worker, storeMethods, heard, ended),
      gone,
    };
  };
  return keptStore(start, keeper);
}
