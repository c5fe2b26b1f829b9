/**
 * Has every parser of Cablewright read what nobody would write:
 *
 *     npm run fuzz -- --inputs=1000000 --seed=7
 *     npm run fuzz -- --parser=tei --inputs=20000
 *     npm run fuzz -- --case=fuzz/fixtures/cases/tei/abc    (one file again)
 *
 * The same seed makes the same inputs. What is found is written below `--finds` (test-results/fuzz unless given),
 * made short, and is to be mended and kept in `fuzz/fixtures/cases`. Ends with 1 where anything was found.
 */
import { readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { parserCalled, parsers } from './parsers.ts';
import { reader } from './reader.ts';
import { runRounds, type Round } from './rounds.ts';
import { table } from './table.ts';

const { values } = parseArgs({
  options: {
    inputs: { type: 'string', default: '20000' },
    seed: { type: 'string' },
    from: { type: 'string', default: '0' },
    parser: { type: 'string', multiple: true },
    finds: { type: 'string', default: join('test-results', 'fuzz') },
    case: { type: 'string' },
  },
});

const seed = Number(values.seed ?? Math.floor(Math.random() * 2 ** 31));
const chosen = values.parser?.map(parserCalled) ?? parsers;
const shares = chosen.reduce((sum, { share }) => sum + share, 0);
const from = Number(values.from);
const inputs = Number(values.inputs);
const reading = reader();

try {
  process.exitCode = values.case ? await again(values.case) : await all();
} finally {
  await reading.close();
}

/** Reads a file again that was found. */
async function again(path: string): Promise<number> {
  const name = values.parser?.[0] ?? basename(dirname(path));
  const problem = await reading.try(name, readFileSync(path));
  console.log(
    problem ? `${problem.kind}: ${problem.message}\n${problem.where}` : 'Nothing is wrong.',
  );
  return problem ? 1 : 0;
}

async function all(): Promise<number> {
  console.log(`Seed ${seed}, ${inputs} inputs.`);
  const rounds: Round[] = [];
  for (const parser of chosen) {
    const count = Math.max(1, Math.round((inputs * parser.share) / shares));
    const tell = (done: number) => {
      if (process.stderr.isTTY) process.stderr.write(`\r${parser.name}: ${done} of ${count}   `);
    };
    const round = await runRounds(reading, {
      ...{ parser, seed, from, to: from + count, finds: values.finds, tell },
    });
    if (process.stderr.isTTY) process.stderr.write('\r\u001b[K');
    console.log(table([round], rounds.length === 0));
    for (const { problem, number, times, file } of round.finds)
      console.log(
        `    ${problem.kind} (input ${number}, ${times} in all) ${problem.where}\n      ${problem.message}\n      ${file ?? ''}`,
      );
    rounds.push(round);
  }
  const finds = rounds.reduce((sum, round) => sum + round.finds.length, 0);
  const total = rounds.reduce((sum, round) => sum + round.inputs, 0);
  const seconds = rounds.reduce((sum, round) => sum + round.seconds, 0);
  console.log(
    `\nSeed ${seed}: ${total.toLocaleString('en')} inputs in ${Math.round(seconds)} s, ${finds} ${finds === 1 ? 'find' : 'finds'}.`,
  );
  return finds === 0 ? 0 : 1;
}
