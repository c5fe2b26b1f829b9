import { parentPort } from 'node:worker_threads';
import type { CleaningThread } from '../import/cleaning-pool.ts';
import { prepareHere, type Task } from '../import/prepare.ts';
import { serveThread } from '../thread/server.ts';

// A cleaning thread for tests that dies of some texts, and throws at others.
const port = parentPort;
if (!port) throw new Error('This file is the start of a worker thread.');

const here = prepareHere({
  clean: () => ({ changes: [], structure: [], metadata: [], warnings: [] }),
  readVolume: () => ({ documents: [], entries: [], edition: null, warnings: [] }),
});

async function prepare(task: Task) {
  const text = Buffer.from(task.bytes).toString('utf8');
  // oxlint-disable-next-line unicorn/no-process-exit -- it is this thread that ends
  if (text.includes('Die.')) process.exit(1);
  if (text.includes('Throw.')) throw new Error('the rule broke');
  return here.prepare(task);
}

const thread: CleaningThread = {
  prepare,
  readVolume: (path, bytes) => here.readVolume(path, bytes),
};
serveThread(port, thread, () => undefined);
