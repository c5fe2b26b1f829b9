/**
 * Builds the app into dist/: the main process, the worker that owns the database, the one
 * that cleans what is imported, the one that checks backups and libraries, the command line, the preload script and the window. Does nothing when no source has changed since the last build.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { cp, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { InlineConfig } from 'vite';
import { faces } from '../electron/reading-edition/fonts.ts';
import { Makings } from './licences.ts';

const root = resolve(import.meta.dirname, '..');

// Whoever calls: under a test runner React would be built as for development, large and slow.
process.env['NODE_ENV'] = 'production';
const dist = join(root, 'dist');

/** Where the state of the sources at the last build is written down; it is not packed into the app. */
const stamp = join(dist, '.sources');

/** Everything that can change what is built. */
const SOURCES = [
  ...['domain', 'electron', 'renderer'],
  ...['scripts/build.ts', 'scripts/licences.ts', 'scripts/licences', 'package-lock.json'],
];

/** What the program turns out to be made of. */
const makings = new Makings(root);

/** Never bundled: Electron itself, and the package with compiled code. */
const EXTERNAL = ['electron', 'better-sqlite3'];

const sources = sourceState();
if (sources !== lastBuilt()) await buildAll().catch(giveUp);

/** The builder's own message shows the place in the source; a stack trace of the builder would bury it. */
function giveUp(error: unknown): void {
  console.error(error instanceof Error ? error.message : error);
  console.error('\nThe app could not be built.');
  process.exitCode = 1;
}

async function buildAll(): Promise<void> {
  const begin = performance.now();
  await rm(dist, { recursive: true, force: true });
  const { build } = await import('vite');
  await build(forNode('electron/main.ts', 'main.js', 'es'));
  await build(forNode('electron/store/worker.ts', 'worker.js', 'es'));
  await build(forNode('electron/import/cleaning-thread.ts', 'cleaning.js', 'es'));
  await build(forNode('electron/store/safety/checking-thread.ts', 'checking.js', 'es'));
  await build(forNode('electron/cli/cli.ts', 'cli.js', 'es'));
  await build(forNode('electron/preload.ts', 'preload.cjs', 'cjs'));
  await build(await forWindow());
  await copyFaces();
  makings.addFile(join(root, 'node_modules', 'better-sqlite3', 'package.json'));
  writeFileSync(join(dist, 'licences.json'), JSON.stringify(makings.licences()));
  writeFileSync(stamp, sources);
  console.log(`Built the app in ${((performance.now() - begin) / 1000).toFixed(1)} s.`);
}

/** Puts the faces that a reading edition brings along beside the program, which reads them where it needs them. */
async function copyFaces(): Promise<void> {
  for (const { from, file } of faces) {
    const face = join(root, 'node_modules', from, 'files', file);
    makings.addFile(face);
    await cp(face, join(dist, 'fonts', file));
  }
}

/**
 * One file for Electron's Node. Packages are bundled in, so that the app ships no node_modules but
 * better-sqlite3, and a sandboxed preload script, which cannot load files, is whole.
 */
function forNode(entry: string, file: string, format: 'es' | 'cjs'): InlineConfig {
  return {
    ...common(),
    plugins: [makings.plugin()],
    ssr: { noExternal: true, external: EXTERNAL },
    build: {
      ...output(dist),
      target: 'node20',
      ssr: join(root, entry),
      rolldownOptions: {
        external: EXTERNAL,
        output: { format, entryFileNames: file, codeSplitting: false },
      },
    },
  };
}

/** The window: renderer/index.html and what it names. */
async function forWindow(): Promise<InlineConfig> {
  const { default: react } = await import('@vitejs/plugin-react');
  return {
    ...common(),
    root: join(root, 'renderer'),
    base: './',
    plugins: [react(), makings.plugin()],
    build: {
      ...output(join(dist, 'renderer')),
      target: 'chrome130',
      // The window's security policy takes fonts and pictures from files only, not from `data:` addresses.
      assetsInlineLimit: 0,
      // Read from the disk: one large file is quicker than several small ones.
      chunkSizeWarningLimit: 5_000,
      modulePreload: { polyfill: false },
      rolldownOptions: {
        output: {
          codeSplitting: {
            // Whatever chunk knows a validator, the word that it makes no functions comes first.
            groups: [{ name: 'validator', test: /node_modules[/\\]zod|renderer[/\\]validator/u }],
          },
        },
      },
    },
  };
}

/** What all builds have in common. */
function common(): InlineConfig {
  return { configFile: false, root, publicDir: false, logLevel: 'warn' };
}

/** Source maps are made for readable errors in tests and trials; they are not packed into the app. */
function output(outDir: string) {
  return { outDir, emptyOutDir: false, sourcemap: true, reportCompressedSize: false } as const;
}

/** Path, size and time of every source file, as one hash. Tests are no part of the app. */
function sourceState(): string {
  const files = SOURCES.flatMap(filesIn).filter((file) => !/\.test\.tsx?$/.test(file));
  const hash = createHash('sha256');
  for (const file of files.toSorted()) {
    const { size, mtimeMs } = statSync(join(root, file));
    hash.update(`${file}\0${size}\0${mtimeMs}\n`);
  }
  return hash.digest('hex');
}

function filesIn(path: string): string[] {
  const found = statSync(join(root, path), { throwIfNoEntry: false });
  if (!found) return [];
  if (found.isFile()) return [path];
  return readdirSync(join(root, path), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1));
}

function lastBuilt(): string | undefined {
  try {
    return readFileSync(stamp, 'utf8');
  } catch {
    return undefined;
  }
}
