import { MessageChannel, Worker } from 'node:worker_threads';
import { afterEach, expect, test } from 'vitest';
import { fail, FailureError } from '../../domain/failure.ts';
import type { Dying } from '../testing/dying-thread.ts';
import { callThread } from './client.ts';
import { serveThread, tellClient } from './server.ts';

interface Adder {
  add(a: number, b: number): Promise<number>;
  refuse(): Promise<void>;
  stumble(): Promise<void>;
  wait(): Promise<void>;
}

const names = { add: true, refuse: true, stumble: true, wait: true } as const;
const ended = () => new FailureError('unexpected', 'It has ended.');
const open: { close(): void }[] = [];
afterEach(() => {
  for (const port of open.splice(0)) port.close();
});

function connected() {
  const { port1: near, port2: far } = new MessageChannel();
  open.push(near, far);
  const unforeseen: string[] = [];
  const news: string[] = [];
  const face: Adder = {
    add: async (a, b) => a + b,
    refuse: async () => fail('busy', 'Not now.'),
    stumble: async () => {
      throw new TypeError('stumbled');
    },
    wait: () => new Promise<never>(() => undefined),
  };
  serveThread(far, face, (method) => unforeseen.push(method));
  const exits: (() => void)[] = [];
  const port = {
    postMessage: (message: never) => near.postMessage(message),
    on: (event: string, hear: (value: never) => void) =>
      event === 'exit'
        ? exits.push(hear as () => void)
        : near.on(event as 'message', hear as () => void),
  };
  const adder = callThread<Adder, { said: (word: string) => void }>(
    port,
    names,
    { said: (word) => news.push(word) },
    ended,
  );
  return {
    adder,
    unforeseen,
    news,
    tell: tellClient(far, 'said'),
    exit: () => exits.forEach((end) => end()),
  };
}

test('a call carries its arguments over and brings back what it gives', async () => {
  const { adder } = connected();
  expect(await Promise.all([adder.add(1, 2), adder.add(3, 4)])).toEqual([3, 7]);
});

test('a failure arrives as the failure it was; only what nobody foresaw is reported', async () => {
  const { adder, unforeseen } = connected();
  await expect(adder.refuse()).rejects.toThrow(new FailureError('busy', 'Not now.'));
  await expect(adder.refuse()).rejects.toMatchObject({ code: 'busy' });
  expect(unforeseen).toEqual([]);
  await expect(adder.stumble()).rejects.toMatchObject({
    code: 'unexpected',
    message: expect.stringMatching(/stumbled/u) as string,
  });
  expect(unforeseen).toEqual(['stumble']);
});

test('news are heard unasked', async () => {
  const { adder, news, tell } = connected();
  tell('hello');
  await adder.add(0, 0);
  expect(news).toEqual(['hello']);
});

test('when the thread ends, what waits and what comes later fails', async () => {
  const { adder, exit } = connected();
  const waiting = adder.wait();
  exit();
  await expect(waiting).rejects.toThrow('It has ended.');
  await expect(adder.add(1, 2)).rejects.toThrow('It has ended.');
});

test.for(['exit', 'throw', 'memory'] as const)(
  'a thread that ends by %s takes with it all that waits, and the program goes on',
  async (how) => {
    const script = new URL('../testing/dying-thread.ts', import.meta.url);
    const worker = new Worker(script, { resourceLimits: { maxOldGenerationSizeMb: 32 } });
    let ends = 0;
    const dying = callThread<Dying, object>(
      worker,
      { exit: true, throw: true, memory: true, wait: true },
      {},
      () => {
        ends += 1;
        return ended();
      },
    );
    const waiting = dying.wait();
    const deadly = dying[how]();
    await expect(waiting).rejects.toThrow('It has ended.');
    await expect(deadly).rejects.toThrow('It has ended.');
    await worker.terminate();
    await expect(dying.wait()).rejects.toThrow('It has ended.');
    expect(ends).toBe(1);
  },
);
