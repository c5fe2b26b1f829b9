import { beforeEach, expect, test } from 'vitest';
import { forgetTag, rememberTags, useLastTags } from './lastTags.ts';

const tags = () => useLastTags.getState().tagIds;
beforeEach(() => useLastTags.setState({ onto: null, tagIds: [] }));

test('the tags put on one thing last, one after the other, are put on again together', () => {
  rememberTags('a', ['persons']);
  rememberTags('b', ['places']);
  expect(tags()).toEqual(['places']);
  rememberTags('b', ['cuba', 'places']);
  expect(tags()).toEqual(['places', 'cuba']);
});

test('to put on nothing changes nothing', () => {
  rememberTags('a', ['persons']);
  rememberTags('b', []);
  rememberTags('a', ['places']);
  expect(tags()).toEqual(['persons', 'places']);
});

test('what is taken off where it was just put on was not meant, unless nothing else was', () => {
  rememberTags('a', ['persons', 'places']);
  forgetTag('b', 'persons');
  expect(tags()).toEqual(['persons', 'places']);
  forgetTag('a', 'persons');
  forgetTag('a', 'places');
  expect(tags()).toEqual(['places']);
});
