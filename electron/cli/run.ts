import { parseArgs } from 'node:util';
import { failureOf } from '../../domain/failure.ts';
import {
  EXIT,
  parseOptions,
  WordsError,
  type Exit,
  type Surroundings,
  type Words,
} from './command.ts';
import { commands, type CommandName } from './commands.ts';
import { helpFor, helpForAll } from './help.ts';
import { outputOn, type Streams } from './output.ts';

/** What a command line stands in, but for what its words say. */
export type Standing = Omit<Surroundings, 'output'>;

/**
 * Runs one command line, without the name of the program: `['clean', 'a.txt', '--json']`. Whatever goes
 * wrong is said on the streams, and told by the exit code.
 */
export async function run(
  line: readonly string[],
  streams: Streams,
  standing: Standing,
): Promise<Exit> {
  const [name, ...rest] = line;
  const json = rest.includes('--json');
  const output = outputOn(streams, json);
  if (name === undefined || name === 'help' || name === '--help' || name === '-h') {
    const about = rest.find((word) => !word.startsWith('-'));
    const help = `${about && isCommand(about) ? helpFor(about) : helpForAll()}\n`;
    if (name === undefined) streams.err(help);
    else streams.out(help);
    return name === undefined ? EXIT.words : EXIT.done;
  }
  if (!isCommand(name)) {
    output.remark(`There is no command ${name}.\n\n${helpForAll()}`);
    return EXIT.words;
  }
  try {
    const words = wordsOf(name, rest);
    if (words.has('help')) {
      streams.out(`${helpFor(name)}\n`);
      return EXIT.done;
    }
    return await commands[name].run(words, { ...standing, output });
  } catch (error) {
    if (error instanceof WordsError) {
      output.remark(`${error.message}\n\n${helpFor(name)}`);
      return EXIT.words;
    }
    const failure = failureOf(error);
    if (json) output.result({ failure }, '');
    else output.remark(failure.message);
    return EXIT.failed;
  }
}

function isCommand(name: string): name is CommandName {
  return Object.hasOwn(commands, name);
}

/** The words behind a command's name, read. Fails with a `WordsError` where they are not its words. */
function wordsOf(name: CommandName, rest: readonly string[]): Words {
  const { positionals, values } = parsed(name, rest);
  return {
    bare: positionals,
    value: (option) => {
      const value = values[option];
      return typeof value === 'string' ? value : null;
    },
    values: (option) => {
      const all = values[option];
      return Array.isArray(all) ? all.filter((each) => typeof each === 'string') : [];
    },
    has: (option) => values[option] === true,
  };
}

function parsed(name: CommandName, rest: readonly string[]) {
  try {
    return parseArgs({
      args: [...rest],
      options: parseOptions(commands[name]),
      allowPositionals: true,
      strict: true,
    });
  } catch (error) {
    throw new WordsError(error instanceof Error ? error.message : String(error));
  }
}
