import { describe, expect, test } from 'vitest';
import { linesOf } from '../text/lines.ts';
import { correspondentsOf, findTitle } from './title.ts';

function titleOf(text: string): string | null {
  const title = findTitle(linesOf(text));
  return title && text.slice(title.words.from, title.words.to);
}

describe('a title', () => {
  test.each([
    ['357. Circular Telegram From A to B0\n\nText.', 'Circular Telegram From A to B0'],
    ['45. Memorandum of Conversation\n\nText.', 'Memorandum of Conversation'],
    [
      '12. Notes of a Meeting, Held at 9 a.m. in the White House\n',
      'Notes of a Meeting, Held at 9 a.m. in the White House',
    ],
    [
      'No. 93\nThe Ambassador in Burma (Doe) to the Department of State1\n',
      'The Ambassador in Burma (Doe) to the Department of State1',
    ],
    [
      '724.34/4: Telegram\n\nThe Consul at Geneva (Doe) to the Secretary of State\n',
      'The Consul at Geneva (Doe) to the Secretary of State',
    ],
    [
      '501.BC/1: Telegram\n\nMemorandum by the Director of the Office (Doe)1\n',
      'Memorandum by the Director of the Office (Doe)1',
    ],
    ['Mr. Doe to Mr. Roe.\n\nSir: I have', 'Mr. Doe to Mr. Roe.'],
    ['Baron de Doe to Mr. Roe\n', 'Baron de Doe to Mr. Roe'],
  ])('%s', (text, title) => {
    expect(titleOf(text)).toBe(title);
  });

  test.each([
    '1. REQUEST REPORT ON TRAVEL TO BONN\n',
    '1. Report the telegram to him.\n',
    'TO: DIRECTOR\nFROM: BONN\n',
    'From Bonn to Rome\n',
    'He went to the Embassy with a Memorandum\n',
    'The Minister went to Bonn.\n',
  ])('%s is none', (text) => {
    expect(titleOf(text)).toBeNull();
  });
});

test.each([
  [
    'Telegram From the Department of State to the Embassy in Egypt',
    'Department of State',
    'Embassy in Egypt',
  ],
  [
    'Telegram From the Mission to the United Nations to the Department of State',
    'Mission to the United Nations',
    'Department of State',
  ],
  [
    'The Ambassador in Burma (Doe) to the Department of State',
    'Ambassador in Burma (Doe)',
    'Department of State',
  ],
  ['Mr. Doe to Mr. Roe.', 'Mr. Doe', 'Mr. Roe'],
])('%s', (title, sender, receiver) => {
  const pair = correspondentsOf(title);
  expect(pair && title.slice(pair.from.from, pair.from.to)).toBe(sender);
  expect(pair && title.slice(pair.to.from, pair.to.to)).toBe(receiver);
});

test('a title without two sides names no correspondents', () => {
  expect(correspondentsOf('Memorandum of Conversation')).toBeNull();
});
