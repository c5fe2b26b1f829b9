/** How large a packed program is, part by part. */
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { listPackage, statFile } from '@electron/asar';
import { resourcesIn, type Packing } from './places.mjs';

/** A part of the program. */
export interface Part {
  readonly name: string;
  readonly bytes: number;
}

/** The sizes of a packed program, in bytes. */
export interface Sizes {
  readonly whole: number;
  /** The whole, in parts: Electron, our program (the asar), SQLite, the seeds. */
  readonly parts: readonly Part[];
  /** What our program consists of, the largest first. */
  readonly program: readonly Part[];
}

/** A file of an asar archive: its path with `/`, and its size in bytes. */
export interface Entry {
  readonly path: string;
  readonly bytes: number;
  /** Whether it lies beside the archive, where it can be loaded as a library of the system. */
  readonly unpacked: boolean;
}

/** The files of an asar archive. */
export function entriesOf(archive: string): Entry[] {
  return listPackage(archive, { isPack: false }).flatMap((listed) => {
    const path = listed.replaceAll('\\', '/').replace(/^\//u, '');
    const found = statFile(archive, path, false);
    if (!('size' in found)) return [];
    return [{ path, bytes: found.size, unpacked: found.unpacked ?? false }];
  });
}

/** Measures the program that was packed. */
export function sizesOf({ folder }: Pick<Packing, 'folder'>): Sizes {
  const resources = resourcesIn(folder);
  const archive = join(resources, 'app.asar');
  const files = filesUnder(folder);
  const whole = sum(files.map(({ bytes }) => bytes));
  const under = (place: string) =>
    sum(files.filter(({ path }) => path.startsWith(place)).map(({ bytes }) => bytes));
  const parts = [
    { name: 'our program (app.asar)', bytes: statSync(archive).size },
    { name: 'SQLite', bytes: under(`${archive}.unpacked`) },
    { name: 'the seeds', bytes: under(join(resources, 'seeds')) },
  ];
  const electron = { name: 'Electron', bytes: whole - sum(parts.map(({ bytes }) => bytes)) };
  return { whole, parts: [electron, ...parts], program: programParts(archive) };
}

/** The files of the archive by what they are: each file of the main process, the window, fonts, packages. */
function programParts(archive: string): Part[] {
  const parts = new Map<string, number>();
  for (const { path, bytes, unpacked } of entriesOf(archive))
    if (!unpacked) parts.set(partOf(path), (parts.get(partOf(path)) ?? 0) + bytes);
  return [...parts].map(([name, bytes]) => ({ name, bytes })).toSorted((a, b) => b.bytes - a.bytes);
}

function partOf(path: string): string {
  if (path.startsWith('node_modules/')) return path.split('/').slice(0, 2).join('/');
  if (/\.(?:woff2?|ttf)$/u.test(path)) return 'fonts';
  if (path.startsWith('dist/part-')) return 'parts loaded when wanted (dist/part-*)';
  if (path.startsWith('dist/renderer/')) return 'the window (dist/renderer)';
  return path;
}

/** The sizes as lines for a person. */
export function tableOf({ whole, parts, program }: Sizes): string {
  const line = (indent: string, { name, bytes }: Part) =>
    `${indent}${name.padEnd(44 - indent.length)} ${(bytes / 1e6).toFixed(2).padStart(8)} MB`;
  return [
    line('', { name: 'The whole program', bytes: whole }),
    ...parts.map((part) => line('  ', part)),
    'In app.asar',
    ...program.map((part) => line('  ', part)),
  ].join('\n');
}

function filesUnder(folder: string): { readonly path: string; readonly bytes: number }[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({ path, bytes: statSync(path).size }));
}

const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0);
