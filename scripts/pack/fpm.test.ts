import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { onPath } from '../setup/child.mjs';

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'cablewright-fpm-'));
});

afterAll(() => rmSync(folder, { recursive: true }));

function run(program: string, args: readonly string[]): string {
  return execFileSync(program, args, { encoding: 'utf8' });
}

test.skipIf(!onPath('dpkg-deb'))('a .deb is made as electron-builder asks fpm for it', () => {
  const program = join(folder, 'linux-unpacked');
  mkdirSync(program);
  writeFileSync(join(program, 'cablewright'), 'program', { mode: 0o755 });
  const desktop = join(folder, 'a.desktop');
  writeFileSync(desktop, '[Desktop Entry]\n');
  const script = join(folder, 'after-install');
  writeFileSync(script, '#!/bin/bash\nexit 0\n');
  const deb = join(folder, 'cablewright.deb');

  run(process.execPath, [
    join(import.meta.dirname, 'fpm.mjs'),
    ...['-s', 'dir', '--force', '-t', 'deb', '-d', 'libgtk-3-0', '-d', 'libnss3'],
    ...['--deb-recommends', 'libappindicator3-1', '--deb-compression', 'gz'],
    ...['--architecture', 'amd64', '--after-install', script, '--description', '\n A workbench.'],
    ...['--version', '0.1.0', '--package', deb, '--name', 'cablewright', '--url', 'none'],
    ...['--maintainer=The authors <a@b>', '--vendor', 'The authors', '--license', 'MIT'],
    `${program}/=/opt/Cablewright`,
    `${desktop}=/usr/share/applications/cablewright.desktop`,
  ]);

  const control = run('dpkg-deb', ['--field', deb]);
  expect(control.split('\n')).toEqual(
    expect.arrayContaining([
      'Package: cablewright',
      'Version: 0.1.0',
      'Architecture: amd64',
      'Maintainer: The authors <a@b>',
      'Depends: libgtk-3-0, libnss3',
      'Recommends: libappindicator3-1',
      'Installed-Size: 1',
      'Description: A workbench.',
    ]),
  );
  expect(control).not.toContain('Homepage');
  const contents = run('dpkg-deb', ['--contents', deb]);
  expect(contents).toMatch(/^drwxr-xr-x root\/root .* \.\/$/mu);
  expect(contents).toMatch(/^-rwxr-xr-x root\/root .* \.\/opt\/Cablewright\/cablewright$/mu);
  expect(contents).toMatch(/ \.\/usr\/share\/applications\/cablewright\.desktop$/mu);
  expect(run('dpkg-deb', ['--info', deb, 'postinst'])).toBe('#!/bin/bash\nexit 0\n');
});

test('a .gz is made as electron-builder asks 7za for it, and nothing else', () => {
  const source = join(folder, 'a.tar');
  const target = join(folder, 'a.tar.gz');
  writeFileSync(source, 'content');
  const ask = (...words: string[]) =>
    execFileSync(process.execPath, [join(import.meta.dirname, 'seven-zip.mjs'), ...words], {
      stdio: 'pipe',
    });
  ask('a', '-bd', '-mx=9', '-tgzip', '-mm=DEFLATE', target, source);
  expect(gunzipSync(readFileSync(target)).toString()).toBe('content');
  expect(() => ask('x', '-o/tmp', target)).toThrow(/knows only how to make a \.gz/u);
});
