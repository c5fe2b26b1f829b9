import type { Round } from './rounds.ts';

const COLUMNS = [
  'parser',
  'inputs',
  'taken',
  'refused',
  'slowest ms',
  'memory MB',
  'seconds',
  'finds',
];
const WIDTHS = [18, 9, 9, 9, 11, 10, 8, 6];

/** What has come of some rounds, as lines of a table. */
export function table(rounds: readonly Round[], headed: boolean): string {
  const rows = rounds.map((round) => [
    round.parser,
    round.inputs.toLocaleString('en'),
    round.taken.toLocaleString('en'),
    round.refused.toLocaleString('en'),
    round.slowest.took.toFixed(0),
    (round.memory / 1e6).toFixed(0),
    round.seconds.toFixed(1),
    String(round.finds.length),
  ]);
  return (headed ? [COLUMNS, ...rows] : rows).map(line).join('\n');
}

function line(cells: readonly string[]): string {
  const padded = cells.map((cell, at) =>
    at === 0 ? cell.padEnd(WIDTHS[at] ?? 0) : cell.padStart(WIDTHS[at] ?? 0),
  );
  return padded.join(' ');
}
