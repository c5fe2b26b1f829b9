import type { Chance } from '../electron/testing/chance.ts';
import {
  type Bytes,
  type Change,
  found,
  type Language,
  nest,
  otherNumber,
  put,
  TROUBLE,
} from './changes.ts';
import { oneOf, small } from './chance.ts';
import type { Shape } from './parser.ts';

/** Changes that only a language of one shape knows. */
export const SPECIAL: Readonly<Partial<Record<Shape, readonly Change[]>>> = {
  markup: [withoutTag, twiceElement, otherName, otherValue, swapTags, deepTags],
  lines: [swapLines, doubleLine, withoutLine, otherCell, otherCell, manyCells],
  words: [swapWords, otherWord, otherWord, nest],
  json: [otherNumber, otherString],
};

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
