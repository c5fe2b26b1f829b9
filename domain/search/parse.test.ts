import { expect, test } from 'vitest';
import { parseQuery } from './parse.ts';
import type { Query } from './query.ts';

/** A query in short: `from:rusk`, `a+b` is a phrase, `!` not, `&` and, `|` or. */
function short(query: Query | null): string {
  if (query === null) return '';
  switch (query.type) {
    case 'words': {
      const field = query.field === null ? '' : `${query.field}:`;
      return `${field}${query.tolerant ? '~' : ''}${query.words.join('+')}${query.prefix ? '*' : ''}`;
    }
    case 'near':
      return `${query.field === null ? '' : `${query.field}:`}near${query.distance}(${query.parts.map((part) => short({ ...part, field: null })).join(' ')})`;
    case 'is':
      return `${query.field}=${query.value}`;
    case 'dates':
      return query.undated ? 'undated' : `${query.from ?? ''}..${query.to ?? ''}`;
    case 'not':
      return `!${short(query.part)}`;
    default:
      return `(${query.parts.map(short).join(query.type === 'and' ? ' & ' : ' | ')})`;
  }
}

const read: readonly (readonly [typed: string, query: string])[] = [
  ['', ''],
  ['  ', ''],
  ['Cuba', 'cuba'],
  ['cuba missiles', '(cuba & missiles)'],
  ['cuba AND missiles', '(cuba & missiles)'],
  ['cuba and or not', '(cuba & and & or & not)'],
  ['a OR b c', '(a | (b & c))'],
  ['(a OR b) c', '((a | b) & c)'],
  ['a OR (b OR c)', '(a | (b | c))'],
  ['-a', '!a'],
  ['a NOT b', '(a & !b)'],
  ['a AND NOT b', '(a & !b)'],
  ['NOT (a OR b)', '!(a | b)'],
  ['NOT NOT a', '!!a'],
  ['"missile bases"', 'missile+bases'],
  ['“missile bases”', 'missile+bases'],
  ['„missile bases“', 'missile+bases'],
  ['"say ""yes"" now"', 'say+yes+now'],
  ['diplom*', 'diplom*'],
  ['"missile ba*"', 'missile+ba*'],
  ['"missile ba"*', 'missile+ba*'],
  ['~Rusk', '~rusk'],
  ['~"dean rusk"', '~dean+rusk'],
  ["Khrushchev's", 'khrushchev+s'],
  ['anti-communist', 'anti+communist'],
  ['a - b', '(a & b)'],
  ['Rusk – Gromyko', '(rusk & gromyko)'],
  ['737.00/4-2361', '737+00+4+2361'],
  ['10:30', '10+30'],
  ['http://state.gov', 'http+state+gov'],
  ['Bogotá', 'bogota'],
  ['from:rusk', 'from:rusk'],
  ['From:Rusk', 'from:rusk'],
  ['from: rusk', 'from:rusk'],
  ['from:(rusk OR "george ball")', '(from:rusk | from:george+ball)'],
  ['from:(rusk -ball)', '(from:rusk & !from:ball)'],
  ['from:(rusk OR to:ball)', '(from:rusk | to:ball)'],
  ['-from:rusk', '!from:rusk'],
  ['title:~memcon', 'title:~memcon'],
  ['class:secret', 'class=secret'],
  ['class:"Top  Secret"', 'class=Top Secret'],
  ['class:(secret OR confidential)', '(class=secret | class=confidential)'],
  ['tag:"say ""yes"""', 'tag=say "yes"'],
  ["by:o'neil", "by=o'neil"],
  ['number:1661', 'number=1661'],
  ['state:Corrected has:proposal', '(state=corrected & has=proposal)'],
  ['a NEAR b', 'near10(a b)'],
  ['a NEAR/5 "b c"', 'near5(a b+c)'],
  ['a NEAR/5 b c', '(near5(a b) & c)'],
  ['a NEAR/5 b NEAR/5 c', 'near5(a b c)'],
  ['NEAR(a b)', 'near10(a b)'],
  ['NEAR("a b" c*, 3)', 'near3(a+b c*)'],
  ['NEAR(1962 12, 4)', 'near4(1962 12)'],
  ['title:NEAR(a b, 3)', 'title:near3(a b)'],
  ['title:(a NEAR/3 b)', 'title:near3(a b)'],
  ['-NEAR(a b, 3)', '!near3(a b)'],
  ['date:1962', '1962..1962'],
  ['date:1962-10', '1962-10..1962-10'],
  ['date:1962-10-16', '1962-10-16..1962-10-16'],
  ['date:1962-10..1962-11', '1962-10..1962-11'],
  ['date:1962-10..', '1962-10..'],
  ['date:..1962-10', '..1962-10'],
  ['date:1962-10…1962-11', '1962-10..1962-11'],
  ['date:>=1962-10', '1962-10..'],
  ['date:<=1962-10', '..1962-10'],
  ['date:>1962', '1963..'],
  ['date:>1962-12', '1963-01..'],
  ['date:>1962-10-31', '1962-11-01..'],
  ['date:<1962', '..1961'],
  ['date:<1963-01', '..1962-12'],
  ['date:<1964-03-01', '..1964-02-29'],
  ['date:1962-10-16..1962-10', '1962-10-16..1962-10'],
  ['date:(1962 OR 1964)', '(1962..1962 | 1964..1964)'],
  ['date:none', 'undated'],
];

