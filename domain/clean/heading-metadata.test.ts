import { expect, test } from 'vitest';
import type { MetadataField } from '../metadata/metadata.ts';
import { clean } from './clean.ts';

const HEADING = 'CLASSIFIED MESSAGE⏎⏎TO: DIRECTOR⏎FROM: MARN⏎⏎';
const BODY = '⏎⏎1. HE LEFT ON THE NEXT DAY WITHOUT HIS COAT OR HIS HAT.⏎';
const TITLE = 'The Ambassador in Belgium (Doe) to the Secretary of State⏎⏎';

test.each<readonly [string, MetadataField, readonly string[]]>([
  [`${HEADING}SECRET 091530Z NOV 62⏎DIR CITE MARN 4410${BODY}`, 'date', ['1962-11-09T15:30Z']],
  [`${HEADING}P R 121845Z AUG 65${BODY}`, 'date', ['1965-08-12T18:45Z']],
  [`${HEADING}9 NOV 62⏎SECRET 091530Z${BODY}`, 'date', ['1962-11-09T15:30Z']],
  [`${HEADING}1 NOV 62⏎SECRET 301530Z${BODY}`, 'date', []],
  [`${HEADING}REF: BONN 12 OF 3 OCT 62⏎SECRET 091530Z${BODY}`, 'date', []],
  [`${HEADING}SECRET 091530Z${BODY}2. HIS LETTER WAS DATED 3 NOV 62.⏎`, 'date', []],
  ['Date: 10/14/97⏎Page: 1⏎⏎TO: Chief⏎FROM: Doe⏎⏎The union met on Sunday.', 'date', []],
  [`TO: ROME⏎INFO: MARN⏎R 281904Z NOV 62${BODY}`, 'info', ['MARN']],
  [`TO : BONN.   MARCH 11, 1958⏎REF : Embtel 640, March 9${BODY}`, 'to', ['BONN']],
  [`ACTION: Amembassy PORT ELVAN NIACT 417${BODY}`, 'to', ['Amembassy PORT ELVAN']],
  [`ACTION: Amembassy PORT ELVAN NIACT 417${BODY}`, 'telegramNumber', ['417']],
  [`TO: PRITY ELVA   INFO MARN   CITE DIR 38114${BODY}`, 'to', ['ELVA']],
  [`TO: PRITY ELVA   INFO MARN   CITE DIR 38114${BODY}`, 'info', ['MARN']],
  [`TO: Chief, WH Division⏎FROM: Chief of Station, Elvan${BODY}`, 'to', ['Chief, WH Division']],
  [`${TITLE}top secret   priority⏎⏎86. He came.`, 'classification', ['Top Secret']],
  [`${TITLE}top secret   priority⏎⏎86. He came.`, 'precedence', ['Priority']],
  ['He went on Monday and came back on Friday.⏎⏎ADVISE.', 'signatory', []],
  ['He went on Monday and came back on Friday.⏎⏎G. M. DALE.', 'signatory', ['G. M. DALE.']],
  ['He went on Monday and came back on Friday.⏎⏎BECRET', 'signatory', []],
  [
    `${HEADING}1. HE SENT US THIS LETTER ON MONDAY.⏎⏎SUBJECT: Fishing⏎⏎Sir: I agree.`,
    'title',
    ['Classified message'],
  ],
])('%s: %s', (text, field, expected) => {
  const { metadata } = clean(text.replaceAll('⏎', '\n'));
  expect(metadata.filter((entry) => entry.field === field).map(({ value }) => value)).toEqual(
    expected,
  );
});
