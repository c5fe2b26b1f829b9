import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Change } from '../change/change.ts';
import { applyAccepted } from '../change/compose.ts';
import { clean } from './clean.ts';
import { UNPROVEN } from './place.ts';

/** Paragraphs of invented messages, with words in them that furniture is made of. */
const PARAGRAPHS = [
  'THE MINISTER TOLD THE DELEGATE THAT HE WOULD NOT REPEAT NOT LEAVE THE CITY BEFORE THE END OF THE MONTH AND THAT HIS GOVERNMENT HAD AGREED TO RECEIVE THE AMBASSADOR.',
  'SUBJ REF A ARRIVED 7 FEB AND MET THE SECRETARY OF THE COMMITTEE. PARA 2 OF REF B IS CORRECT: THERE WERE 14 RPT 14 MEN AND NO IMMEDIATE DANGER.',
  'HE SAID THE REPORT WAS TOP SECRET AND HAD BEEN CLASSIFIED CONFIDENTIAL BY MISTAKE. COPY NO. 7 WAS BURNED ON PAGE TWO OF THE LEDGER. NO FURTHER INFO.',
  'REQUEST TRACES ON JUAN DOE PEREZ, DPOB 3 MAY 20, AND ON GROUP 1 OF THE VOLUNTEERS WHO WERE EXCLUDED FROM THE LIST. STATION 201-000000 HAS NOTHING.',
  'Foreign Minister told me this morning that his Government would support the resolution and that the President had instructed their delegate accordingly. He was evidently sincere.',
  'Department is deeply concerned over implications of these conditions, particularly (1) the danger of flareups, (2) the position of the United States and (3) the rising current of feeling against it.',
  'He asked whether the form could be declassified and released under the law. I said that reproduction was prohibited, and that page 2 of the telegram was missing.',
  'For this reason routine matters were deferred; priority was given to the 1,500 refugees of whom 737 came on 4-23 and the others on the 2 of May.',
];

/** What stands between the pages of a raw scan, each line to be taken out for certain. */
const PAGE_EDGES = [
  ['SECRET', '', '14-00000', '', 'SECRET'],
  ['SECRET', 'SECRET'],
  [
    'SECRET',
    '',
    '2025 RELEASE UNDER THE PRESIDENT JOHN F. KENNEDY ASSASSINATION RECORDS ACT OF 1992',
    '',
    '14-00000',
    '',
    'SECRET',
    '',
    '- 2 -',
  ],
  [
    'S E C R E T',
    '',
    'REPRODUCTION BY OTHER THAN THE ISSUING OFFICE IS PROHIBITED. Copy No.',
    '',
    '14-00000',
    '',
    'S E C R E T',
    '',
    'PAGE 2',
  ],
  ['SECRET', '', 'FORM 1389 USE PREVIOUS EDITIONS', '', 'SECRET'],
  [
    'GROUP 1',
    'Excluded from automatic',
    'downgrading and',
    'declassification',
    '',
    'SECRET',
    '',
    'SECRET',
    '',
    'PAGE THREE',
  ],
  ['14-00000'],
  ['- 3 -'],
];

const HEADS = [
  [
    'CLASSIFIED MESSAGE',
    '',
    'SECRET',
    '',
    'TO : DIRECTOR',
    '',
    'FROM : LISBON',
    '',
    'DIR INFO ROME CITE LISB 1234',
    '',
  ],
  [
    'OUTGOING TELEGRAM Department of State',
    '',
    'SECRET',
    '',
    'ACTION: BONN NIACT',
    'INFO: ROME, PARIS',
    '',
  ],
  ['SECRET', '', 'SECRET 081923Z', '', 'PRITY DIR CITE LISB 1234', ''],
  [],
];

const KEPT = /^(?:CLASSIFIED MESSAGE|OUTGOING|TO :|FROM :|DIR INFO|ACTION:|INFO:|SECRET 0|PRITY)/;

/** A paragraph as typed: lines of a width, or one long line. */
function typed(paragraph: string, width: number): string[] {
  if (width === 0) return [paragraph];
  const lines: string[] = [];
  let line = '';
  for (const word of paragraph.split(' ')) {
    if (line && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line = line ? `${line} ${word}` : word;
  }
  return [...lines, line];
}

interface Scan {
  readonly text: string;
  /** The words of the message and of the heading that must stay, in order. */
  readonly words: string[];
}

const SCAN: fc.Arbitrary<Scan> = fc
  .record({
    head: fc.constantFrom(...HEADS),
    width: fc.constantFrom(0, 0, 58, 64, 70),
    numbered: fc.boolean(),
    body: fc.array(fc.constantFrom(...PARAGRAPHS), { minLength: 2, maxLength: 6 }),
    edges: fc.array(
      fc.record({
        edge: fc.constantFrom(...PAGE_EDGES),
        at: fc.double({ min: 0, max: 1, noNaN: true }),
        blank: fc.boolean(),
      }),
      { maxLength: 3 },
    ),
  })
  .map(({ head, width, numbered, body, edges }) => {
    const paragraphs = body.map((words, at) => (numbered ? `${at + 1}. ${words}` : words));
    const lines = paragraphs.flatMap((words) => [...typed(words, width), '']);
    const pieces = lines.map((line) => [line]);
    for (const { edge, at, blank } of edges)
      pieces[Math.floor(at * (pieces.length - 1))]?.push(...(blank ? ['', ...edge, ''] : edge));
    const words = [...head.filter((line) => KEPT.test(line)), ...paragraphs].join(' ').split(/\s+/);
    return { text: [...head, ...pieces.flat()].join('\n'), words };
  });

/** A change with what is only offered because its place proves nothing as if it were accepted. */
function accept(change: Change): Change {
  return change.reason === UNPROVEN ? { ...change, status: 'accepted' } : change;
}

describe('a raw scan', () => {
  test('keeps every word of its message, whatever stands between its pages', () => {
    fc.assert(
      fc.property(SCAN, ({ text, words }) => {
        const left = applyAccepted(text, clean(text).changes).split(/\s+/).filter(Boolean);
        let at = 0;
        for (const word of left) if (word === words[at]) at++;
        expect(words.slice(at, at + 6).join(' '), text).toBe('');
      }),
      { numRuns: 800 },
    );
  });

  test('takes or offers almost everything else', () => {
    let words = 0;
    let extra = 0;
    fc.assert(
      fc.property(SCAN, (scan) => {
        const left = applyAccepted(scan.text, clean(scan.text).changes.map(accept))
          .split(/\s+/)
          .filter(Boolean);
        words += left.length;
        extra += left.length - scan.words.length;
      }),
      { numRuns: 500, seed: 1 },
    );
    expect(extra / words).toBeLessThan(0.002);
  });
});
