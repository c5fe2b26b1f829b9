import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { clean } from './clean.ts';

const FILE = new URL('./fixtures/message-traps.txt', import.meta.url);

const TRAPS = readFileSync(FILE, 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !/^#( |$)/.test(line));

const MESSAGE =
  'CLASSIFIED MESSAGE\n\nSECRET\n\nTO: DIRECTOR\nFROM: MARN\nINFO: DDP, CI\n\nSECRET 091530Z NOV 62\nDIR CITE MARN 4410\n\n';

const TELEGRAM =
  "INCOMING TELEGRAM Department of State\n\nCONFIDENTIAL\n\nControl: 7731\nRec'd: May 3, 1962\n\nFROM: Marn\nTO: Secretary of State\nNO: 1188, May 3, 2 p.m.\n\n";

/** Paragraphs that stand around a message in a long cable. */
function paragraphs(first: number): string {
  return [first, first + 1, first + 2]
    .map(
      (number) =>
        `${number}. THE MINISTER TOLD THE DELEGATE THAT HE WOULD NOT LEAVE THE CITY\nBEFORE THE END OF THE MONTH AND THAT HIS GOVERNMENT HAD AGREED TO\nALL POINTS BUT ONE.\n\nHE GAVE NO REASON.`,
    )
    .join('\n\n');
}

/** What stands before and after the message, kind by kind. */
const FRAMES: readonly (readonly [string, string, string])[] = [
  ['a message', MESSAGE, '\n\nEND OF MESSAGE\n\nSECRET\n'],
  [
    'a message of two pages',
    MESSAGE,
    '\n\nSECRET\n\n14-00000\n\nSECRET\n\n9. NOTHING MORE IS KNOWN HERE AT THE MOMENT.\n\nSECRET\n',
  ],
  ['a telegram', TELEGRAM, '\n\nHARGREAVE\n\nCONFIDENTIAL\n'],
  [
    'a long message',
    `${MESSAGE}${paragraphs(91)}\n\n`,
    `\n\n${paragraphs(95)}\n\nEND OF MESSAGE\n\nSECRET\n`,
  ],
];

/** What leaves the message for certain, blanks and line ends apart. */
function takenFrom(before: string, message: string, after: string): string[] {
  const text = before + message + after;
  const end = before.length + message.length;
  return clean(text)
    .changes.filter(({ status, from }) => status === 'accepted' && from < end)
    .filter(({ to }) => to > before.length)
    .map(({ from, to, insert, rule }) => {
      const words = text.slice(Math.max(from, before.length), Math.min(to, end));
      return words.replace(/\s/g, '') === insert.replace(/\s/g, '') ? '' : `${rule}: ${words}`;
    })
    .filter((words) => words !== '');
}

describe.each(FRAMES)('in %s', (_, before, after) => {
  test.each(TRAPS)('%s', (trap) => {
    expect(takenFrom(before, trap.replaceAll('⏎', '\n'), after)).toEqual([]);
  });
});

test('there are at least forty traps', () => {
  expect(TRAPS.length).toBeGreaterThanOrEqual(40);
});
