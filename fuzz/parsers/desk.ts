import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { commandLineOf, readArguments } from '../../electron/arguments.ts';
import { openSettingsFile } from '../../electron/settings-file.ts';
import { Settings } from '../../domain/settings.ts';
import { run } from '../../electron/cli/run.ts';
import { commands } from '../../electron/cli/commands.ts';
import { said } from '../good.ts';
import { must } from '../judging.ts';
import type { Parser } from '../parser.ts';
import { oneOf } from '../chance.ts';

/** What the program is started with. */
export const startWords: Parser = {
  name: 'arguments',
  share: 190,
  shape: 'words',
  good: said(
    '--library=a.cablewright\nb.txt\n--screenshot=c.png',
    'cli\nimport\na.txt\n--library\nb.cablewright',
    '--inspect\n/opt/app\ncli\nclean\n-',
    '-psn_0_1\na.CABLEWRIGHT\n--\nb.cablewright',
  ),
  words: [
    '--library=',
    '--screenshot=',
    'cli',
    '.cablewright',
    '--',
    '-',
    '=',
    '/',
    '..',
    '\0',
    '\n',
    'file:///a%2',
    '~',
    '\\\\server\\x',
  ],
  begin: () => (bytes) => {
    const argv = bytes.toString('utf8').split('\n');
    for (const program of [null, '/opt/app']) {
      const { library, screenshot, files } = readArguments(argv, '/home/kay', program);
      for (const path of [library, screenshot, ...files])
        must(path === null || path === resolve('/home/kay', path), 'a path is not absolute');
      const line = commandLineOf(argv, '/home/kay', program);
      must(line === null || line.length < argv.length, 'a command line is longer than its words');
    }
  },
};

/** The file of the settings: whatever it says, the program starts. */
export const settings: Parser = {
  name: 'settings',
  share: 50,
  shape: 'json',
  good: said(
    JSON.stringify({
      settings: {
        theme: 'dark',
        creator: 'kay',
        asked: true,
        table: [{ column: 'date', width: 90 }],
        facets: ['tag'],
      },
      window: { bounds: { x: 0, y: 0, width: 800, height: 600 }, maximized: false },
      recent: ['/home/kay/a.cablewright'],
    }),
    JSON.stringify({ settings: { theme: 'system', creator: '' }, window: null, recent: [] }),
  ),
  words: ['"theme"', '"dark"', '"recent"', '"window"', '"bounds"', 'null', '1e99'],
  begin: (folder) => {
    const path = join(folder, 'settings.json');
    return (bytes) => {
      writeFileSync(path, bytes);
      const { settings: read, recent, window } = openSettingsFile(path, 'kay', () => undefined);
      must(Settings.safeParse(read).success, 'the settings are none');
      must(
        recent.every((one) => typeof one === 'string'),
        'a library has no path',
      );
      must(window === null || window.bounds.width >= 1, 'the window has no width');
      for (const name of readdirSync(folder)) rmSync(join(folder, name));
    };
  },
};

const OPTIONS = Object.values(commands).flatMap(({ options }) =>
  Object.keys(options).map((name) => `--${name}`),
);
const WORDS = [
  ...[
    '--json',
    '--help',
    '-h',
    '--',
    '-',
    '',
    '--library',
    'l.cablewright',
    'm.cablewright',
    'a.txt',
    'b.json',
    'nowhere',
    'tei',
    'csv',
  ],
  ...[
    '--library=l.cablewright',
    '--to',
    'out',
    '--format',
    '-1',
    '1e9',
    'bombers',
    '"',
    'tag:',
    'NEAR(',
    '--author',
    'kay',
    '🚢',
    '--x',
  ],
  ...OPTIONS,
] as const;

/** The command line without a window. Its words name no place outside the folder it is tried in. */
export const commandLine: Parser = {
  name: 'command-line',
  share: 0.7,
  shape: 'words',
  good: said(
    'clean\na.txt',
    'import\na.txt\n--library\nl.cablewright',
    'search\nbombers\n--library\nl.cablewright\n--json',
    'verify\n--library\nl.cablewright',
  ),
  words: [...Object.keys(commands), ...WORDS.map((word) => `\n${word}`)],
  make: (chance) =>
    [
      chance.one(Object.keys(commands)) ?? 'help',
      ...Array.from({ length: chance.below(7) }, () => oneOf(chance, ['', ...WORDS])),
    ].join('\n'),
  begin: (folder) => {
    process.chdir(folder);
    writeFileSync('a.txt', 'SECRET\n\nThe bombers stay in Cuba.\n');
    writeFileSync('b.json', '[]');
    return async (bytes) => {
      const line = bytes
        .toString('utf8')
        .replaceAll(/[/\\\0]|\.\./gu, '')
        .split('\n')
        .slice(0, 40);
      let told = '';
      const hear = (text: string) => {
        told += text;
      };
      const exit = await run(
        line,
        { out: hear, err: hear, watched: false },
        {
          signal: new AbortController().signal,
          backups: join(folder, 'backups'),
          author: 'kay',
          program: null,
        },
      );
      must([0, 1, 2, 3].includes(exit), `it ended with ${exit}`);
      must(!told.includes('did not foresee'), told.slice(0, 300));
    };
  },
};
