import type { MenuItemConstructorOptions } from 'electron';
import { expect, test } from 'vitest';
import { commandNames, commands } from '../domain/command.ts';
import { menuTemplate, type MenuActions } from './menu-template.ts';

type Item = MenuItemConstructorOptions;

const nobody: MenuActions = { notify: () => undefined, open: () => undefined };
const around = { recent: [], mac: false, developers: false };
const itemsOf = (item: Item | undefined) => (Array.isArray(item?.submenu) ? item.submenu : []);
const all = (items: readonly Item[]): Item[] =>
  items.flatMap((item) => [item, ...all(itemsOf(item))]);

test('every command stands in its menu, with its key, which the menu does not take from the window', () => {
  const menus = menuTemplate(around, nobody);
  for (const name of commandNames) {
    const { title, menu, key } = commands[name];
    const item = itemsOf(menus.find(({ label }) => label === menu)).find(
      ({ label }) => label === title,
    );
    expect(item, name).toBeDefined();
    expect(item?.accelerator, name).toBe(key ?? undefined);
    expect(item?.registerAccelerator, name).toBe(key === null ? undefined : false);
  }
});

test('choosing a command tells the window; its key does not tell it twice', () => {
  const told: unknown[] = [];
  const items = all(menuTemplate(around, { ...nobody, notify: (...notice) => told.push(notice) }));
  const undo = items.find(({ label }) => label === 'Undo');
  const choose = (triggeredByAccelerator: boolean) =>
    undo?.click?.({} as never, undefined, { triggeredByAccelerator });
  choose(true);
  expect(told).toEqual([]);
  choose(false);
  expect(told).toEqual([['command', { name: 'journal.undo' }]]);
});

test('the libraries lately opened can be opened again', () => {
  const opened: string[] = [];
  const recent = [{ path: '/a & b.cablewright', name: 'a & b' }];
  const items = all(
    menuTemplate({ ...around, recent }, { ...nobody, open: (path) => opened.push(path) }),
  );
  items.find(({ label }) => label === 'a && b')?.click?.({} as never, undefined, {});
  expect(opened).toEqual(['/a & b.cablewright']);
});

test('developer tools are for developers, and macOS has the menu of the program', () => {
  const roles = (surroundings: typeof around) =>
    all(menuTemplate(surroundings, nobody)).map(({ role }) => role);
  expect(roles(around)).not.toContain('toggleDevTools');
  expect(roles({ ...around, developers: true })).toContain('toggleDevTools');
  expect(roles({ ...around, mac: true })[0]).toBe('appMenu');
});
