#!/usr/bin/env node
/**
 * Stands in for `7za` where electron-builder packs a .tar.gz, so that nothing has to be downloaded for it:
 * `seven-zip.mjs a … -tgzip … TARGET SOURCE` compresses one file. Everything else it refuses.
 */
import { createReadStream, createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';

const words = process.argv.slice(2);
const [target, source, ...others] = words.slice(1).filter((word) => !word.startsWith('-'));

if (words[0] !== 'a' || !target?.endsWith('.gz') || !source || others.length > 0) {
  console.error(`This knows only how to make a .gz of one file; it was asked: ${words.join(' ')}`);
  process.exitCode = 1;
} else {
  await pipeline(createReadStream(source), createGzip({ level: 9 }), createWriteStream(target));
}
