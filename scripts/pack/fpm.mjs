#!/usr/bin/env node
/**
 * Stands in for `fpm` where electron-builder makes a .deb, so that nothing has to be downloaded for it:
 * it understands what electron-builder asks and hands it to the system's own dpkg-deb.
 */
import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  readdirSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/**
 * What fpm was asked.
 * @typedef {object} Asked
 * @property {Map<string, string[]>} options values by the option's name; an option can be given again
 * @property {[source: string, target: string][]} files what goes into the package, and where
 */

/** Options by one letter. */
const SHORT = new Map([
  ['-d', '--depends'],
  ['-s', '--source'],
  ['-t', '--target'],
]);

/** What fpm and dpkg-deb call ways to compress, where they differ. */
const COMPRESSIONS = new Map([
  ['gz', 'gzip'],
  ['zst', 'zstd'],
]);

/** Options that have no value. */
const BARE = ['--force', '--debug'];

make(read(process.argv.slice(2)));

/**
 * @param {string[]} words
 * @returns {Asked}
 */
function read(words) {
  /** @type {Asked} */
  const asked = { options: new Map(), files: [] };
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? '';
    if (BARE.includes(word)) continue;
    if (word.startsWith('-')) {
      const [name, value] = word.startsWith('--') ? halves(word) : [word, undefined];
      const long = SHORT.get(name) ?? name;
      asked.options.set(long, [...(asked.options.get(long) ?? []), value ?? words[++at] ?? '']);
    } else {
      // `SOURCE=TARGET`; no path of ours holds a `=`.
      const [source, target = ''] = halves(word);
      asked.files.push([source, target]);
    }
  }
  return asked;
}

/**
 * @param {string} word
 * @returns {[string, string | undefined]} what stands before and behind the first `=`
 */
function halves(word) {
  const at = word.indexOf('=');
  return at < 0 ? [word, undefined] : [word.slice(0, at), word.slice(at + 1)];
}

/** @param {Asked} asked */
function make({ options, files }) {
  const one = (/** @type {string} */ name) => options.get(name)?.at(-1) ?? '';
  if (one('--target') !== 'deb') throw new Error(`This makes .deb only, not ${one('--target')}.`);
  const folder = mkdtempSync(join(tmpdir(), 'cablewright-deb-'));
  // It stands for the root of the system.
  chmodSync(folder, 0o755);
  try {
    for (const [source, target] of files) put(source, join(folder, target));
    const control = join(folder, 'DEBIAN');
    mkdirSync(control);
    script(one('--after-install'), join(control, 'postinst'));
    script(one('--after-remove'), join(control, 'postrm'));
    writeFileSync(join(control, 'control'), controlOf(options, kilobytes(folder)));
    const asked = one('--deb-compression') || 'xz';
    const compression = COMPRESSIONS.get(asked) ?? asked;
    execFileSync('dpkg-deb', [
      '--root-owner-group',
      `-Z${compression}`,
      '--build',
      folder,
      one('--package'),
    ]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * A folder named with `/` at its end gives what it holds.
 * @param {string} source
 * @param {string} target
 */
function put(source, target) {
  mkdirSync(dirname(target), { recursive: true });
  cpSync(source, target, { recursive: true, verbatimSymlinks: true });
}

/**
 * @param {string} source a script that the package runs; '' for none
 * @param {string} target
 */
function script(source, target) {
  if (!source) return;
  writeFileSync(target, readFileSync(source));
  chmodSync(target, 0o755);
}

/**
 * The package's data, as Debian writes them.
 * @param {Asked['options']} options
 * @param {number} size installed, in kilobytes
 */
function controlOf(options, size) {
  const one = (/** @type {string} */ name) => options.get(name)?.at(-1) ?? '';
  const [synopsis = '', ...more] = one('--description').trim().split('\n');
  const lines = [
    ['Package', one('--name')],
    ['Version', one('--version')],
    ['License', one('--license')],
    ['Vendor', one('--vendor')],
    ['Architecture', one('--architecture')],
    ['Maintainer', one('--maintainer')],
    ['Installed-Size', String(size)],
    ['Depends', (options.get('--depends') ?? []).join(', ')],
    ['Recommends', (options.get('--deb-recommends') ?? []).join(', ')],
    ['Section', one('--category') || 'default'],
    ['Priority', one('--deb-priority') || 'optional'],
    ['Homepage', one('--url') === 'none' ? '' : one('--url')],
    ['Description', [synopsis, ...more.map((line) => ` ${line.trim() || '.'}`)].join('\n')],
  ];
  return lines
    .filter(([, value]) => value)
    .map(([name, value]) => `${name}: ${value}\n`)
    .join('');
}

/**
 * @param {string} folder
 * @returns {number} what its files take, in kilobytes
 */
function kilobytes(folder) {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((each) =>
    each.isFile(),
  );
  const bytes = files.map((each) => statSync(join(each.parentPath, each.name)).size);
  return Math.ceil(bytes.reduce((all, one) => all + one, 0) / 1024);
}
