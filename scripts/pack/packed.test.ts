import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { extractFile } from '@electron/asar';
import { FuseState, FuseV1Options, FuseVersion, getCurrentFuseWire } from '@electron/fuses';
import { beforeAll, describe, expect, test } from 'vitest';
import { inRoot } from '../setup/paths.mjs';
import { inspectable } from './inspectable.ts';
import { executableIn, inspectableFolder, packing, resourcesIn, type Packing } from './places.mjs';
import { entriesOf, sizesOf, tableOf, type Entry } from './sizes.ts';

let plan: Packing;
let archive: string;
let entries: Entry[];

beforeAll(() => {
  for (const script of ['scripts/build.ts', 'scripts/pack/pack.ts'])
    execFileSync(process.execPath, [inRoot(script), '--if-stale'], { cwd: inRoot() });
  plan = packing();
  archive = join(resourcesIn(plan.folder), 'app.asar');
  entries = entriesOf(archive);
}, 300_000);

/** What a packed file of ours may be. */
const EXPECTED = [
  /^package\.json$/u,
  /^dist\/[\w.-]+\.js$/u,
  /^dist\/(?:preload\.cjs|licences\.json)$/u,
  /^dist\/fonts\/[\w.-]+\.woff2$/u,
  /^dist\/renderer\/index\.html$/u,
  /^dist\/renderer\/assets\/[\w.-]+\.(?:js|css|woff2|svg|png)$/u,
  /^node_modules\/better-sqlite3\/(?:package\.json|LICENSE)$/u,
  /^node_modules\/better-sqlite3\/lib\/(?:methods\/)?[\w-]+\.js$/u,
];

/** SQLite, compiled. */
const BINDINGS = /^node_modules\/better-sqlite3\/(?:prebuilds\/[\w-]+|build\/Release\/\w+)\.node$/u;

describe('what is packed', () => {
  test('is the program and nothing that it was made with', () => {
    const others = entries.filter(
      ({ path }) => !BINDINGS.test(path) && !EXPECTED.some((pattern) => pattern.test(path)),
    );
    expect(others.map(({ path }) => path)).toEqual([]);
    expect(entries.filter(({ path }) => /\.test\.|\.spec\.|fixture/u.test(path))).toEqual([]);
  });

  test('holds one binding of SQLite, that of this system', () => {
    const own = `node_modules/better-sqlite3/prebuilds/${process.platform}-${process.arch}.node`;
    const compiled = 'node_modules/better-sqlite3/build/Release/better_sqlite3.node';
    const bindings = entries.filter(({ path }) => BINDINGS.test(path)).map(({ path }) => path);
    // Only a trial on the stand-in needs the one compiled for it.
    expect(bindings.toSorted()).toEqual(plan.trial ? [compiled, own] : [own]);
  });

  test('lies in the archive, but for compiled code', () => {
    const unpacked = entries.filter((entry) => entry.unpacked).map(({ path }) => path);
    expect(unpacked.filter((path) => !BINDINGS.test(path))).toEqual([]);
    const resources = readdirSync(resourcesIn(plan.folder)).toSorted();
    const picture = process.platform === 'linux' ? ['icon.png'] : [];
    expect(resources).toEqual(['app.asar', 'app.asar.unpacked', ...picture, 'seeds']);
  });

  test('has no file that nothing names', () => {
    const named = entries
      .filter(({ path }) => /^dist\/.*\.(?:html|css|js)$/u.test(path))
      .map(({ path }) => ({ path, text: extractFile(archive, path).toString('utf8') }));
    const assets = entries.filter(({ path }) => /^dist\/(?:renderer\/assets\/|part-)/u.test(path));
    const unnamed = assets.filter(({ path }) => {
      const name = path.slice(path.lastIndexOf('/') + 1);
      return !named.some((other) => other.path !== path && other.text.includes(name));
    });
    expect(assets.length).toBeGreaterThan(0);
    expect(unnamed.map(({ path }) => path)).toEqual([]);
  });

  test('says nothing of the machine it was made on', () => {
    const telling = entries.filter(
      ({ path, unpacked }) => !unpacked && extractFile(archive, path).includes(`${inRoot()}/`),
    );
    expect(telling.map(({ path }) => path)).toEqual([]);
    const { scripts, devDependencies } = JSON.parse(
      extractFile(archive, 'package.json').toString('utf8'),
    ) as Record<string, unknown>;
    expect({ scripts, devDependencies }).toEqual({});
  });

  test('says that it is for trials only where it is', () => {
    expect(existsSync(join(plan.folder, 'FOR TRIALS ONLY.txt'))).toBe(plan.trial);
  });

  test('is reported in parts that make up the whole', () => {
    const sizes = sizesOf(plan);
    const sum = sizes.parts.reduce((all, { bytes }) => all + bytes, 0);
    expect(sum).toBe(sizes.whole);
    for (const { bytes } of sizes.parts) expect(bytes).toBeGreaterThan(0);
    expect(tableOf(sizes)).toMatch(/^The whole program +\d+\.\d\d MB$/mu);
  });
});

/** The fuses as they are to be, by their places in the program. */
const FUSES = {
  [FuseV1Options.RunAsNode]: false,
  [FuseV1Options.EnableCookieEncryption]: true,
  [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false,
  [FuseV1Options.EnableNodeCliInspectArguments]: false,
  [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: true,
  [FuseV1Options.OnlyLoadAppFromAsar]: true,
  [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  [FuseV1Options.GrantFileProtocolExtraPrivileges]: false,
};

/** The fuses that a program has, those of above. */
async function fusesOf(executable: string): Promise<Record<string, boolean>> {
  const wire = await getCurrentFuseWire(executable);
  expect(wire.version).toBe(FuseVersion.V1);
  const states = Object.entries(wire).filter(([place]) => place in FUSES);
  return Object.fromEntries(states.map(([place, state]) => [place, state === FuseState.ENABLE]));
}

describe('the program', () => {
  test('has all fuses as they are to be', async () => {
    expect(await fusesOf(executableIn(plan.folder))).toEqual(FUSES);
  });

  test('differs from the copy that tests attach to in one byte, the fuse of the inspector', async () => {
    const copy = await inspectable();
    const folder = inspectableFolder(plan);
    expect(await fusesOf(copy)).toEqual({
      ...FUSES,
      [FuseV1Options.EnableNodeCliInspectArguments]: true,
    });
    const names = filesIn(plan.folder);
    expect(filesIn(folder)).toEqual(names);
    const differing = names.flatMap((name) => {
      const [one, other] = [plan.folder, folder].map((place) => readFileSync(join(place, name)));
      return one && other ? [{ name, bytes: differences(one, other) }] : [];
    });
    expect(differing.filter(({ bytes }) => bytes > 0)).toEqual([{ name: 'cablewright', bytes: 1 }]);
  });
});

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .toSorted();
}

/** How many bytes differ between two files. */
function differences(one: Buffer, other: Buffer): number {
  if (one.length !== other.length) return Infinity;
  if (one.equals(other)) return 0;
  let count = 0;
  const step = 65_536;
  for (let at = 0; at < one.length; at += step) {
    const part = one.subarray(at, at + step);
    const same = other.subarray(at, at + step);
    if (!part.equals(same)) count += part.filter((byte, index) => byte !== same[index]).length;
  }
  return count;
}
