import type { Chance } from '../electron/testing/chance.ts';
import { small } from './chance.ts';
import {
  type Bytes,
  type Change,
  type Language,
  nest,
  otherNumber,
  put,
  stretch,
  TROUBLE,
} from './changes.ts';
import { SPECIAL } from './changes-of-shapes.ts';
import { brokenJson } from './mutate-json.ts';

/** The most that one input may have, in bytes: what takes two seconds with it would take minutes with a real file. */
export const LARGEST_INPUT = 256 * 1024;

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

/** A stretch many times over: what takes the square of its length shows by that. */
function manyTimes(text: Bytes, chance: Chance): Bytes {
  if (chance.below(4) > 0) return double(text, chance);
  const [from, to] = stretch(text, chance);
  const piece = text.slice(from, Math.min(to, from + 200)) || 'a';
  const most = chance.below(8) === 0 ? LARGEST_INPUT : 8 * 1024;
  const times = Math.max(1, Math.floor((most - text.length) / piece.length));
  return put(text, to, to, piece.repeat(chance.below(times) + 1));
}
