import { fieldNames } from '../../domain/search/fields.ts';
import type { Chance } from '../../electron/testing/chance.ts';
import { oneOf } from '../chance.ts';

const VALUES = [
  ...[
    'bombers',
    'cuba',
    '"missile bases"',
    '"the ""',
    '~castro',
    '~"dean rusk"',
    'miss*',
    '"x y"*',
    '*',
    '1962',
    '1962-10..1962-11',
  ],
  ...[
    '..1961',
    '1962-13-40',
    'none',
    'yes',
    'Secrétary',
    'ʼ',
    '🚢',
    'a-b',
    'IL-28s',
    '"Places › Cuba"',
    '""',
    "'",
    'NEAR',
    'and',
    '\u0301',
    '中文',
  ],
] as const;

/** Words that mean something in a query. */
export const queryWords: readonly string[] = [
  ...[
    'AND',
    'OR',
    'NOT',
    'NEAR',
    'NEAR/3',
    'NEAR/99999999999',
    '(',
    ')',
    '-',
    '~',
    '*',
    '"',
    ':',
    ',',
    'NEAR(',
  ],
  ...fieldNames.map((field) => `${field}:`),
  ...VALUES,
];

/** A query that is right, or nearly so. */
export function madeQuery(chance: Chance, depth = 0): string {
  const part = () => madeQuery(chance, depth + 1);
  const value = () => oneOf(chance, VALUES);
  const field = () => `${chance.one(fieldNames)}:`;
  switch (depth > 5 ? 9 : chance.below(12)) {
    case 0:
      return `${part()} AND ${part()}`;
    case 1:
      return `${part()} OR ${part()}`;
    case 2:
      return `NOT ${part()}`;
    case 3:
      return `-${part()}`;
    case 4:
      return `(${part()} ${part()})`;
    case 5:
      return `NEAR(${value()} ${value()}, ${chance.below(20)})`;
    case 6:
      return `${value()} NEAR/${chance.below(30)} ${value()}`;
    case 7:
    case 8:
      return field() + (chance.below(3) === 0 ? `(${part()})` : value());
    default:
      return value();
  }
}
