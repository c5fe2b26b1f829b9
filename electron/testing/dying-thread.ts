import { parentPort } from 'node:worker_threads';
import { serveThread } from '../thread/server.ts';

// A thread for tests that ends in the middle of a call, each time in another way.
const port = parentPort;
if (!port) throw new Error('This file is the start of a worker thread.');

/** The ways to end. */
export interface Dying {
  exit(): Promise<void>;
  throw(): Promise<void>;
  memory(): Promise<void>;
  wait(): Promise<void>;
}

const never = new Promise<never>(() => undefined);
const dying: Dying = {
  async exit() {
    // oxlint-disable-next-line unicorn/no-process-exit -- it is this thread that ends
    process.exit(7);
  },
  throw() {
    setImmediate(() => {
      throw new Error('nobody foresaw this');
    });
    return never;
  },
  async memory() {
    const eaten: unknown[] = [];
    for (;;) eaten.push(Array.from({ length: 1000 }, () => ({ eaten: Math.random() })));
  },
  wait: () => never,
};
serveThread(port, dying, () => undefined);
