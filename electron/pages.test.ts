import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { pathOf, serve } from './pages.ts';
import { test } from './testing/folder.ts';

const get = (folder: string, url: string, method = 'GET') => serve({ url, method }, folder);

test.for([
  ['app://cablewright/index.html', '/dist/renderer/index.html'],
  ['app://cablewright/assets/a%20b.js', '/dist/renderer/assets/a b.js'],
  ['app://cablewright/../main.js', '/dist/renderer/main.js'],
  ['app://cablewright/%2e%2e/main.js', '/dist/renderer/main.js'],
  ['app://cablewright/..%2fmain.js', null],
  ['app://cablewright/a/..%2f..%2fmain.js', null],
  ['app://cablewright/..%5Cmain.js', null],
  ['app://cablewright/a%00.js', null],
  ['app://cablewright/%E0%A4%A', null],
  ['app://cablewright/', '/dist/renderer/'],
  ['app://elsewhere/index.html', null],
  ['https://cablewright/index.html', null],
] as const)('%s is %s', ([url, path]) => {
  expect(pathOf(url, '/dist/renderer')).toBe(path);
});

test('the page comes with a strict policy and a nonce of its own for each load', async ({
  folder,
}) => {
  writeFileSync(join(folder, 'index.html'), '<meta name="csp-nonce" content="__CSP_NONCE__">');
  const load = async () => {
    const response = await get(folder, 'app://cablewright/index.html');
    const policy = response.headers.get('content-security-policy') ?? '';
    const nonce = /content="([^"]+)"/u.exec(await response.text())?.[1] ?? '';
    return { policy, nonce };
  };
  const [first, second] = [await load(), await load()];
  expect(first.nonce).toMatch(/^[\w+/]{22}==$/u);
  expect(first.nonce).not.toBe(second.nonce);
  expect(first.policy).toContain(`style-src 'self' 'nonce-${first.nonce}'`);
  for (const part of [
    "default-src 'none'",
    "script-src 'self'",
    "connect-src 'none'",
    "require-trusted-types-for 'script'",
  ])
    expect(first.policy.split('; ')).toContain(part);
  expect(first.policy).not.toMatch(/unsafe|\*|data:/u);
});

test('files come with their type, and whatever is not one of ours is missing', async ({
  folder,
}) => {
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'assets', 'a.woff2'), 'x');
  writeFileSync(join(folder, 'assets', 'a.map'), 'x');
  const font = await get(folder, 'app://cablewright/assets/a.woff2');
  expect([font.status, font.headers.get('content-type')]).toEqual([200, 'font/woff2']);
  expect(font.headers.get('x-content-type-options')).toBe('nosniff');
  expect((await get(folder, 'app://cablewright/')).status).toBe(404);
  expect((await get(folder, 'app://cablewright/assets/b.js')).status).toBe(404);
  expect((await get(folder, 'app://cablewright/assets/a.map')).status).toBe(404);
  expect((await get(folder, 'app://cablewright/assets/a.woff2', 'POST')).status).toBe(404);
});
