import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '..');

/** A test as the table names it: `path › title`. */
interface Named {
  readonly path: string;
  readonly title: string;
}

/** Rows of the tables of faults and of security, each with what its last column holds. */
const rows = ['reliability.md', 'security.md']
  .flatMap((name) => readFileSync(join(root, 'docs', name), 'utf8').split('\n'))
  .filter((line) => line.startsWith('| ') && !/^\| (Fault|Point|---)/u.test(line))
  .map((line) => {
    const cells = line.slice(1, -1).split(/(?<!\\)\|/u);
    return { fault: (cells[0] ?? '').trim(), tests: testsIn(cells.at(-1) ?? '') };
  });

function testsIn(cell: string): Named[] {
  return [...cell.matchAll(/`([^`›]+) › ([^`]+)`/gu)].map(([, path = '', title = '']) => ({
    path: path.trim(),
    title: title.trim(),
  }));
}

/** Whether a file of tests has one of this title; quotes within are written as in the source. */
function hasTest({ path, title }: Named): boolean {
  const file = join(root, path);
  if (!existsSync(file)) return false;
  const source = readFileSync(file, 'utf8').replaceAll(/\\(['"`])/gu, '$1');
  return ["'", '"', '`'].some((quote) => source.includes(`${quote}${title}${quote}`));
}

describe('the tables of faults and of security', () => {
  it('has rows', () => {
    expect(rows.length).toBeGreaterThan(0);
  });

  it.each(rows)('$fault: names a test', ({ tests }) => {
    expect(tests.length).toBeGreaterThan(0);
  });

  const named = rows.flatMap(({ fault, tests }) => tests.map((test) => ({ fault, ...test })));
  it.each(named)('$fault: $path has “$title”', (test) => {
    expect(hasTest(test)).toBe(true);
  });
});

/** The Electron that all was tried with first; older ones get no more mending. */
const TRIED = 45;

it('Electron is pinned to one version, and no old one', () => {
  const { devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    readonly devDependencies: Readonly<Record<string, string>>;
  };
  const [, major] = /^(\d+)\.\d+\.\d+$/u.exec(devDependencies['electron'] ?? '') ?? [];
  expect(Number(major)).toBeGreaterThanOrEqual(TRIED);
});
