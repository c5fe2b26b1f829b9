import { EventEmitter } from 'node:events';
import { afterEach, expect, test } from 'vitest';
import { hearOtherStarts, type HeardApp } from './other-starts.ts';

const { argv } = process;
afterEach(() => {
  process.argv = argv;
});

/** A program that other starts can be told to, and what it does. */
function program() {
  const app = new EventEmitter();
  const done: string[] = [];
  const restarts: (readonly string[])[] = [];
  const given = Object.assign(app, {
    isPackaged: false,
    getAppPath: () => '/program',
    relaunch: ({ args = [] }: { args?: readonly string[] } = {}) => restarts.push(args),
  });
  // Only what is needed of it is there.
  const others = hearOtherStarts(given as unknown as HeardApp);
  const opening = {
    open: (library: string) => done.push(`open ${library}`),
    bring: (files: readonly string[]) => done.push(`bring ${files.join(' ')}`),
  };
  const window = {
    isMinimized: () => true,
    restore: () => done.push('restore'),
    focus: () => done.push('focus'),
  };
  return {
    done,
    restarts,
    attend: () => {
      others.attend(() => window as never, opening);
    },
    startAgain: (told: unknown) => app.emit('second-instance', {}, [], '/', told),
    quit: () => app.emit('will-quit', {}),
  };
}

test('a second start brings the first forward, with what it was asked to open', () => {
  const { attend, startAgain, done } = program();
  attend();
  startAgain({ library: null, files: [] });
  startAgain({ library: '/a.cablewright', files: ['/b.txt'] });
  expect(done).toEqual([
    ...['restore', 'focus'],
    ...['restore', 'focus', 'open /a.cablewright', 'bring /b.txt'],
  ]);
});

test('what a second start asks while the first one is starting is done when its window is there', () => {
  const { attend, startAgain, done } = program();
  startAgain({ library: '/a.cablewright', files: [] });
  expect(done).toEqual([]);
  attend();
  expect(done).toEqual(['restore', 'focus', 'open /a.cablewright']);
});

test('what a second start asks while the first one is ending is done by a program that starts then', () => {
  const { attend, startAgain, quit, done, restarts } = program();
  process.argv = ['electron', '/program', '--user-data-dir=/data', '--library=/old.cablewright'];
  attend();
  quit();
  startAgain({ library: '/a.cablewright', files: ['/b.txt'] });
  expect(done).toEqual([]);
  expect(restarts).toEqual([
    ['/program', '--user-data-dir=/data', '--library=/a.cablewright', '/b.txt'],
  ]);
});

test('what is no such telling only brings the window forward', () => {
  const { attend, startAgain, done } = program();
  attend();
  startAgain({ library: 7, files: 'all' });
  expect(done).toEqual(['restore', 'focus']);
});
