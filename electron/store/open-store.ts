import { Worker } from 'node:worker_threads';
import { FailureError } from '../../domain/failure.ts';
import { callThread } from '../thread/client.ts';
import type { Store, StoreNews } from './face.ts';
import { storeMethods } from './methods.ts';
import { UNSAFE, type Safety } from './safety/safety.ts';

/** Starts the store in a thread of its own; `script` is the path of the built `worker.js`. */
export function openStore(script: string, news: StoreNews, safety: Safety = UNSAFE): Store {
  const worker = new Worker(script, { name: 'store', workerData: safety });
  worker.on('error', (error: unknown) => {
    news.log(
      `The store's thread has ended: ${error instanceof Error ? error.stack : String(error)}`,
    );
  });
  return callThread<Store, StoreNews>(
    worker,
    storeMethods,
    news,
    () =>
      new FailureError(
        'unexpected',
        'The part of Cablewright that keeps the library has stopped. What was saved is kept. Please start Cablewright again.',
      ),
  );
}
