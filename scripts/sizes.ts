/** How large what was built is, and how much of it a start of the program loads. */
import { readFileSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** A part of the program: what is loaded when it starts, and what it loads when that is needed. */
export interface Part {
  readonly name: string;
  /** Files that are loaded at once, with their sizes in bytes. */
  readonly first: ReadonlyMap<string, number>;
  /** Files that are loaded when something in them is needed. */
  readonly later: ReadonlyMap<string, number>;
}

/**
 * What the first picture may load, in bytes: some 5 % above what it loads today. Whoever comes here because a
 * test fails should first look whether what is new cannot be loaded when it is needed (`renderer/desk/lateSheets.ts`,
 * `electron/store/late.ts`).
 */
export const LIMITS: Readonly<Record<string, number>> = {
  'main process': 500_000,
  'store thread': 1_680_000,
  'window, code': 1_480_000,
  'window, styles': 130_000,
};

/** The parts that a start of the window loads. */
export function partsOf(dist: string): Part[] {
  const renderer = join(dist, 'renderer');
  const page = readFileSync(join(renderer, 'index.html'), 'utf8');
  const named = [...page.matchAll(/(?:src|href)="\.\/([^"]+)"/gu)].map(([, file = '']) =>
    join(renderer, file),
  );
  return [
    part('main process', [join(dist, 'main.js')]),
    part('store thread', [join(dist, 'worker.js')]),
    part('window, code', named.filter(isCode)),
    ofFiles(
      'window, styles',
      named.filter((file) => file.endsWith('.css')),
    ),
    ofFiles(
      'window, faces',
      named.filter((file) => file.endsWith('.woff2')),
    ),
  ];
}

/** The sizes of the parts as lines for people: the file's name and kilobytes, the first ones and the sum of the others. */
export function sizeTable(parts: readonly Part[]): string {
  const rows = parts.flatMap(({ name, first, later }) => [
    [
      name,
      `${first.size} at once, ${later.size} later`,
      inKilobytes(sumOf(first)),
      inKilobytes(sumOf(later)),
    ],
    ...[...first].map(([file, size]) => ['', basename(file), inKilobytes(size), '']),
  ]);
  const head = ['', '', 'at once', 'later'];
  const all = [head, ...rows];
  const widths = head.map((_, column) => Math.max(...all.map((row) => row[column]?.length ?? 0)));
  return all
    .map(([name = '', file = '', first = '', later = '']) =>
      `  ${name.padEnd(widths[0] ?? 0)}  ${file.padEnd(widths[1] ?? 0)}  ${first.padStart(widths[2] ?? 0)}  ${later.padStart(widths[3] ?? 0)}`.trimEnd(),
    )
    .join('\n');
}

/** The sum of the sizes of files, in bytes. */
export function sumOf(files: ReadonlyMap<string, number>): number {
  return [...files.values()].reduce((sum, size) => sum + size, 0);
}

/** A part of code: from its entries by what they import, at once or when it is needed. */
function part(name: string, entries: readonly string[]): Part {
  const first = closure(entries, staticImports);
  const all = closure(entries, (file) => [...staticImports(file), ...lateImports(file)]);
  const later = [...all].filter((file) => !first.has(file));
  return { name, first: sized(first), later: sized(later) };
}

function ofFiles(name: string, files: readonly string[]): Part {
  return { name, first: sized(files), later: new Map() };
}

function closure(
  entries: readonly string[],
  importsOf: (file: string) => readonly string[],
): Set<string> {
  const found = new Set(entries);
  // What is added while this goes on is gone through as well.
  for (const file of found) for (const other of importsOf(file)) found.add(other);
  return found;
}

const STATIC = /(?:\bfrom|\bimport)\s*["'`]\.\/([^"'`]+\.js)["'`]/gu;
const LATE = /\bimport\(\s*["'`]\.\/([^"'`]+\.js)["'`]/gu;

function staticImports(file: string): string[] {
  return importsBy(STATIC, file);
}

function lateImports(file: string): string[] {
  return importsBy(LATE, file);
}

function importsBy(pattern: RegExp, file: string): string[] {
  const code = readFileSync(file, 'utf8');
  return [...code.matchAll(pattern)].map(([, name = '']) => join(dirname(file), name));
}

function sized(files: Iterable<string>): Map<string, number> {
  const sizes = [...files].map((file) => [file, statSync(file).size] as const);
  return new Map(sizes.toSorted(([, a], [, b]) => b - a));
}

function isCode(file: string): boolean {
  return file.endsWith('.js');
}

function inKilobytes(bytes: number): string {
  return bytes === 0 ? '' : `${(bytes / 1000).toFixed(0)} kB`;
}
