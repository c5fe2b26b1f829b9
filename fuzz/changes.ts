import type { Chance } from '../electron/testing/chance.ts';
import { oneOf, small } from './chance.ts';
import type { Shape } from './parser.ts';

/** What has broken other programs, as Latin-1 text of bytes. */
export const TROUBLE = [
  ...['\0', '\r', '\r\n', '\u00ef\u00bb\u00bf', '\u00ff\u00fe', '\u00fe\u00ff', '\u00c0\u0080'],
  ...[
    '\u00ed\u00a0\u0080',
    '\u00f4\u0090\u0080\u0080',
    '\u00e2\u0080\u00ae',
    '\u00f0\u009f\u009a\u00a2',
  ],
  ...[
    '-1',
    '0',
    '1e309',
    'NaN',
    '9007199254740993',
    '2147483648',
    '-2147483649',
    '4294967296',
    '00',
  ],
  ...[
    '"',
    "'",
    '\\',
    '\\u',
    '\\ud83d',
    '&',
    '&#x0;',
    '&#55357;',
    '&amp;',
    '%',
    '%00',
    '%ff',
    '../',
  ],
  ...[
    '__proto__',
    'constructor',
    'toString',
    'null',
    'true',
    '[',
    ']',
    '{',
    '}',
    '(',
    ')',
    '<',
    '>',
  ],
  ...[
    '<!--',
    '-->',
    '<![CDATA[',
    ']]>',
    '<?',
    '?>',
    '<!DOCTYPE a [<!ENTITY b "c">]>',
    '\t',
    ' ',
    '\n',
  ],
  ...[
    '=',
    '|',
    ';',
    ',',
    ':',
    '*',
    '_',
    '~',
    '#',
    '@',
    '\u00c2\u00a0',
    '\u00e2\u0080\u00a8',
    '\u0085',
  ],
] as const;

/** Text as Latin-1 signs, each of which is a byte: so one set of changes serves texts and bytes alike. */
export type Bytes = string;

/** What is known of a parser's language. */
export interface Language {
  readonly shape: Shape;
  readonly words: readonly string[];
  readonly good: readonly Buffer[];
}

/** Changes a text somewhere. */
export type Change = (text: Bytes, chance: Chance, language: Language) => Bytes;

/** A text with something else between two places. */
export function put(text: Bytes, from: number, to: number, insert: Bytes): Bytes {
  return text.slice(0, from) + insert + text.slice(to);
}

/** A stretch of a text, most of them short. */
export function stretch(text: Bytes, chance: Chance): [number, number] {
  const from = chance.below(text.length + 1);
  return [from, Math.min(text.length, from + small(chance, Math.max(2, text.length)))];
}

/** A place that a pattern finds, the first from somewhere in the text; null where there is none. */
export function found(
  text: Bytes,
  pattern: RegExp,
  chance: Chance,
): { from: number; to: number } | null {
  pattern.lastIndex = chance.below(text.length + 1);
  let one = pattern.exec(text);
  if (!one) {
    pattern.lastIndex = 0;
    one = pattern.exec(text);
  }
  return one && { from: one.index, to: one.index + one[0].length };
}

/** Another number in the place of one. */
export function otherNumber(text: Bytes, chance: Chance): Bytes {
  const digits = found(text, /\d+/gu, chance);
  if (!digits) return text;
  const number = Number(text.slice(digits.from, digits.to));
  const others = [number + 1, number - 1, number * 1000, -number, 0, 2 ** 31, 2 ** 53, 1e21, 0.5];
  return put(text, digits.from, digits.to, String(chance.one(others)));
}

const OPENINGS = [
  '[',
  '{"a":',
  '(',
  '<a>',
  '"',
  '> ',
  '- ',
  '*',
  '_',
  '[a](',
  '\\',
  '-',
  '((',
  'NOT ',
] as const;

/** An opening sign very often. */
export function nest(text: Bytes, chance: Chance): Bytes {
  const at = chance.below(text.length + 1);
  return put(text, at, at, oneOf(chance, OPENINGS).repeat(1 + small(chance, 20_000)));
}
