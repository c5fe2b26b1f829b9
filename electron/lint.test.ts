import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { z } from 'zod';
import { afterAll, beforeAll, expect, test } from 'vitest';

/**
 * A rule that does not bite is no rule. Each line here is a mistake, laid where somebody could make
 * it, and the rule that has to catch it. They are written into a copy of the folders' frame.
 */
const mistakes: readonly (readonly [file: string, code: string, rule: string])[] = [
  // The arrows between the folders.
  ['domain/a.ts', "import '../electron/answer.ts';", 'no-restricted-imports'],
  ['domain/text/b.ts', "import '../../renderer/bridge.ts';", 'no-restricted-imports'],
  ['domain/c.ts', "import 'node:fs';", 'no-restricted-imports'],
  ['domain/d.ts', "import 'electron';", 'no-restricted-imports'],
  ['domain/e.ts', "import 'better-sqlite3';", 'no-restricted-imports'],
  ['domain/f.ts', "import 'react';", 'no-restricted-imports'],
  ['domain/g.ts', "import '@codemirror/view';", 'no-restricted-imports'],
  ['domain/g.test.ts', "import '../electron/answer.ts';", 'no-restricted-imports'],
  ['renderer/a.ts', "import '../electron/answer.ts';", 'no-restricted-imports'],
  ['renderer/tags/b.tsx', "import 'electron';", 'no-restricted-imports'],
  ['renderer/c.ts', "import 'better-sqlite3';", 'no-restricted-imports'],
  ['renderer/d.ts', "import 'node:path';", 'no-restricted-imports'],
  ['electron/a.ts', "import '../renderer/bridge.ts';", 'no-restricted-imports'],
  ['electron/b.ts', "import 'better-sqlite3';", 'no-restricted-imports'],
  ['electron/handlers/c.ts', "import 'better-sqlite3';", 'no-restricted-imports'],
  [
    'electron/d.ts',
    "import { ipcMain } from 'electron';\nipcMain.on('a', () => {});",
    'no-restricted-imports',
  ],
  [
    'electron/e.ts',
    "import { ipcRenderer } from 'electron';\nipcRenderer.send('a');",
    'no-restricted-imports',
  ],
  ['electron/preload.ts', "import 'better-sqlite3';", 'no-restricted-imports'],
  ['electron/store/f.ts', "import 'electron';", 'no-restricted-imports'],
  ['scripts/a.ts', "import 'better-sqlite3';", 'no-restricted-imports'],

  // Promises nobody waits for.
  ['electron/g.ts', 'const work = async () => 1;\nwork();', 'no-floating-promises'],
  [
    'electron/h.ts',
    'export const when = (work: () => Promise<boolean>) => (work() ? 1 : 2);',
    'no-misused-promises',
  ],
  ['electron/i.ts', 'export const value = async () => await 1;', 'await-thenable'],

  // Holes in the types.
  ['domain/h.ts', 'export const loose = (value: any) => String(value);', 'no-explicit-any'],
  [
    'domain/i.ts',
    'export const sure = (value: string | null) => value!.length;',
    'no-non-null-assertion',
  ],
  ['domain/j.ts', "export const data: string = JSON.parse('1');", 'no-unsafe-assignment'],
  [
    'domain/k.ts',
    "export const size = () => JSON.parse('1').size as number;",
    'no-unsafe-member-access',
  ],
  ['domain/l.ts', "export const call = () => void JSON.parse('1')();", 'no-unsafe-call'],
  ['domain/m.ts', "export const give = (): string => JSON.parse('1');", 'no-unsafe-return'],
  [
    'domain/n.ts',
    "export const pass = () => Number.parseInt(JSON.parse('1'));",
    'no-unsafe-argument',
  ],
  [
    'domain/o.ts',
    "export const some = (x: 'a' | 'b') => {\n  switch (x) {\n    case 'a':\n      return 1;\n  }\n  return 2;\n};",
    'switch-exhaustiveness-check',
  ],

  // The window.
  ['renderer/e.tsx', 'export const Bare = () => <img src="a.png" />;', 'alt-text'],
  [
    'renderer/f.tsx',
    'export const Click = () => <div onClick={() => {}} />;',
    'click-events-have-key-events',
  ],
  [
    'renderer/g.tsx',
    "import { useState } from 'react';\nexport const Odd = (p: { a: boolean }) => (p.a ? useState(1)[0] : 2);",
    'rules-of-hooks',
  ],
  [
    'renderer/h.tsx',
    "import { useEffect } from 'react';\nexport const Late = (p: { a: string }) => {\n  useEffect(() => {\n    document.title = p.a;\n  }, []);\n  return null;\n};",
    'exhaustive-deps',
  ],
  [
    'renderer/i.tsx',
    "export const Raw = () => <p dangerouslySetInnerHTML={{ __html: '' }} />;",
    'no-danger',
  ],
];

const root = resolve(import.meta.dirname, '..');
const Report = z.object({
  diagnostics: z.array(z.object({ code: z.string().optional(), filename: z.string().optional() })),
});

let frame = '';
let caught: ReadonlyMap<string, readonly string[]> = new Map();

beforeAll(() => {
  frame = mkdtempSync(join(tmpdir(), 'cablewright-lint-'));
  for (const name of ['node_modules', '.oxlintrc.json', 'tsconfig.base.json'])
    symlinkSync(join(root, name), join(frame, name));
  write(
    'tsconfig.json',
    '{"extends":"./tsconfig.base.json","compilerOptions":{"lib":["ES2023","DOM"],"jsx":"react-jsx"},"include":["."]}',
  );
  for (const [file, code] of mistakes) write(file, code);
  caught = lint();
}, 60_000);

afterAll(() => {
  rmSync(frame, { recursive: true, force: true });
});

test.for(mistakes)('in %s the mistake is caught: %s', ([file, , rule]) => {
  expect(caught.get(file)).toContain(rule);
});

function write(file: string, text: string): void {
  const path = join(frame, file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `${text}\n`);
}

/** The rules that oxlint finds broken, by file. */
function lint(): Map<string, string[]> {
  const script = join(root, 'node_modules', 'oxlint', 'bin', 'oxlint');
  const broken = new Map<string, string[]>();
  for (const { code, filename } of Report.parse(JSON.parse(run(script))).diagnostics) {
    const rule = /\(([\w-]+)\)/u.exec(code ?? '')?.[1];
    if (rule && filename) broken.set(filename, [...(broken.get(filename) ?? []), rule]);
  }
  return broken;
}

/** oxlint ends with 1 where it found something, and it is meant to. */
function run(script: string): string {
  try {
    // The folders are named, because oxlint would follow the link to the packages.
    const folders = ['domain', 'renderer', 'electron', 'scripts'];
    return execFileSync(process.execPath, [script, '--type-aware', '--format=json', ...folders], {
      cwd: frame,
      encoding: 'utf8',
      maxBuffer: 16 * 1024 * 1024,
    });
  } catch (error) {
    if (error instanceof Error && 'stdout' in error && typeof error.stdout === 'string')
      return error.stdout;
    throw error;
  }
}
