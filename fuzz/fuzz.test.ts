import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { inputsOf } from './inputs.ts';
import { parserCalled, parsers } from './parsers.ts';
import { reader } from './reader.ts';
import { runRounds } from './rounds.ts';

/** The seed of the rounds that every change goes through; a long run by hand has others. */
const SEED = 8;

/** How many inputs each parser is given here: so many that all of them take some seconds. */
const INPUTS: Readonly<Record<string, number>> = {
  text: 20,
  tei: 20,
  'gazetteer-tei': 20,
  markdown: 40,
  search: 20,
  coming: 15,
  ipc: 20,
  'library-file': 3,
  'command-line': 10,
};

const USUAL = 150;

const cases = join(import.meta.dirname, 'fixtures/cases');
const reading = reader();
afterAll(() => reading.close());

describe('what was found once is not found again', () => {
  for (const parser of readdirSync(cases))
    for (const name of readdirSync(join(cases, parser)))
      test(`${parser}: ${name}`, async () => {
        expect(parserCalled(parser).name).toBe(parser);
        expect(await reading.try(parser, readFileSync(join(cases, parser, name)))).toBeNull();
      });
});

describe('what nobody would write is taken, or refused by name', () => {
  for (const parser of parsers)
    test(`seed ${SEED}: ${parser.name}`, async () => {
      const to = INPUTS[parser.name] ?? USUAL;
      const round = await runRounds(reading, {
        ...{ parser, seed: SEED, from: 0, to, finds: null, tell: () => undefined },
      });
      expect(round.finds).toEqual([]);
      expect(round.inputs).toBe(to);
      expect(round.taken + round.refused).toBe(to);
    });
});

test('the same seed makes the same inputs, another seed others', () => {
  for (const parser of parsers) {
    const [once, again, other] = [inputsOf(parser, 1), inputsOf(parser, 1), inputsOf(parser, 2)];
    const numbers = Array.from({ length: 8 }, (_, number) => number);
    expect(numbers.map((number) => once(number).toString('latin1'))).toEqual(
      numbers
        .toReversed()
        .map((number) => again(number).toString('latin1'))
        .toReversed(),
    );
    const differ = numbers.some((number) => !once(number).equals(other(number)));
    expect(differ, parser.name).toBe(true);
  }
});
