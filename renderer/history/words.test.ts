import { describe, expect, test } from 'vitest';
import type { Revision } from '../../domain/history/revision.ts';
import { choiceOf, nameOf, standingOf, workOf } from './words.ts';

const revision = (changed: Partial<Revision> = {}): Revision => ({
  id: '00000000-0000-7000-8000-000000000001',
  number: 3,
  author: 'A. Reader',
  started: '2025-11-21T14:00:00.000Z',
  ended: '2025-11-21T14:20:00.000Z',
  message: '',
  actions: 12,
  restored: null,
  ...changed,
});

describe('a revision in words', () => {
  test('is called what its author says, or by its number', () => {
    expect(nameOf(revision({ message: 'Proofread' }))).toBe('Proofread');
    expect(nameOf(revision())).toMatch(/^21 Nov 2025, \d\d:20$/u);
    expect(nameOf(revision({ number: 0 }))).toBe('The text as cleaning left it');
    expect(standingOf(revision({ number: 1200 }))).toBe('Revision 1,200');
    expect(standingOf(revision({ number: 0 }))).toBe('The text as cleaning left it');
  });

  test('tells who, when and how much, as far as it is known', () => {
    expect(workOf(revision({ message: 'Read' }))).toMatch(
      /^A\. Reader · 21 Nov 2025, \d\d:20 · 12 actions$/u,
    );
    expect(workOf(revision({ number: 0, author: '', actions: 0 }))).toMatch(/^21 Nov 2025/u);
    expect(workOf(revision({ actions: 1 }))).toBe('A. Reader · 1 action');
  });

  test('can be chosen by number and name, or by its time', () => {
    expect(choiceOf(revision({ message: 'Proofread' }))).toBe('3 · Proofread');
    expect(choiceOf(revision())).toMatch(/^3 · 21 Nov 2025/u);
  });
});
