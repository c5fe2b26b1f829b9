import { app, Menu, type MenuItemConstructorOptions } from 'electron';
import { commandNames, commands, type CommandName, type MenuName } from '../domain/command.ts';
import type { RecentLibrary } from '../domain/library/library.ts';
import type { Notify } from './ipc.ts';

/** What choosing in the menu leads to. */
export interface MenuActions {
  /** Sends the window the command chosen. */
  readonly notify: Notify;
  /** Opens a library. */
  readonly open: (path: string) => void;
}

type Item = MenuItemConstructorOptions;

const MENUS: readonly MenuName[] = ['File', 'Edit', 'View', 'Annotate', 'Go', 'Help'];
const SEPARATOR: Item = { type: 'separator' };

/** Puts up the menu made of the table of commands, with the libraries lately opened. */
export function showMenu(recent: readonly RecentLibrary[], actions: MenuActions): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate(template(recent, actions)));
}

/** The menu as a template, for `showMenu` and its test. */
export function template(recent: readonly RecentLibrary[], actions: MenuActions): Item[] {
  const menus = MENUS.map((name): Item => {
    const own = commandNames.filter((each) => commands[each].menu === name);
    const items = own.map((each) => item(each, actions));
    return { label: name, submenu: [...items, ...usual(name, recent, actions)] };
  });
  return process.platform === 'darwin' ? [{ role: 'appMenu' }, ...menus] : menus;
}

/**
 * A command's line. The window hears the keys itself, since it alone knows whether a text field has
 * the focus; here they are only shown.
 */
function item(name: CommandName, { notify }: MenuActions): Item {
  const { title, key } = commands[name];
  return {
    label: title,
    ...(key === null ? {} : { accelerator: key, registerAccelerator: false }),
    click: () => {
      notify('command', { name });
    },
  };
}

/** What every desktop program has in its menus, beside the commands of this one. */
function usual(name: MenuName, recent: readonly RecentLibrary[], actions: MenuActions): Item[] {
  switch (name) {
    case 'File':
      return [SEPARATOR, recentMenu(recent, actions), SEPARATOR, leave()];
    case 'Edit':
      return [
        SEPARATOR,
        { role: 'cut' },
        { role: 'copy' },
        { role: 'paste' },
        { role: 'selectAll' },
      ];
    case 'View':
      return [SEPARATOR, ...zoom(), SEPARATOR, { role: 'togglefullscreen' }, ...forDevelopers()];
    default:
      return [];
  }
}

function recentMenu(recent: readonly RecentLibrary[], { open }: MenuActions): Item {
  return {
    label: 'Open recent',
    enabled: recent.length > 0,
    submenu: recent.map(({ path, name }) => ({
      label: name.replaceAll('&', '&&'),
      toolTip: path,
      click: () => {
        open(path);
      },
    })),
  };
}

function zoom(): Item[] {
  return [{ role: 'resetZoom' }, { role: 'zoomIn' }, { role: 'zoomOut' }];
}

function leave(): Item {
  return process.platform === 'darwin' ? { role: 'close' } : { role: 'quit' };
}

function forDevelopers(): Item[] {
  return app.isPackaged ? [] : [SEPARATOR, { role: 'toggleDevTools' }];
}
