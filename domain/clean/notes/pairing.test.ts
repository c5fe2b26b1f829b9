import { describe, expect, test } from 'vitest';
import { clean } from '../clean.ts';

/** The marks found in a text with a list of notes, each with the words before it and its note's number. */
function marksIn(body: string, ...notes: readonly string[]): string[] {
  const list = notes.map((note, at) => `  ${at + 1}. ${note}`).join('\n');
  const text = `${body}\n${list}`;
  return clean(text)
    .structure.filter(({ type }) => type === 'noteReference')
    .map(
      ({ from, to, note }) =>
        `${text.slice(Math.max(0, from - 6), from)}|${text.slice(from, to)} ${note === null ? '-' : note + 1}`,
    );
}

const SOURCE = 'Source: Department of State, Central Files.';

describe('marks of notes', () => {
  test.each([
    ['glued to a word', 'He met Doe1 there.', [SOURCE], ['et Doe|1 1']],
    [
      'after punctuation',
      'Of President,1 he said.2 So.',
      [SOURCE, 'Not found.'],
      ['ident,|1 1', ' said.|2 2'],
    ],
    ['after a number and a stop', 'Re Depcirtel 1662.1 Take it.', [SOURCE], [' 1662.|1 1']],
    ['at the end of a number', 'As in Cairo’s 32441 he said.', [SOURCE], ['s 3244|1 1']],
    ['between two words', 'Re Embtel 978.1Doe came.', [SOURCE], ['l 978.|1 1']],
    ['after an abbreviation', 'Problems (i.e.,1 coups) came.', [SOURCE], ['(i.e.,|1 1']],
    ['at a thousand', 'Some 15,0001 men came.', [SOURCE], ['15,000|1 1']],
    ['at a day', 'On August 291 he came.', [SOURCE], ['ust 29|1 1']],
    ['at a year', 'In 19541 he came.', [SOURCE], ['n 1954|1 1']],
    ['at a time', 'At 7:301 he came.', [SOURCE], ['t 7:30|1 1']],
    [
      'after a bracket and a sign',
      'As said (NY Tel. #561) he came.',
      [SOURCE],
      ['el. #56|1 1'.slice(1)],
    ],
    ['from 0', 'Doe0 met Roe1 there.', [SOURCE, 'Not found.'], ['Doe|0 1', 'et Roe|1 2']],
    [
      'from 18, as an older volume counts on',
      'To Freitas-Valle18 to consult.',
      ['Chargé.'],
      ['-Valle|18 1'],
    ],
    [
      'over 99',
      'Of Doe99 and Roe1 he spoke.',
      ['Chargé.', 'Consul.'],
      ['Of Doe|99 1', 'nd Roe|1 2'],
    ],
    [
      'one missing',
      'Of Doe1 and Roe3 he spoke.',
      [SOURCE, 'Lost.', 'Consul.'],
      ['Of Doe|1 1', 'nd Roe|3 3'],
    ],
  ])('%s', (_, body, notes, expected) => {
    expect(marksIn(body, ...notes)).toEqual(expected);
  });

  test.each([
    ['a sum', 'He paid 15,000 of 20,000,000 for 3 per cent.'],
    ['a file', 'See 737.00 and 861.51/284 of 4-2361.'],
    ['a time', 'At 9.50 a.m. and at 4:40 p.m. he came.'],
    ['an aeroplane', 'The C46 and the B–26 left with 12 men.'],
    ['an ordinal', 'On the 11th and the 2nd he came.'],
    ['the number of a file', '756D.1 MSP/1–2353: Telegram\n\nHe came and went.'],
    ['the number of a file with a dash', '396.1–GE/1–2554: Telegram\n\nHe came and went.'],
    ['a file in a sentence', 'It lies in 756D.1 MSP/1–2353 and 396.1–GE/1–2554, he said.'],
    ['the number of a telegram', '2791. He came and went.'],
    ['a page', 'He came [Page 41] and went.'],
  ])('%s is none', (_, body) => {
    expect(marksIn(body, SOURCE)).toEqual([]);
  });
});
