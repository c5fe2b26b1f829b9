/**
 * Builds the app into dist/: the main process, the worker that owns the database, the one
 * that cleans what is imported, the one that checks backups and libraries, the command line, the preload script and the window. Does nothing when no source has changed since the last build.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { cp, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { InlineConfig, Plugin } from 'vite';
import { faces } from '../electron/reading-edition/fonts.ts';
import { Makings } from './licences.ts';
import { partsOf, sizeTable } from './sizes.ts';

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

/** Programs that no start of the window waits for: two threads, and the command line. */
const OTHERS = {
  cleaning: 'electron/import/cleaning-thread.ts',
  checking: 'electron/store/safety/checking-thread.ts',
  cli: 'electron/cli/cli.ts',
};

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
  await build(forNode({ main: 'electron/main.ts' }));
  await build(forNode({ worker: 'electron/store/worker.ts' }));
  await build(forNode(OTHERS));
  await build(forPreload());
  await build(await forWindow());
  await copyFaces();
  makings.addFile(join(root, 'node_modules', 'better-sqlite3', 'package.json'));
  writeFileSync(join(dist, 'licences.json'), JSON.stringify(makings.licences()));
  writeFileSync(stamp, sources);
  console.log(sizeTable(partsOf(dist)));
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
 * Programs for Electron's Node, each a file in dist/; what several of them need, and what one loads only when
 * it is needed, are parts beside them. Packages are bundled in, so that the app ships no node_modules but
 * better-sqlite3. All lie in one folder, so that `import.meta.dirname` is the same in every part.
 */
function forNode(input: Readonly<Record<string, string>>): InlineConfig {
  return {
    ...common(),
    plugins: [makings.plugin()],
    ssr: { noExternal: true, external: EXTERNAL },
    build: {
      ...output(dist),
      target: 'node20',
      ssr: true,
      rolldownOptions: {
        input: Object.fromEntries(
          Object.entries(input).map(([name, entry]) => [name, join(root, entry)]),
        ),
        external: EXTERNAL,
        output: {
          format: 'es',
          entryFileNames: '[name].js',
          chunkFileNames: 'part-[name]-[hash].js',
        },
      },
    },
  };
}

/** The preload script: a sandboxed one cannot load files, so it is whole. */
function forPreload(): InlineConfig {
  return {
    ...common(),
    plugins: [makings.plugin()],
    ssr: { noExternal: true, external: EXTERNAL },
    build: {
      ...output(dist),
      target: 'node20',
      ssr: join(root, 'electron/preload.ts'),
      rolldownOptions: {
        external: EXTERNAL,
        output: { format: 'cjs', entryFileNames: 'preload.cjs', codeSplitting: false },
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
    plugins: [react(), inEnglish(), deskAhead(), makings.plugin()],
    build: {
      ...output(join(dist, 'renderer')),
      target: 'chrome130',
      // The window's security policy takes fonts and pictures from files only, not from `data:` addresses.
      assetsInlineLimit: 0,
      chunkSizeWarningLimit: 5_000,
      rolldownOptions: {
        input: {
          index: join(root, 'renderer', 'index.html'),
          desk: join(root, 'renderer', 'main.tsx'),
        },
        output: {
          codeSplitting: {
            groups: [
              // Whatever chunk knows a validator, the word that it makes no functions comes first.
              {
                name: 'validator',
                test: /node_modules[/\\]zod|renderer[/\\]validator/u,
                priority: 3,
              },
              // It is there before everything else, and small.
              {
                name: 'opening',
                test: /renderer[/\\](?:opening\.ts|index\.html)|preload-helper/u,
                priority: 4,
              },
              // What the first picture needs is one file; so is what several sheets have in common.
              { name: 'desk', tags: ['$initial'], priority: 2 },
              { name: 'sheets', minShareCount: 2, priority: 1 },
            ],
          },
        },
      },
      // One file: the order of its rules does not depend on which sheet was opened first.
      cssCodeSplit: false,
      modulePreload: { polyfill: false },
    },
  };
}

/**
 * What the controls say by themselves comes in thirty languages. The desk speaks English (see App.tsx); the
 * words of all others are left out.
 */
function inEnglish(): Plugin {
  return {
    name: 'in-english',
    load: (id) =>
      /[/\\]intl[/\\].*(?!en-US)[a-z]{2}-[A-Z]{2}\.mjs$/u.test(id) ? 'export default {};' : null,
  };
}

/** Has the page fetch the code of the desk at once, though it runs only when the opening is drawn. */
function deskAhead(): Plugin {
  return {
    name: 'desk-ahead',
    transformIndexHtml: {
      order: 'post',
      handler: (_page, { bundle = {} }) =>
        ['desk', 'validator', 'rolldown-runtime'].flatMap((name) =>
          Object.values(bundle)
            .filter((file) => file.type === 'chunk' && file.name === name)
            .map(({ fileName }) => ({
              tag: 'link',
              attrs: { rel: 'modulepreload', crossorigin: true, href: `./${fileName}` },
              injectTo: 'head' as const,
            })),
        ),
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