for (const [typed, query] of read)
  test(`${typed} is read as ${query}`, () => {
    expect(parseQuery(typed).problems).toEqual([]);
    expect(short(parseQuery(typed).query)).toBe(query);
  });

/** What is marked by [ ] in the first is what the sentence is about. */
const wrong: readonly (readonly [
  marked: string,
  query: string,
  says: RegExp,
  instead: string | null,
])[] = [
  ['["]missile bases', 'missile+bases', /quotation mark is not closed/u, '"missile bases"'],
  ['from:["]dean', 'from:dean', /not closed/u, 'from:"dean"'],
  ['[(]a OR b', '(a | b)', /not closed/u, '(a OR b)'],
  ['([(]a OR b', '(a | b)', /not closed/u, '((a OR b))'],
  ['a OR b[)] c', '((a | b) & c)', /closes none/u, 'a OR b c'],
  ['[()]', '', /nothing/u, ''],
  ['a [()]', 'a', /nothing/u, 'a'],
  ['[""]', '', /nothing/u, ''],
  ['a [AND]', 'a', /needs something after/u, 'a'],
  ['[AND] a', 'a', /needs something before/u, 'a'],
  ['a AND [AND] b', '(a & b)', /twice/u, 'a AND b'],
  ['a [AND] OR b', '(a | b)', /needs something after/u, 'a OR b'],
  ['a [OR]', 'a', /needs something after/u, 'a'],
  ['[OR] a', 'a', /needs something before/u, 'a'],
  ['(a [OR]) b', '(a & b)', /needs something after/u, '(a) b'],
  ['[NOT]', '', /NOT needs something after/u, ''],
  ['a [NOT]', 'a', /needs something after/u, 'a'],
  ['[form:]rusk', 'from:rusk', /no field “form:”.*“from:”/u, 'from:rusk'],
  ['a [sender:]rusk', '(a & from:rusk)', /read as “from:”/u, 'a from:rusk'],
  ['[frobnicate:]rusk', 'rusk', /There are text: original:/u, null],
  ['[from:]', '', /nothing yet/u, ''],
  ['a [from:]', 'a', /nothing yet/u, 'a'],
  ['[from:] class:secret', 'class=secret', /nothing yet/u, 'class:secret'],
  ['tag:[""]', '', /holds nothing/u, 'tag:'],
  ['from:[—]', '', /no letter or figure/u, 'from:'],
  ['state:[corr]', 'state=corrected', /no value “corr”.*state:proofread/u, 'state:corrected'],
  ['has:[proposals]', 'has=proposal', /no value/u, 'has:proposal'],
  ['a state:[x]', 'a', /no value “x”/u, null],
  ['tag:[miss*]', 'tag=miss', /whole value/u, 'tag:miss'],
  ['class:~[secret]', 'class=secret', /whole value/u, null],
  ['[wo*d]', 'wo*', /at the end of a word/u, 'wo*'],
  ['[*]', '', /beginning of a word/u, ''],
  ['~[kenn*]', '~kenn', /not both/u, null],
  ['[~](a)', 'a', /right before/u, '(a)'],
  [
    'date:[1962-11..1962-10]',
    '1962-10..1962-11',
    /ends before it begins/u,
    'date:1962-10..1962-11',
  ],
  ['date:[196]', '', /four figures/u, null],
  ['date:[1962-1]', '1962..1962', /two figures/u, 'date:1962-01'],
  ['date:[1962-13]', '1962..1962', /no month 13/u, null],
  ['date:[1962-02-30]', '1962-02..1962-02', /no day 30/u, null],
  ['date:[1962-10-6]', '1962-10..1962-10', /two figures/u, 'date:1962-10-06'],
  ['date:[10/16/1962]', '1962-10-16..1962-10-16', /written as/u, 'date:1962-10-16'],
  ['date:[16.10.1962]', '1962-10-16..1962-10-16', /written as/u, 'date:1962-10-16'],
  ['date:["16 October 1962"]', '1962-10-16..1962-10-16', /written as/u, 'date:1962-10-16'],
  ['date:["Oct. 16, 1962"]', '1962-10-16..1962-10-16', /written as/u, 'date:1962-10-16'],
  ['date:[yesterday]', '', /written as/u, null],
  ['date:[..]', '', /before the two dots/u, null],
  ['date:[>=10/1962]', '', /written as/u, null],
  ['a [NEAR/x] b', 'near10(a b)', /number of words/u, null],
  ['a [NEAR/5]', 'a', /needs something after/u, 'a'],
  ['[NEAR/5] a', 'a', /needs something before/u, 'a'],
  ['[(a OR b) NEAR/5 c]', '((a | b) & c)', /words or phrases/u, null],
  ['[from:rusk NEAR/5 to:ball]', '(from:rusk & to:ball)', /one field/u, null],
  ['[a NEAR/5 b NEAR/3 c]', 'near5(a b c)', /largest/u, null],
  ['[NEAR(a, 5)]', 'a', /at least two/u, null],
  ['NEAR(a [OR] b, 3)', 'near3(a b)', /only words and phrases/u, 'NEAR(a b, 3)'],
];

for (const [marked, query, says, instead] of wrong)
  test(`${marked} is told, and read as ${query}`, () => {
    const [from, to] = [marked.indexOf('['), marked.indexOf(']') - 1];
    const typed = marked.replace('[', '').replace(']', '');
    const told = parseQuery(typed);
    expect(told.problems).toHaveLength(1);
    expect(told.problems[0]).toMatchObject({ at: { from, to }, instead });
    expect(told.problems[0]?.message).toMatch(says);
    expect(short(told.query)).toBe(query);
  });

test('what is meant instead can be read without that problem', () => {
  for (const [marked, , , instead] of wrong) {
    const typed = marked.replace('[', '').replace(']', '');
    if (instead === null || /tag:""|—/u.test(typed)) continue;
    expect(parseQuery(instead).problems, instead).toEqual([]);
  }
});

test('parentheses and NOTs without end are refused and not followed', () => {
  expect(parseQuery('('.repeat(1000) + 'a').problems.length).toBeGreaterThan(0);
  expect(parseQuery('NOT '.repeat(499) + 'a').query).toBeNull();
});
