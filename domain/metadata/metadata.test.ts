import { describe, expect, test } from 'vitest';
import { bannerLevel, classificationOf, damagedLevel } from './classification.ts';
import { hourOf, isoDate, isoMinute, monthOf } from './dates.ts';
import { dateOfFileNumber } from './file-number.ts';
import { readDate } from './plain-date.ts';
import { precedenceOf } from './precedence.ts';
import { readSourceNote } from './source-note.ts';

describe('classification', () => {
  test.each([
    ['Secret', 'Secret'],
    ['top  secret', 'Top Secret'],
    ['LIMITED OFFICIAL USE', 'Limited Official Use'],
    ['Secretary', null],
  ])('%s names %s', (words, level) => {
    expect(classificationOf(words)).toBe(level);
  });

  test.each([
    ['SECRET', 'Secret'],
    ['* * SECRET * *', 'Secret'],
    ['S E C R E T', 'Secret'],
    ['T-O-P S-E-C-R-E-T', 'Top Secret'],
    ['SECRET/NOFORN', 'Secret'],
    ['TOP SECRET - EYES ONLY', 'Top Secret'],
    ['SECRET SECRET', 'Secret'],
    ['Secret', null],
    ['SECRET 272207Z', null],
    ['THE SECRETARY', null],
    ['S E N A T E', null],
  ])('the banner %s shows %s', (line, level) => {
    expect(bannerLevel(line)).toBe(level);
  });

  test.each([
    ['BECRET', 'Secret'],
    ['SECRETI', 'Secret'],
    ['CRET', 'Secret'],
    ['ONFIDENTIAL', 'Confidential'],
    ['CONFIDENTAIL', 'Confidential'],
    ['TOP SECREI', 'Top Secret'],
    ['SECRETS', null],
    ['SECRETARY', null],
    ['SECTOR', null],
    ['SECRET', null],
  ])('%s comes near %s', (line, level) => {
    expect(damagedLevel(line)).toBe(level);
  });
});

test.each([
  ['PRITY', 'Priority'],
  ['Niact', 'NIACT'],
  ['OPERATIONAL  IMMEDIATE', 'Operational Immediate'],
  ['SOON', null],
])('the precedence %s is %s', (word, precedence) => {
  expect(precedenceOf(word)).toBe(precedence);
});

describe('dates', () => {
  test('are days of the calendar', () => {
    expect(isoDate(1962, 11, 19)).toBe('1962-11-19');
    expect(isoDate(1961, 2, 29)).toBeNull();
    expect(isoDate(1961, 13, 1)).toBeNull();
    expect(isoMinute('1962-11-19', 17, 18)).toBe('1962-11-19T17:18');
    expect(isoMinute('1962-11-19', 24, 0)).toBeNull();
    expect([hourOf(12, 'a'), hourOf(12, 'PM'), hourOf(5, 'p.m.')]).toEqual([0, 12, 17]);
    expect([monthOf('Sept'), monthOf('NOVEMBER'), monthOf('Foo')]).toEqual([9, 11, null]);
  });

  test.each([
    ['737.00/4-2361', '1961-04-23'],
    ['611.37/7–1160', '1960-07-11'],
    ['783A.00/6–858', '1958-06-08'],
    ['851G.01/12–3149', '1949-12-31'],
    ['724.3415/4069', null],
    ['737.00/4-3161', null],
    ['737.00/4-2380', null],
  ])('the file number %s holds %s', (number, date) => {
    expect(dateOfFileNumber(number)).toBe(date);
  });

  test.each([
    ['8 FEB 63', '1963-02-08', 8],
    ['12 November 1962 and so on', '1962-11-12', 16],
    ['November 3, 1962\n', '1962-11-03', 16],
    ['November 3, 1962, 4:21 p.m. here', '1962-11-03T16:21', 27],
    ['11/19/62', '1962-11-19', 8],
    ['30 FEB 63', null, 0],
    ['on 8 FEB 63', null, 0],
  ])('%s reads %s', (words, value, length) => {
    expect(readDate(words)).toEqual(value === null ? null : { value, length });
  });
});

describe('a source note', () => {
  test.each([
    [
      'Source: Department of State, Central Files, 413.118/4–359. Confidential. Drafted by Doe and signed for Roe by Poe. Sent to all missions. Repeated on April 16 to Ankara, Bonn, and Rome.',
      {
        fileNumber: ['413.118/4–359'],
        date: ['1959-04-03'],
        classification: ['Confidential'],
        drafter: ['Doe'],
        repeatedTo: ['Ankara, Bonn, and Rome'],
      },
    ],
    [
      'Source: Central Intelligence Agency, Job 79, Box 142. Secret; Operational Immediate; RYBAT. Drafted by J.D. Doe; cleared with Roe, Poe (in draft), and Moe; and approved by Doe who signed for Roe.',
      {
        classification: ['Secret'],
        precedence: ['Operational Immediate'],
        handling: ['RYBAT'],
        drafter: ['J.D. Doe'],
        clearance: ['Roe', 'Poe (in draft)', 'Moe'],
        approver: ['Doe'],
      },
    ],
    [
      'Source: Department of State, Central Files, 674.84A/2–1857. Top Secret; Niact; Limit Distribution. Received at 7:36 p.m.; the source text does not say when it was sent.',
      {
        fileNumber: ['674.84A/2–1857'],
        date: ['1957-02-18'],
        classification: ['Top Secret'],
        precedence: ['NIACT'],
        distribution: ['Limit Distribution'],
        received: ['at 7:36 p.m.'],
      },
    ],
    [
      'Source: Department of State, Conference Files: Lot 65 D 533. Secret. A copy is in file 737.00/4-2361.',
      { classification: ['Secret'] },
    ],
    [
      '501.BC Indonesia/1–1849: Telegram',
      { fileNumber: ['501.BC Indonesia/1–1849'], date: ['1949-01-18'], kind: ['Telegram'] },
    ],
    [
      '756D.5 MSP/1–2353: Telegram',
      { fileNumber: ['756D.5 MSP/1–2353'], date: ['1953-01-23'], kind: ['Telegram'] },
    ],
    [
      '396.1–GE/5–2554: Telegram',
      { fileNumber: ['396.1–GE/5–2554'], date: ['1954-05-25'], kind: ['Telegram'] },
    ],
    [
      'Source: Department of State, Central Files, 674.84A/2–1857. Secret; Niact. Drafted by Doe on February 17 and approved and signed for Roe by Poe. Repeated priority to Cairo and Rome.',
      {
        fileNumber: ['674.84A/2–1857'],
        date: ['1957-02-18'],
        classification: ['Secret'],
        precedence: ['NIACT'],
        drafter: ['Doe'],
        approver: ['Poe'],
        repeatedTo: ['Cairo and Rome'],
      },
    ],
    ['File No. 861.51/284', { fileNumber: ['861.51/284'] }],
    ['Source: A private collection', {}],
  ])('%s', (note, expected) => {
    const found: Record<string, string[]> = {};
    for (const { field, value, from, to } of readSourceNote(note)) {
      (found[field] ??= []).push(value);
      if (field !== 'date' && field !== 'classification' && field !== 'precedence')
        expect(note.slice(from, to)).toBe(value);
    }
    expect(found).toEqual(expected);
  });
});
