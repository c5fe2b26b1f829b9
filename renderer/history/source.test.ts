import { describe, expect, test } from 'vitest';
import { type StoredChange, undecided } from '../../domain/change/decision.ts';
import type { Emendation } from '../../domain/emendation/emendation.ts';
import { pieces, transcribe } from '../../domain/transcription/transcription.ts';
import { sourceOf } from './source.ts';

const change = (from: number, to: number, insert = ''): StoredChange =>
  undecided({
    from,
    to,
    insert,
    rule: 'a',
    certainty: 'certain',
    status: 'accepted',
    reason: null,
  });

const emendation = (from: number, to: number, insert: string): Emendation => ({
  ...{ id: '00000000-0000-7000-8000-000000000001', from, to, insert, author: 'editor' },
  ...{
    rank: 0,
    time: '2026-01-01T00:00:00.000Z',
    reason: null,
    note: '',
    witness: null,
    lost: null,
  },
});

const original = 'US not [Page 864] involvde here';
/** "US not involved here": the page marker left, "involvde" was emended. */
const transcription = transcribe(original, [change(7, 18)], [emendation(13, 15, 'ed')]);
const map = pieces(transcription);

/** What the original has for words of the transcription, or for a place in it. */
function source(words: string, at = transcription.text.toString().indexOf(words)): string {
  const { from, to } = sourceOf({ map, transcription }, { from: at, to: at + words.length });
  return original.slice(from, to);
}

describe('the source of words', () => {
  test.each([
    ['here', 'here'],
    ['US', 'US'],
    ['involved', 'involvde'],
    ['ed', 'de'],
    ['e', 'de'],
    ['not involved', 'not [Page 864] involvde'],
  ])('%j comes from %j', (words, expected) => {
    expect(transcription.text.toString()).toBe('US not involved here');
    expect(source(words)).toBe(expected);
  });

  test('of a place is what left the text between the words', () => {
    expect(source('', 7)).toBe('[Page 864]');
    expect(source('', 6)).toBe('[Page 864]');
    expect(source('', 3)).toBe('');
    expect(source('', 0)).toBe('');
    expect(source('', 20)).toBe('');
  });

  test('leaves blanks at the edges aside, but not where they are all there is', () => {
    expect(source(' here')).toBe('here');
    expect(source('US ')).toBe('US');
    expect(source(' ', 2)).toBe(' ');
  });

  test('of words put in is nothing', () => {
    const put = transcribe('the house', [], [emendation(4, 4, 'green ')]);
    const between = { from: 4, to: 10 };
    const { from, to } = sourceOf({ map: pieces(put), transcription: put }, between);
    expect([from, to]).toEqual([3, 3]);
  });
});
