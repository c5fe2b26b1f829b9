import { join } from 'node:path';
import { expect, test } from 'vitest';
import { Licence } from '../domain/help/licence.ts';
import { Makings } from './licences.ts';

const root = join(import.meta.dirname, '..');
const modules = join(root, 'node_modules');

test('only packages of which something has stayed are named, each with its own text', () => {
  const makings = new Makings(root);
  makings.see({
    type: 'chunk',
    modules: {
      [join(modules, 'react/index.js')]: { renderedLength: 10 },
      [join(modules, 'uuid/dist/index.js')]: { renderedLength: 0 },
      [join(root, 'renderer/main.tsx')]: { renderedLength: 10 },
      [`\0${join(modules, 'zod/index.js')}?commonjs`]: { renderedLength: 1 },
      '\0vite/preload-helper.js': { renderedLength: 5 },
    },
  });
  makings.see({
    type: 'asset',
    originalFileNames: ['node_modules/@fontsource/courier-prime/files/a.woff2'],
  });
  makings.addFile(join(modules, 'saxes/saxes.js'));
  const licences = makings.licences();
  expect(licences.map(({ name }) => name)).toEqual([
    ...['Cablewright', 'Electron', 'SQLite'],
    ...['@fontsource/courier-prime', 'react', 'saxes', 'zod'],
  ]);
  for (const licence of licences) expect(Licence.safeParse(licence).success).toBe(true);
  const textOf = (name: string) => licences.find((one) => one.name === name)?.text;
  expect(textOf('react')).toContain('Permission is hereby granted, free of charge');
  expect(textOf('saxes')).toContain('Isaac Z. Schlueter');
  expect(textOf('@fontsource/courier-prime')).toContain('SIL OPEN FONT LICENSE');
  expect(textOf('SQLite')).toMatch(/^2001-09-15\n\nThe author disclaims copyright/u);
});

test('a package that does not say its licence stops the build', () => {
  const makings = new Makings(root);
  makings.addFile(join(modules, 'client-only/index.js'));
  expect(() => makings.licences()).toThrow('does not say under what licence');
});
