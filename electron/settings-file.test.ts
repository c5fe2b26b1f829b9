import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { defaultColumns, withMoved } from '../domain/library/columns.ts';
import { newTour } from '../domain/settings.ts';
import { requests } from '../domain/contract.ts';
import { openSettingsFile } from './settings-file.ts';
import { test } from './testing/folder.ts';

function openIn(folder: string) {
  const warnings: string[] = [];
  const file = openSettingsFile(join(folder, 'desk.json'), 'miller', (warning) =>
    warnings.push(warning),
  );
  return { file, warnings };
}

test('a desk never used has its defaults, and writes nothing yet', ({ folder }) => {
  const { file, warnings } = openIn(folder);
  expect(file.settings).toEqual({
    ...{ theme: 'system', creator: 'miller', asked: false },
    table: defaultColumns,
    facets: [],
    tour: newTour,
  });
  expect([file.window, file.recent, warnings]).toEqual([null, [], []]);
  expect(existsSync(join(folder, 'desk.json'))).toBe(false);
});

test('everything is there at the next start', ({ folder }) => {
  const { file } = openIn(folder);
  const place = { bounds: { x: -5, y: 0, width: 1200, height: 700 }, maximized: true };
  file.rememberWindow(place);
  file.rememberLibrary('/a.cablewright');
  expect(file.change({ theme: 'dark', creator: undefined })).toEqual({
    theme: 'dark',
    creator: 'miller',
    asked: false,
    table: defaultColumns,
    facets: [],
    tour: newTour,
  });
  const next = openIn(folder).file;
  expect([next.settings.theme, next.window, next.recent]).toEqual([
    'dark',
    place,
    ['/a.cablewright'],
  ]);
  expect(readdirSync(folder)).toEqual(['desk.json']);
});

test('the last ten libraries, the last one first, each once', ({ folder }) => {
  const { file } = openIn(folder);
  for (let number = 1; number <= 12; number += 1) file.rememberLibrary(`/${number}`);
  file.rememberLibrary('/5');
  expect(file.recent).toEqual(['/5', '/12', '/11', '/10', '/9', '/8', '/7', '/6', '/4', '/3']);
});

test('what is left out of a change stays as it is', ({ folder }) => {
  const { file } = openIn(folder);
  const table = withMoved(defaultColumns, 'date', -2);
  const facets = ['year' as const, 'tag' as const];
  const tour = { step: 'tag', over: false };
  file.change({ asked: true, table, facets, tour });
  file.change(requests['settings.change'].input.parse({ theme: 'dark' }));
  const kept = { theme: 'dark', asked: true, table, facets, tour };
  expect(openIn(folder).file.settings).toMatchObject(kept);
});

for (const table of ['', ',"table":[{"column":"smell","shown":true,"width":100}]'])
  test(`settings with ${table || 'no table'} keep all else they say`, ({ folder }) => {
    const settings = `{"theme":"dark","creator":"kay","asked":true${table}}`;
    const text = `{"settings":${settings},"window":null,"recent":["/a"]}`;
    writeFileSync(join(folder, 'desk.json'), text);
    const { file, warnings } = openIn(folder);
    expect(file.settings).toEqual({
      ...{ theme: 'dark', creator: 'kay', asked: true },
      table: defaultColumns,
      facets: [],
      tour: newTour,
    });
    expect([file.recent, warnings]).toEqual([['/a'], []]);
  });

for (const text of [
  '{"settings":',
  '{}',
  '[]',
  '{"settings":{"theme":"pink","creator":""},"window":null,"recent":[]}',
])
  test(`a file that says ${text} is set aside, with a sentence, and not written over`, ({
    folder,
  }) => {
    writeFileSync(join(folder, 'desk.json'), text);
    const { file, warnings } = openIn(folder);
    expect(file.settings.theme).toBe('system');
    file.change({ theme: 'dark' });
    const [aside] = readdirSync(folder).filter((name) => name.includes('.broken-'));
    expect(readFileSync(join(folder, aside ?? ''), 'utf8')).toBe(text);
    expect(warnings).toHaveLength(1);
    expect(warnings[0]).toMatch(/desk\.json could not be understood.*starts afresh/u);
  });
