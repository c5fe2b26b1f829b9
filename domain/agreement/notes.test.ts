import { expect, test } from 'vitest';
import { joinedNotes } from './notes.ts';

test.each([
  [
    'nobody wrote one',
    [
      ['kay', ''],
      ['lee', '  '],
    ],
    '',
  ],
  [
    'one wrote one',
    [
      ['kay', 'Is *it*?'],
      ['lee', ''],
    ],
    '**kay:**\n\nIs *it*?',
  ],
  [
    'both wrote',
    [
      ['kay', 'Yes.'],
      ['lee', 'No.'],
    ],
    '**kay:**\n\nYes.\n\n**lee:**\n\nNo.',
  ],
  [
    'both wrote the same',
    [
      ['kay', 'Yes.'],
      ['lee', ' Yes.'],
    ],
    '**kay, lee:**\n\nYes.',
  ],
  ['a name is no Markdown', [['k*y_1', 'Yes.']], '**k\\*y\\_1:**\n\nYes.'],
])('notes are joined: %s', (_, notes, joined) => {
  expect(joinedNotes(notes.map(([creator = '', note = '']) => ({ creator, note })))).toBe(joined);
});
