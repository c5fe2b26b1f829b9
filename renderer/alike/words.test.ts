import { expect, test } from 'vitest';
import { buttonWords, doneWords, noneWords } from './words.ts';

test.each([
  [buttonWords(12, 'Havana'), 'Emend 12 places'],
  [buttonWords(1, ''), 'Delete at 1 place'],
  [noneWords('Habana', false, 'library'), '“Habana” stands in no transcription of this library.'],
  [noneWords('  ', false, 'cable'), '“··” does not stand in the transcription of this cable.'],
  [noneWords('Habana', true, 'cable'), 'Wherever “Habana” stands, it reads so already.'],
  [
    doneWords({ places: 14, cables: 3 }, 14, 'Havana'),
    '14 places emended in 3 cables. Undo takes all of it back.',
  ],
  [
    doneWords({ places: 1, cables: 1 }, 3, ''),
    'Deleted at 1 place in 1 cable. 2 places were left, because the text has changed meanwhile. Undo takes all of it back.',
  ],
  [doneWords({ places: 0, cables: 0 }, 3, ''), 'Nothing has changed.'],
])('%s', (words, expected) => expect(words).toBe(expected));
