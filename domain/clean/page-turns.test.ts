import { expect, it } from 'vitest';
import { clean } from './clean.ts';

/** The labels of the page breaks that cleaning finds; ⏎ is a line end, `?` a page without a number. */
const pages = (text: string) =>
  clean(text.replaceAll('⏎', '\n'))
    .structure.filter(({ type }) => type === 'pageBreak')
    .map(({ label }) => label ?? '?');

const frame = (turn: string) =>
  `SECRET⏎⏎CLASSIFIED MESSAGE⏎⏎TO: DIRECTOR⏎⏎1. THE MEN WENT TO THE HOUSE OF THE MINISTER IN THE EVENING AND⏎⏎${turn}⏎⏎CAME BACK WITH TWO LETTERS FOR HIS BROTHER IN THE CAPITAL.⏎⏎END OF MESSAGE⏎⏎SECRET`;

it.each([
  ['a batch code', '14-00000', ['?']],
  ['a banner and a batch code', 'SECRET⏎⏎14-00000', ['?']],
  ['banners on either side of a batch code', 'SECRET⏎⏎14-00000⏎⏎SECRET', ['?']],
  ['a batch code and the number of the page', '14-00000⏎⏎- 2 -', ['2']],
])('%s are one turn of the page', (_, turn, labels) => {
  expect(pages(frame(turn))).toEqual(labels);
});

it('two pages with their numbers stay two', () => {
  expect(pages('First page ends here. [Page 2] [Page 3] The third one goes on.')).toEqual([
    '2',
    '3',
  ]);
});
