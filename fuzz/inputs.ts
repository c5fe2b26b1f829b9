import type { Chance } from '../electron/testing/chance.ts';
import { chanceFor, small } from './chance.ts';
import { LARGEST_INPUT, mutated } from './mutate.ts';
import { TROUBLE } from './changes.ts';
import type { Parser } from './parser.ts';

/** Makes the inputs of a parser, each by its number: good files with faults, made ones, and noise. */
export function inputsOf(parser: Parser, seed: number): (number: number) => Buffer {
  const good = parser.good();
  const language = { ...parser, good };
  return (number) => {
    const chance = chanceFor(seed, parser.name, number);
    if (parser.make && (parser.madeOnly || chance.below(3) === 0)) {
      const made = Buffer.from(parser.make(chance));
      return parser.madeOnly || chance.below(2) === 0 ? made : mutated(made, language, chance);
    }
    const file = chance.one(good);
    if (!file || chance.below(20) === 0) return noise(chance, parser.words);
    if (chance.below(60) === 0) return monotone(file, chance, parser.words);
    return mutated(file, language, chance);
  };
}

/** A word or two over and over in the midst of a good file: what takes the square of their number shows. */
function monotone(file: Buffer, chance: Chance, words: readonly string[]): Buffer {
  const word = () =>
    Buffer.from(chance.one(chance.below(2) === 0 ? words : TROUBLE) ?? ' ', 'latin1');
  const piece = chance.below(2) === 0 ? word() : Buffer.concat([word(), word()]);
  const size = 2 ** (8 + chance.below(11));
  const many = Buffer.alloc(Math.min(size, LARGEST_INPUT), piece.length > 0 ? piece : ' ');
  const at = chance.below(file.length + 1);
  return Buffer.concat([file.subarray(0, at), many, file.subarray(at)]).subarray(0, LARGEST_INPUT);
}

/** Bytes, signs or words of a language without any order. */
function noise(chance: Chance, words: readonly string[]): Buffer {
  const length = small(chance, 4000);
  const kind = chance.below(3);
  if (kind === 0) return Buffer.from(Array.from({ length }, () => chance.below(256)));
  const sign = () =>
    kind === 1
      ? String.fromCodePoint(chance.below(chance.below(9) === 0 ? 0xd800 : 0x250))
      : word();
  const word = () => (chance.one(words) ?? 'a') + (chance.below(3) === 0 ? ' ' : '');
  return Buffer.from(Array.from({ length: kind === 1 ? length : length / 8 }, sign).join(''));
}
