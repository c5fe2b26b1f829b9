import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { inRoot } from '../setup/paths.mjs';
import { icns, ico, type Picture } from './containers.ts';

const folder = inRoot('electron', 'icon');

/** Width and height as a PNG itself says. */
function sizeOf(png: Buffer): [number, number] {
  expect(png.subarray(1, 4).toString('latin1')).toBe('PNG');
  return [png.readUInt32BE(16), png.readUInt32BE(20)];
}

const pictures: Picture[] = readdirSync(folder)
  .flatMap((name) => {
    const size = Number(/^(\d+)x\1\.png$/u.exec(name)?.[1]);
    return size > 0 ? [{ size, png: readFileSync(join(folder, name)) }] : [];
  })
  .toSorted((a, b) => a.size - b.size);

test('there are pictures of every size that the systems ask for', () => {
  expect(pictures.map(({ size }) => size)).toEqual([16, 24, 32, 48, 64, 128, 256, 512, 1024]);
  for (const { size, png } of pictures) expect(sizeOf(png)).toEqual([size, size]);
});

describe('icon.ico', () => {
  const file = readFileSync(join(folder, 'icon.ico'));

  test('is made of these pictures', () => {
    expect(file.equals(ico(pictures))).toBe(true);
  });

  test('names each picture with its size and place', () => {
    const rows = Array.from({ length: file.readUInt16LE(4) }, (_, at) => 6 + 16 * at);
    const found = rows.map((row) => {
      const begin = file.readUInt32LE(row + 12);
      return [file[row] || 256, file.subarray(begin, begin + file.readUInt32LE(row + 8))] as const;
    });
    expect(found.map(([size]) => size)).toEqual([16, 24, 32, 48, 64, 128, 256]);
    for (const [size, png] of found) expect(sizeOf(png)).toEqual([size, size]);
  });
});

describe('icon.icns', () => {
  const file = readFileSync(join(folder, 'icon.icns'));

  test('is made of these pictures', () => {
    expect(file.equals(icns(pictures))).toBe(true);
  });

  test('names each picture with its size and place', () => {
    expect(file.readUInt32BE(4)).toBe(file.length);
    const found: [string, number][] = [];
    for (let at = 8; at < file.length; at += file.readUInt32BE(at + 4))
      found.push([
        file.toString('latin1', at, at + 4),
        sizeOf(file.subarray(at + 8, at + file.readUInt32BE(at + 4)))[0],
      ]);
    expect(Object.fromEntries(found)).toEqual({
      icp4: 16,
      icp5: 32,
      ic11: 32,
      ic12: 64,
      ic07: 128,
      ic13: 256,
      ic08: 256,
      ic14: 512,
      ic09: 512,
      ic10: 1024,
    });
  });
});
