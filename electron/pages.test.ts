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
  ['app://cablewright.evil/index.html', null],
  ['app://cablewright:1/index.html', null],
  ['app://somebody@cablewright/index.html', null],
  ['app://somebody:word@cablewright/index.html', null],
  ['app:///index.html', null],
  ['app://cablewright//etc/passwd', '/dist/renderer/etc/passwd'],
  ['app://cablewright/%2fetc/passwd', '/dist/renderer/etc/passwd'],
  ['app://cablewright/%252e%252e/main.js', '/dist/renderer/%2e%2e/main.js'],
  ['app://cablewright/a/%2e%2e%2f%2e%2e/main.js', null],
  ['app://cablewright/.%2e/main.js', '/dist/renderer/main.js'],
  ['app://cablewright/..', '/dist/renderer/'],
  ['file:///dist/main.js', null],
  ['nothing', null],
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
  expect(first.policy.split('; ')).toEqual([
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${first.nonce}'`,
    "font-src 'self'",
    "img-src 'self'",
    "connect-src 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ]);
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
  expect(font.headers.get('cross-origin-resource-policy')).toBe('same-origin');
  // A picture that is loaded by itself, as a page, may run nothing.
  expect(font.headers.get('content-security-policy')).toContain("default-src 'none'");
  expect(font.headers.get('content-security-policy')).toContain('sandbox');
  expect((await get(folder, 'app://cablewright/')).status).toBe(404);
  expect((await get(folder, 'app://cablewright/assets/b.js')).status).toBe(404);
  expect((await get(folder, 'app://cablewright/assets/a.map')).status).toBe(404);
  expect((await get(folder, 'app://cablewright/assets/a.woff2', 'POST')).status).toBe(404);
});
