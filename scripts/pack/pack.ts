/**
 * Packs what is built in dist/ into a program: `npm run pack`. What follows `--` are formats (`dir`,
 * `tar.gz`, `deb`, `AppImage`, `nsis`, `dmg`); `--if-stale` makes the folder, and only where something has
 * changed since.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { build, DIR_TARGET, Platform, type Configuration } from 'electron-builder';
import { onPath } from '../setup/child.mjs';
import { inRoot } from '../setup/paths.mjs';
import { command, seconds, Stop } from '../setup/say.mjs';
import { packing, type Packing } from './places.mjs';
import { sizesOf, tableOf } from './sizes.ts';

/** Formats by the system they are for. */
const FORMATS: Readonly<Record<string, Platform>> = {
  'tar.gz': Platform.LINUX,
  deb: Platform.LINUX,
  AppImage: Platform.LINUX,
  nsis: Platform.WINDOWS,
  dmg: Platform.MAC,
};

/** Those for which nothing has to be downloaded. */
const AT_HAND: readonly string[] = [DIR_TARGET, 'tar.gz', 'deb'];

/** What decides how a program is packed, besides what was built. */
const RECIPE = ['electron-builder.yml', 'package.json', 'scripts/pack', 'electron/icon', 'seeds'];

await command(async () => {
  const words = process.argv.slice(2);
  const plan = packing();
  if (words.includes('--if-stale')) return makeFolder(plan);
  const formats = words.length > 0 ? words : usualFormats(plan);
  await pack(plan, formats);
  report(plan);
});

/** The folder of the program, made anew where it is not of the present sources. */
async function makeFolder(plan: Packing): Promise<void> {
  if (readOr(stampOf(plan), '') !== stateOf(plan)) await pack(plan, [DIR_TARGET]);
}

/** Where it is written down what the program's folder was made of, once it is whole. */
function stampOf({ output }: Packing): string {
  return join(output, '.packed');
}

/** What a plain `npm run pack` makes: all formats of this system, of the stand-in what needs no download. */
function usualFormats({ trial }: Packing): string[] {
  if (trial) return AT_HAND.slice();
  const here = Platform.current();
  return [DIR_TARGET, ...Object.keys(FORMATS).filter((format) => FORMATS[format] === here)];
}

async function pack(plan: Packing, formats: readonly string[]): Promise<void> {
  const begin = performance.now();
  if (plan.trial) sayTrial(plan);
  // Neither what tests made of an older program nor the word that it is whole must outlive it.
  await rm(stampOf(plan), { force: true });
  await rm(join(plan.output, 'inspectable'), { recursive: true, force: true });
  const state = stateOf(plan);
  useOwnTools(formats);
  for (const [platform, names] of bySystem(formats)) {
    if (plan.trial && platform !== Platform.current())
      throw new Stop(
        `A program for ${platform.name} cannot be packed here: the Electron at hand is for ${process.platform}.`,
      );
    await build({
      targets: platform.createTarget(names),
      config: changesFor(plan, platform),
      publish: 'never',
    });
  }
  if (bySystem(formats).has(Platform.current())) writeFileSync(stampOf(plan), state);
  console.log(`Packed in ${seconds(performance.now() - begin)}.`);
}

/** The formats asked for, together with those of the same system; a folder is one of this system. */
function bySystem(formats: readonly string[]): Map<Platform, string[]> {
  const systems = new Map<Platform, string[]>();
  for (const format of formats) {
    const platform = format === DIR_TARGET ? Platform.current() : FORMATS[format];
    if (!platform) throw new Stop(`"${format}" is no format that Cablewright is packed in.`);
    systems.set(platform, [...(systems.get(platform) ?? []), format]);
  }
  return systems;
}

/** What differs from electron-builder.yml: the Electron that is at hand is not downloaded again. */
function changesFor(plan: Packing, platform: Platform): Configuration {
  if (platform !== Platform.current()) return {};
  const here = { electronDist: plan.electron, electronVersion: plan.version };
  if (!plan.trial) return here;
  return {
    ...here,
    directories: { output: plan.output },
    // The usual `xz` takes minutes.
    deb: { compression: 'gz' },
    // On the stand-in's Node only the binding that set-up has compiled for it works.
    files: ['node_modules/better-sqlite3/build/Release/better_sqlite3.node'],
  };
}

/**
 * For a .deb electron-builder asks `fpm`, and for a .tar.gz `7za`, and would download both. Where the
 * system has dpkg-deb, small programs of ours do as they would.
 */
function useOwnTools(formats: readonly string[]): void {
  if (!formats.every((format) => AT_HAND.includes(format))) return;
  process.env['ELECTRON_BUILDER_7ZIP_PATH'] ??= join(import.meta.dirname, 'seven-zip.mjs');
  if (onPath('dpkg-deb')) process.env['CUSTOM_FPM_PATH'] ??= join(import.meta.dirname, 'fpm.mjs');
}

function sayTrial({ version }: Packing): void {
  console.log(
    '\n*** FOR TRIALS AND TESTS ONLY ***\n' +
      `Electron cannot be downloaded here, so this is packed from a stand-in, an old Electron (${version}).\n` +
      'Please do not use it for work and do not give it away. For the real one, type this on a\n' +
      'connection that reaches Electron: node node_modules/electron/install.js && npm run pack\n',
  );
}

function report(plan: Packing): void {
  console.log(`\n${tableOf(sizesOf(plan))}\n\nThe program lies in ${plan.folder}`);
  for (const name of readdirSync(plan.output))
    if (/\.(?:tar\.gz|deb|AppImage|exe|dmg)$/u.test(name))
      console.log(`${name}: ${megabytes(statSync(join(plan.output, name)).size)}`);
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}

/** What the packed program is made of, as one hash. */
function stateOf({ electron, version }: Packing): string {
  const hash = createHash('sha256');
  hash.update(`${electron}\0${version}\0${readFileSync(inRoot('dist', '.sources'), 'utf8')}`);
  for (const file of RECIPE.flatMap(filesIn).toSorted())
    hash.update(`${file}\0`).update(readFileSync(inRoot(file)));
  return hash.digest('hex');
}

function filesIn(path: string): string[] {
  const place = inRoot(path);
  if (statSync(place).isFile()) return [path];
  return readdirSync(place).flatMap((name) => filesIn(`${path}/${name}`));
}

function readOr(file: string, otherwise: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return otherwise;
  }
}
