import { expect, test } from 'vitest';
import { parseQuery } from './parse.ts';
import { printQuery } from './print.ts';

const deep = (times: number, before: string, behind = ')') =>
  `${before.repeat(times)}x${behind.repeat(times)}`;

test.for([
  ['a (', 21],
  ['a OR b (', 10],
  ['(', 60],
  ['NOT (', 20],
  ['-(a ', 10],
  ['a NEAR/5 (', 22],
] as const)('%s may stand %i times', ([before, times]) => {
  const { query, problems } = parseQuery(deep(times, before));
  expect(problems.filter(({ message }) => message.includes('deep'))).toEqual([]);
  expect(printQuery(query)).toContain('x');
});

test.for([
  ['a (', 22],
  ['a OR b (', 11],
  ['(', 61],
  ['NOT (', 21],
  ['-(a ', 11],
] as const)(
  '%s %i times is too deep: that is told, and the rest is looked for',
  ([before, times]) => {
    const typed = deep(times, before);
    const { query, problems } = parseQuery(typed);
    expect(problems.map(({ message }) => message)).toContain(
      'Parentheses and NOTs lie in each other more than 20 deep.',
    );
    const printed = printQuery(query);
    expect(printed).not.toContain('x');
    expect(printQuery(parseQuery(printed).query)).toBe(printed);
  },
);
