import { commands, type CommandName } from './commands.ts';

/** What the program is called in the help. */
const PROGRAM = 'cablewright';

/** The help of the whole command line. */
export function helpForAll(): string {
  const names = Object.keys(commands) as CommandName[];
  const width = Math.max(...names.map((name) => name.length));
  return [
    'Cablewright on the command line: the same program as the window, without one.',
    '',
    `Usage: ${PROGRAM} COMMAND …`,
    '',
    ...names.map((name) => `  ${name.padEnd(width)}  ${commands[name].summary}`),
    '',
    `${PROGRAM} COMMAND --help tells more, with examples.`,
    '--json says what is found as data, one JSON object a line.',
    'Exit codes: 0 all went well, 1 not all went well, 2 the words make no command, 3 it could not be done, 130 it was stopped.',
  ].join('\n');
}

/** The help of one command, with its options and examples. */
export function helpFor(name: CommandName): string {
  const { usage, summary, options, examples } = commands[name];
  const rows = [
    ...Object.entries(options).map(([option, { value, help }]) => [
      `--${option}${value ? ` ${value}` : ''}`,
      help,
    ]),
    ['--json', 'says what is found as data, one JSON object a line'],
    ['--help', 'says this'],
  ];
  const width = Math.max(...rows.map(([option = '']) => option.length));
  return [
    summary,
    '',
    `Usage: ${PROGRAM} ${name} ${usage}`,
    '',
    ...rows.map(([option = '', help]) => `  ${option.padEnd(width)}  ${help}`),
    '',
    examples.length === 1 ? 'Example:' : 'Examples:',
    ...examples.map((example) => `  ${PROGRAM} ${example}`),
  ].join('\n');
}
