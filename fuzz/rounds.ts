import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inputsOf } from './inputs.ts';
import type { Tally } from './messages.ts';
import type { Parser } from './parser.ts';
import { markOf, type Problem } from './problem.ts';
import type { Reader } from './reader.ts';
import { isSame, shrunk } from './shrink.ts';

/** What has come of the inputs of one parser. */
export interface Round {
  readonly parser: string;
  readonly inputs: number;
  readonly taken: number;
  readonly refused: number;
  readonly slowest: { readonly took: number; readonly number: number };
  readonly memory: number;
  readonly seconds: number;
  readonly finds: readonly Find[];
}

/** A problem, the first input that has shown it, and how many others have. */
export interface Find {
  readonly problem: Problem;
  readonly number: number;
  times: number;
  /** The file with its input, made shorter where that could be done; null where no file was asked for. */
  readonly file: string | null;
}

/** A parser's inputs of a run. */
export interface Rounds {
  readonly parser: Parser;
  readonly seed: number;
  readonly from: number;
  readonly to: number;
  /** Where inputs that were found are written. */
  readonly finds: string | null;
  readonly tell: (done: number) => void;
}

/** Has all inputs of a round read, and gathers what comes of them. */
export async function runRounds(reader: Reader, rounds: Rounds): Promise<Round> {
  const { parser, seed, from, to } = rounds;
  const begin = performance.now();
  const sum = { inputs: 0, taken: 0, refused: 0, slowest: { took: 0, number: from }, memory: 0 };
  const found = new Map<string, { problem: Problem; number: number; times: number }>();
  await reader.run(
    { parser: parser.name, seed, from, to },
    {
      found({ number, problem }) {
        const mark = markOf(parser.name, problem);
        const there = found.get(mark);
        if (there) there.times += 1;
        else found.set(mark, { problem, number, times: 1 });
      },
      tally(tally: Tally) {
        sum.inputs += tally.inputs;
        sum.taken += tally.taken;
        sum.refused += Object.values(tally.refused).reduce((all, one) => all + one, 0);
        if (tally.slowest.took > sum.slowest.took) sum.slowest = tally.slowest;
        sum.memory = Math.max(sum.memory, tally.memory);
        rounds.tell(sum.inputs);
      },
    },
  );
  const seconds = (performance.now() - begin) / 1000;
  const inputAt = inputsOf(parser, seed);
  const finds: Find[] = [];
  for (const one of found.values()) {
    const file =
      rounds.finds && (await kept(reader, rounds.finds, parser, inputAt(one.number), one.problem));
    finds.push({ ...one, file });
  }
  return { parser: parser.name, ...sum, seconds, finds };
}

/** Writes an input that was found, as short as it can be made. */
async function kept(
  reader: Reader,
  folder: string,
  parser: Parser,
  bytes: Buffer,
  problem: Problem,
): Promise<string> {
  const has = async (shorter: Buffer) => isSame(problem, await reader.try(parser.name, shorter));
  const alone = await has(bytes);
  const least = alone ? await shrunk(bytes, has) : bytes;
  const name = createHash('sha256').update(least).digest('hex').slice(0, 10);
  const path = join(folder, parser.name, `${name}${alone ? '' : '-not-alone'}`);
  mkdirSync(join(folder, parser.name), { recursive: true });
  writeFileSync(path, least);
  return path;
}
