/** How fast cleaning is, and whether it stays linear: `npm run bench:clean`. */
import { readdirSync, readFileSync } from 'node:fs';
import { clean } from '../domain/clean/clean.ts';
import { type Bar, atMost, report, time } from './bars.ts';

const SEEDS = new URL('../seeds/', import.meta.url);
const FIXTURE = new URL('../domain/clean/fixtures/raw-phenomena.txt', import.meta.url);
const SIZES = [5_000, 100_000, 1_000_000, 10_000_000];

/** Strings that make a regular expression backtrack, each repeated many times. */
const ATTACKS = [
  ...[' ', '\n', '0', 'a', '~', '[', '(', '#', '*', '-', '.', ',', '"', '<', '&', '\u0301', 'А'],
  ...[
    'SECRET\n',
    'SECRET\n14-00000\n',
    'SECRET ',
    'S E C R E T ',
    '[Page ',
    '[Page 1] ',
    '~~a',
    '  1. a\n',
    '(a)\n',
  ],
  ...['Drafted by:\n', 'REPRODUCTION ', '1\n2\n', 'CITE A ', 'TO : ', 'a1 ', '12345 ', 'ab-\n'],
  ...['GROUP 1\n', 'PAGE ', 'FORM 1 ', 'X', 'XXXX ', 'and by ', '  1. Source: Drafted by a, '],
];

const seeds = readdirSync(SEEDS)
  .filter((name) => name.endsWith('.txt'))
  .map((name) => readFileSync(new URL(name, SEEDS), 'utf8'));
const raw = readFileSync(FIXTURE, 'utf8')
  .replace(/[«»‹›]/g, '')
  .replaceAll('⏎', '\n');

/** Real and raw text of a size, in UTF-16 code units. */
function textOf(size: number): string {
  const once = [...seeds, raw].join('\n\n');
  return once.repeat(Math.ceil(size / once.length)).slice(0, size);
}

function speeds(): Bar[] {
  const times = SIZES.map((size) => {
    const text = textOf(size);
    const needed = time(() => void clean(text));
    const speed = size / 1e6 / (needed / 1e3);
    console.log(
      `${String(size).padStart(9)} characters  ${needed.toFixed(2)} ms  ${speed.toFixed(1)} MB/s`,
    );
    return needed;
  });
  const [, small = NaN, middle = NaN, large = NaN] = times;
  return [
    atMost('growth from 100 kB to 1 MB', middle / small, 12, 'times'),
    atMost('growth from 1 MB to 10 MB', large / middle, 12, 'times'),
  ];
}

/** A cable of 4 kB in a warm process, and a thousand of them. */
function cables(): Bar[] {
  const cable = seeds.find((text) => text.startsWith('552.')) ?? textOf(4_000);
  const scan = seeds.find((text) => text.includes('OUTGOING TELEGRAM')) ?? textOf(4_000);
  const many = (count: number) => () => {
    for (let at = 0; at < count; at++) clean(at % 2 ? cable : scan);
  };
  many(400)();
  const hundred = time(many(100));
  const thousand = time(many(1_000));
  return [
    atMost(
      'a printed cable of 4 kB',
      time(() => void clean(cable), 25),
      3,
      'ms',
    ),
    atMost(
      'a scanned cable of 4 kB',
      time(() => void clean(scan), 25),
      3,
      'ms',
    ),
    atMost('a thousand cables to a hundred', thousand / hundred, 12, 'times'),
  ];
}

/** Ten times an attack may take about ten times as long, not a hundred times. */
function attacks(): Bar {
  const factors = ATTACKS.map((piece) => {
    const text = (size: number) => piece.repeat(Math.ceil(size / piece.length));
    const [short, long] = [text(30_000), text(300_000)];
    const needed = time(() => void clean(long));
    return { piece, needed, factor: needed / time(() => void clean(short)) };
  });
  const worst = factors.reduce((a, b) => (a.factor >= b.factor ? a : b));
  const slowest = factors.reduce((a, b) => (a.needed >= b.needed ? a : b));
  console.log(`worst growth ${worst.factor.toFixed(1)} times: ${JSON.stringify(worst.piece)}`);
  console.log(`slowest 300 kB ${slowest.needed.toFixed(0)} ms: ${JSON.stringify(slowest.piece)}`);
  return atMost('growth of the worst attack, 30 kB to 300 kB', worst.factor, 25, 'times');
}

report('clean', [...speeds(), ...cables(), attacks()]);
