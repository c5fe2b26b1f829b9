import { createHash } from 'node:crypto';
import { Worker } from 'node:worker_threads';
import { afterEach, expect } from 'vitest';
import { failureOf } from '../../../domain/failure.ts';
import { test } from '../../testing/folder.ts';
import { fileIn } from '../../testing/store.ts';
import { inCheckingThread } from './checking.ts';

// oxlint-disable-next-line typescript/unbound-method -- it is called with its worker
const { postMessage } = Worker.prototype;
afterEach(() => {
  Worker.prototype.postMessage = postMessage;
});

/** The next thread that is asked something ends before it answers. */
function endTheNext(): void {
  Worker.prototype.postMessage = function caught(this: Worker, ...args) {
    Worker.prototype.postMessage = postMessage;
    postMessage.apply(this, args);
    void this.terminate();
  };
}

test('a checking thread that ends fails its work with a sentence, and the next one works', async ({
  folder,
}) => {
  const path = fileIn(folder, 'a.txt', 'some text');
  const digest = () => inCheckingThread((thread) => thread.digest(path));
  endTheNext();
  const ended = await digest().catch(failureOf);
  expect(ended).toEqual({
    code: 'unexpected',
    message:
      'What reads the library has stopped before its end. The library is as it was. Try again.',
  });
  const sha256 = createHash('sha256').update('some text').digest('hex');
  expect(await digest()).toEqual({ size: 9, sha256 });
});
