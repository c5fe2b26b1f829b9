import { beforeEach, expect, test } from 'vitest';
import type { Annotation } from '../../domain/annotation/annotation.ts';
import { useDesk } from '../desk/desk.ts';
import { keepMarked, mark, markedNow, markTo, toggleMark } from './marking.ts';

const shown = ['a', 'b', 'c', 'd', 'e'].map((id): Annotation => ({
  ...{ id, cableId: 'x', targets: [], tagIds: [], note: '', creator: '' },
  ...{ created: '', modified: '', verdict: null },
}));
beforeEach(() => {
  useDesk.setState({ marked: new Set(), inspector: 'annotations' });
  keepMarked(shown);
});

test('an annotation is marked and not marked any more', () => {
  toggleMark('b');
  toggleMark('d');
  expect(markedNow()).toEqual(['b', 'd']);
  toggleMark('b');
  expect(markedNow()).toEqual(['d']);
});

test('a stretch of the list is marked from the one marked last, up and down', () => {
  toggleMark('c');
  markTo('e');
  expect(markedNow()).toEqual(['c', 'd', 'e']);
  markTo('b');
  expect(markedNow().toSorted()).toEqual(['b', 'c', 'd', 'e']);
});

test('where the one marked last is not shown, only this one is marked', () => {
  toggleMark('gone');
  mark(new Set());
  markTo('c');
  expect(markedNow()).toEqual(['c']);
});

test('what is not shown is not marked, nor acted on under another panel', () => {
  mark(new Set(['a', 'b']));
  keepMarked(shown.slice(1, 3));
  expect(markedNow()).toEqual(['b']);
  useDesk.setState({ inspector: 'apparatus' });
  expect(markedNow()).toEqual([]);
});
