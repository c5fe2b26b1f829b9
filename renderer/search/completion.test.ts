import { expect, test } from 'vitest';
import { begunAt, completionsOf, withoutBegun } from './completion.ts';

const NAMES: Record<string, string> = { t1: 'missile crisis' };
const counts = {
  total: 9,
  facets: [
    {
      facet: 'classification' as const,
      values: [
        { value: 'Secret', cables: 7 },
        { value: 'Top Secret', cables: 2 },
      ],
      others: 0,
    },
    {
      facet: 'tag' as const,
      values: [
        { value: 't1', cables: 3 },
        { value: 'gone', cables: 1 },
      ],
      others: 0,
    },
    { facet: 'state' as const, values: [{ value: 'cleaned', cables: 5 }], others: 0 },
  ],
  months: [],
  undated: 0,
};

/** What is offered where `|` stands. */
function offered(typed: string) {
  const caret = typed.indexOf('|');
  const begun = begunAt(typed.replace('|', ''), caret);
  return (
    begun && completionsOf(begun, counts, (id) => NAMES[id] ?? null).map(({ insert }) => insert)
  );
}

test.each([
  ['cla|', ['class:']],
  ['castro sta|', ['state:']],
  ['-cla|', ['class:']],
  ['class:|', ['Secret ', '"Top Secret" ']],
  ['class:SEC| castro', ['Secret ', '"Top Secret" ']],
  ['class:top|', ['"Top Secret" ']],
  ['class:"top s|', ['"Top Secret" ']],
  ['tag:|', ['"missile crisis" ']],
  ['state:c|', ['cleaned ', 'corrected ']],
  ['has:mi|', ['missing ']],
  ['number:1|', []],
  ['nosuch:x|', null],
  ['castro |', null],
  ['castro zz|', []],
])('%s offers %j', (typed, inserts) => expect(offered(typed)).toEqual(inserts));

test('an empty field offers all fields', () => expect(offered('|')?.length).toBeGreaterThan(15));

test.each([
  ['castro class:sec|', 'castro'],
  ['class:| castro', 'castro'],
  ['cla|', ''],
])('values of %s are counted for %j', (typed, rest) => {
  const begun = begunAt(typed.replace('|', ''), typed.indexOf('|'));
  expect(begun && withoutBegun(typed.replace('|', ''), begun)).toBe(rest);
});
