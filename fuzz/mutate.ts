import type { Chance } from '../electron/testing/chance.ts';
import { oneOf, small } from './chance.ts';
import { brokenJson } from './mutate-json.ts';
import type { Shape } from './parser.ts';

/** The most that one input may have, in bytes: what takes two seconds with it would take minutes with a real file. */
export const LARGEST_INPUT = 256 * 1024;

/** What has broken other programs, as Latin-1 text of bytes. */
const TROUBLE = [
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
type Bytes = string;

/** What is known of a parser's language. */
export interface Language {
  readonly shape: Shape;
  readonly words: readonly string[];
  readonly good: readonly Buffer[];
}

/** A good input with some things wrong with it. */
export function mutated(bytes: Buffer, language: Language, chance: Chance): Buffer {
  let text = bytes.toString('latin1');
  if (language.shape === 'json' && chance.below(3) > 0)
    text = Buffer.from(brokenJson(bytes.toString('utf8'), chance)).toString('latin1');
  const times = language.shape === 'json' ? small(chance, 6) : 1 + small(chance, 8);
  for (let done = 0; done < times; done++) {
    text = changed(text, language, chance).slice(0, LARGEST_INPUT);
  }
  return Buffer.from(text, 'latin1');
}

type Change = (text: Bytes, chance: Chance, language: Language) => Bytes;

function changed(text: Bytes, language: Language, chance: Chance): Bytes {
  const special = chance.below(2) === 0 ? SPECIAL[language.shape] : undefined;
  const change = chance.one(special ?? COMMON);
  return change ? change(text, chance, language) : text;
}

const COMMON: readonly Change[] = [
  flip,
  flip,
  leaveOut,
  leaveOut,
  double,
  swap,
  cut,
  trouble,
  trouble,
  word,
  word,
  splice,
  otherNumber,
  manyTimes,
  nest,
];

const SPECIAL: Readonly<Partial<Record<Shape, readonly Change[]>>> = {
  markup: [withoutTag, twiceElement, otherName, otherValue, swapTags, deepTags],
  lines: [swapLines, doubleLine, withoutLine, otherCell, otherCell, manyCells],
  words: [swapWords, otherWord, otherWord, nest],
  json: [otherNumber, otherString],
};

function put(text: Bytes, from: number, to: number, insert: Bytes): Bytes {
  return text.slice(0, from) + insert + text.slice(to);
}

/** A stretch of a text, most of them short. */
function stretch(text: Bytes, chance: Chance): [number, number] {
  const from = chance.below(text.length + 1);
  return [from, Math.min(text.length, from + small(chance, Math.max(2, text.length)))];
}

function flip(text: Bytes, chance: Chance): Bytes {
  const at = chance.below(Math.max(1, text.length));
  const code = text.charCodeAt(at) || 0;
  const other = chance.below(2) === 0 ? code ^ (1 << chance.below(8)) : chance.below(256);
  return put(text, at, at + 1, String.fromCharCode(other & 255));
}

function leaveOut(text: Bytes, chance: Chance): Bytes {
  return put(text, ...stretch(text, chance), '');
}

function double(text: Bytes, chance: Chance): Bytes {
  const [from, to] = stretch(text, chance);
  return put(text, to, to, text.slice(from, to));
}

function swap(text: Bytes, chance: Chance): Bytes {
  const [from, to] = stretch(text, chance);
  const at = chance.below(text.length + 1);
  return put(put(text, from, to, ''), Math.min(at, text.length), at, text.slice(from, to));
}

function cut(text: Bytes, chance: Chance): Bytes {
  return text.slice(0, chance.below(text.length + 1));
}

function trouble(text: Bytes, chance: Chance): Bytes {
  const [from, to] = stretch(text, chance);
  return put(text, from, chance.below(2) === 0 ? from : to, chance.one(TROUBLE) ?? '');
}

function word(text: Bytes, chance: Chance, { words }: Language): Bytes {
  const [from, to] = stretch(text, chance);
  const said = Buffer.from(chance.one(words) ?? '').toString('latin1');
  return put(text, from, chance.below(3) > 0 ? from : to, said);
}

function splice(text: Bytes, chance: Chance, { good }: Language): Bytes {
  const other = chance.one(good)?.toString('latin1') ?? '';
  const [from, to] = stretch(other, chance);
  const at = chance.below(text.length + 1);
  return put(text, at, at, other.slice(from, to));
}

function otherNumber(text: Bytes, chance: Chance): Bytes {
  const digits = found(text, /\d+/gu, chance);
  if (!digits) return text;
  const number = Number(text.slice(digits.from, digits.to));
  const others = [number + 1, number - 1, number * 1000, -number, 0, 2 ** 31, 2 ** 53, 1e21, 0.5];
  return put(text, digits.from, digits.to, String(chance.one(others)));
}

/** A stretch many times over: what takes the square of its length shows by that. */
function manyTimes(text: Bytes, chance: Chance): Bytes {
  if (chance.below(4) > 0) return double(text, chance);
  const [from, to] = stretch(text, chance);
  const piece = text.slice(from, Math.min(to, from + 200)) || 'a';
  const most = chance.below(8) === 0 ? LARGEST_INPUT : 8 * 1024;
  const times = Math.max(1, Math.floor((most - text.length) / piece.length));
  return put(text, to, to, piece.repeat(chance.below(times) + 1));
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
function nest(text: Bytes, chance: Chance): Bytes {
  const at = chance.below(text.length + 1);
  return put(text, at, at, oneOf(chance, OPENINGS).repeat(1 + small(chance, 20_000)));
}

/** A place that a pattern finds, the first from somewhere in the text; null where there is none. */
function found(text: Bytes, pattern: RegExp, chance: Chance): { from: number; to: number } | null {
  pattern.lastIndex = chance.below(text.length + 1);
  let one = pattern.exec(text);
  if (!one) {
    pattern.lastIndex = 0;
    one = pattern.exec(text);
  }
  return one && { from: one.index, to: one.index + one[0].length };
}

const TAG = /<[^<>]{0,2000}>/gu;

function withoutTag(text: Bytes, chance: Chance): Bytes {
  const tag = found(text, TAG, chance);
  return tag ? put(text, tag.from, tag.to, '') : text;
}

function swapTags(text: Bytes, chance: Chance): Bytes {
  const [one, other] = [found(text, TAG, chance), found(text, TAG, chance)];
  if (!one || !other || one.to > other.from) return text;
  const [a, b] = [text.slice(one.from, one.to), text.slice(other.from, other.to)];
  return put(put(text, other.from, other.to, a), one.from, one.to, b);
}

function twiceElement(text: Bytes, chance: Chance): Bytes {
  const element = found(text, /<([\w:.-]+)(?:\s[^<>]*)?>[^<]*<\/\1>|<[^<>]*\/>/gu, chance);
  if (!element) return text;
  const whole = text.slice(element.from, element.to);
  const at = chance.below(2) === 0 ? element.to : (found(text, TAG, chance)?.to ?? 0);
  return put(text, at, at, whole.repeat(1 + small(chance, 30)));
}

function otherName(text: Bytes, chance: Chance): Bytes {
  const [one, other] = [found(text, /[\w:.-]+/gu, chance), found(text, /[\w:.-]+/gu, chance)];
  return one && other ? put(text, one.from, one.to, text.slice(other.from, other.to)) : text;
}

const QUOTED = /"[^"\n]{0,2000}"/gu;

function otherValue(text: Bytes, chance: Chance, { words }: Language): Bytes {
  const one = found(text, QUOTED, chance);
  if (!one) return text;
  const other = found(text, QUOTED, chance) ?? one;
  const choices = [text.slice(other.from, other.to), `"${chance.one(words) ?? ''}"`, '""', '" "'];
  return put(text, one.from, one.to, `${chance.one([...choices, `"${chance.one(TROUBLE)}"`])}`);
}

function otherString(text: Bytes, chance: Chance, language: Language): Bytes {
  return otherValue(text, chance, language);
}

function deepTags(text: Bytes, chance: Chance): Bytes {
  const tag = found(text, /<[\w:.-]+(?:\s[^<>/]*)?>/gu, chance);
  if (!tag) return text;
  return put(text, tag.to, tag.to, text.slice(tag.from, tag.to).repeat(1 + small(chance, 3000)));
}

function lineIn(text: Bytes, chance: Chance): { from: number; to: number } {
  const from = text.lastIndexOf('\n', chance.below(text.length + 1)) + 1;
  const end = text.indexOf('\n', from);
  return { from, to: end < 0 ? text.length : end + 1 };
}

function swapLines(text: Bytes, chance: Chance): Bytes {
  const one = lineIn(text, chance);
  const line = text.slice(one.from, one.to);
  const rest = put(text, one.from, one.to, '');
  const at = lineIn(rest, chance).from;
  return put(rest, at, at, line);
}

function doubleLine(text: Bytes, chance: Chance): Bytes {
  const { from, to } = lineIn(text, chance);
  return put(text, to, to, text.slice(from, to).repeat(1 + small(chance, 500)));
}

function withoutLine(text: Bytes, chance: Chance): Bytes {
  const { from, to } = lineIn(text, chance);
  return put(text, from, to, '');
}

const CELL = /[^\t,;\n]+/gu;

function otherCell(text: Bytes, chance: Chance, { words }: Language): Bytes {
  const one = found(text, CELL, chance);
  const other = found(text, CELL, chance);
  if (!one || !other) return text;
  const said = [text.slice(other.from, other.to), chance.one(words), chance.one(TROUBLE), ''];
  return put(text, one.from, one.to, chance.one(said) ?? '');
}

function manyCells(text: Bytes, chance: Chance): Bytes {
  const at = lineIn(text, chance).from;
  return put(
    text,
    at,
    at,
    oneOf(chance, ['\t', ',', ';', '|', '_\t', '"",']).repeat(small(chance, 2000)),
  );
}

const WORD = /[^\s()"]+/gu;

function swapWords(text: Bytes, chance: Chance): Bytes {
  const [one, other] = [found(text, WORD, chance), found(text, WORD, chance)];
  return one && other ? put(text, one.from, one.to, text.slice(other.from, other.to)) : text;
}

function otherWord(text: Bytes, chance: Chance, { words }: Language): Bytes {
  const one = found(text, WORD, chance);
  const said = Buffer.from(chance.one(words) ?? '').toString('latin1');
  return one ? put(text, one.from, one.to, said) : text + said;
}
