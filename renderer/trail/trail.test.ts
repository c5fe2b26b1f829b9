import { afterEach, beforeEach, expect, test } from 'vitest';
import { clearDesk, jumpTo, openCable, useDesk } from '../desk/desk.ts';
import { keepTrail, useTrail, walk } from './trail.ts';

let stop: () => void = () => undefined;
beforeEach(() => {
  clearDesk();
  stop = keepTrail();
});
afterEach(() => stop());

const here = () => useDesk.getState().cableId;

test('one goes back to where one was, with its passage lit, and on again', () => {
  openCable('a');
  jumpTo({ side: 'transcription', from: 3, to: 8 });
  openCable('b');
  openCable('c');
  walk('back');
  expect(here()).toBe('b');
  walk('back');
  expect(here()).toBe('a');
  expect(useDesk.getState().lit).toEqual({ side: 'transcription', from: 3, to: 8 });
  walk('back');
  expect(here()).toBe('a');
  walk('on');
  walk('on');
  expect(here()).toBe('c');
});

test('who goes elsewhere has nothing to go on to', () => {
  for (const id of ['a', 'b']) openCable(id);
  walk('back');
  openCable('d');
  expect(useTrail.getState().on).toEqual([]);
  walk('back');
  expect(here()).toBe('a');
});

test('another library has no trail', () => {
  for (const id of ['a', 'b']) openCable(id);
  clearDesk();
  expect(useTrail.getState()).toEqual({ back: [], on: [] });
});
