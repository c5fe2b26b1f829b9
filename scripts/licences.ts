/**
 * Finds out of what the program is made: every package of which something stands in what was built,
 * each with the whole text of its licence. A package without one stops the build.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Plugin } from 'vite';
import type { Licence } from '../domain/help/licence.ts';

/** What stands in a chunk or beside it: the files it was made of. */
interface Made {
  readonly type: 'chunk' | 'asset';
  /** Of a chunk: how much of each file has stayed in it. */
  readonly modules?: Readonly<Record<string, { readonly renderedLength: number }>>;
  /** Of what was copied: the files it comes from. */
  readonly originalFileNames?: readonly string[];
}

/** Packages whose files bring no text of their licence; it was taken from where they are made. */
const BROUGHT: Readonly<Record<string, string>> = { saxes: 'saxes.txt' };

/** Gathers the packages that builds are made of, by the folders they lie in. */
export class Makings {
  readonly #root: string;
  readonly #folders = new Set<string>();

  constructor(root: string) {
    this.#root = root;
  }

  /** Sees what each build writes. */
  plugin(): Plugin {
    let base = this.#root;
    return {
      name: 'cablewright-licences',
      configResolved: (config) => {
        base = config.root;
      },
      generateBundle: (_, bundle) => {
        for (const made of Object.values(bundle)) this.see(made, base);
      },
    };
  }

  /** Remembers the packages of what was made: of code those of which something has stayed. What was copied is named as seen from `base`. */
  see({ modules = {}, originalFileNames = [] }: Made, base = this.#root): void {
    for (const [file, { renderedLength }] of Object.entries(modules))
      if (renderedLength > 0) this.addFile(file);
    for (const file of originalFileNames) this.addFile(join(base, file));
  }

  /** Remembers the package that a file lies in; a file of our own lies in none. */
  addFile(file: string): void {
    const folder = /^.*[/\\]node_modules[/\\](?:@[^/\\]+[/\\])?[^/\\]+/u.exec(file)?.[0];
    if (folder) this.#folders.add(folder.replace(/^\0/u, ''));
  }

  /** The program itself, what it runs on, and all packages by name. */
  licences(): Licence[] {
    const packages = [...this.#folders].map((folder) => this.#licenceIn(folder));
    const compare = new Intl.Collator('en').compare;
    return [
      this.#licenceIn(this.#root, 'Cablewright'),
      this.#licenceIn(join(this.#root, 'node_modules', 'electron'), 'Electron'),
      sqliteOf(join(this.#root, 'node_modules', 'better-sqlite3')),
      ...packages.toSorted((a, b) => compare(a.name, b.name) || compare(a.version, b.version)),
    ];
  }

  #licenceIn(folder: string, called?: string): Licence {
    const { name, version, license } = JSON.parse(
      readFileSync(join(folder, 'package.json'), 'utf8'),
    ) as { readonly name: string; readonly version: string; readonly license?: unknown };
    const text = textIn(folder) ?? broughtFor(name);
    if (text === null || typeof license !== 'string')
      throw new Error(
        `${name} in ${relative(this.#root, folder)} does not say under what licence it is used. Add its text to scripts/licences/.`,
      );
    return { name: called ?? name, version, licence: license, text };
  }
}

/** The text of the licence in a folder, with its further notices; null where there is none. */
function textIn(folder: string): string | null {
  const files = readdirSync(folder)
    .filter((file) => /^(licen[cs]e|copying|notice)/iu.test(file))
    .filter((file) => !/\.(js|ts|json)$/u.test(file))
    .toSorted();
  const texts = files.map((file) => readFileSync(join(folder, file), 'utf8').trim());
  return texts.join('\n\n') || null;
}

function broughtFor(name: string): string | null {
  const file = BROUGHT[name];
  return file === undefined
    ? null
    : readFileSync(join(import.meta.dirname, 'licences', file), 'utf8').trim();
}

/** SQLite, which better-sqlite3 has compiled in; its own first lines say that it belongs to everybody. */
function sqliteOf(folder: string): Licence {
  const path = join(folder, 'deps', 'sqlite3', 'sqlite3.h');
  if (!existsSync(path)) throw new Error(`${path} is missing: run npm ci.`);
  const header = readFileSync(path, 'utf8');
  const version = /#define SQLITE_VERSION\s+"([^"]+)"/u.exec(header)?.[1];
  const blessing = /\/\*\n([\s\S]*?)\n\*{20}/u.exec(header)?.[1];
  if (version === undefined || blessing === undefined)
    throw new Error(`${path} does not say its version and licence as it used to.`);
  const text = blessing.replaceAll(/^\*\* ?/gmu, '').trim();
  return { name: 'SQLite', version, licence: 'Public domain', text };
}
