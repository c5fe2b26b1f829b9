import { EventEmitter } from 'node:events';
import { expect, test, vi } from 'vitest';
import type { Failure } from '../domain/failure.ts';
import { closeBeforeQuitting, type QuittingApp } from './quit.ts';
import type { Store } from './store/face.ts';

/** A program that quits, and what it does; `rescues` is what saving the typing comes to, time after time. */
function program(rescues: readonly (Failure | null)[], button = 0) {
  const done: string[] = [];
  const app = new EventEmitter();
  const prevented = vi.fn();
  const quit = () => {
    let stays = false;
    app.emit('will-quit', {
      preventDefault: () => {
        stays = true;
        prevented();
      },
    });
    if (!stays) done.push('ended');
  };
  let times = 0;
  closeBeforeQuitting({
    // Only what is needed of both is there.
    app: Object.assign(app, { quit }) as unknown as QuittingApp,
    store: { close: async () => void done.push('closed') } as unknown as Store,
    rescue: async () => {
      done.push('rescued');
      return rescues[times++] ?? null;
    },
    ask: async ({ detail }) => {
      done.push(detail);
      return button;
    },
  });
  return { done, quit, app };
}

const full: Failure = { code: 'disk-full', message: 'There is no room.' };

test('what was typed is saved and the library closed before the program ends, once', async () => {
  const { done, quit } = program([null]);
  quit();
  quit();
  await vi.waitFor(() => expect(done.at(-1)).toBe('ended'));
  expect(done).toEqual(['rescued', 'closed', 'ended']);
});

test('the program ends with its window', async () => {
  const { done, app } = program([null]);
  app.emit('window-all-closed');
  await vi.waitFor(() => expect(done.at(-1)).toBe('ended'));
});

test('where what was typed cannot be saved, somebody may mend the cause and have it tried again', async () => {
  const { done, quit } = program([full, null]);
  quit();
  await vi.waitFor(() => expect(done.at(-1)).toBe('ended'));
  expect(done).toEqual(['rescued', 'There is no room.', 'rescued', 'closed', 'ended']);
});

test('somebody may quit without what cannot be saved', async () => {
  const { done, quit } = program([full, full], 1);
  quit();
  await vi.waitFor(() => expect(done.at(-1)).toBe('ended'));
  expect(done).toEqual(['rescued', 'There is no room.', 'closed', 'ended']);
});
