import type { MenuItemConstructorOptions } from 'electron';
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

/** What a menu depends on beside the commands. */
export interface MenuSurroundings {
  /** The libraries lately opened. */
  readonly recent: readonly RecentLibrary[];
  /** Whether the system is macOS, where the first menu is the program's own. */
  readonly mac: boolean;
  /** Whether to offer the developer tools. */
  readonly developers: boolean;
}

type Item = MenuItemConstructorOptions;

const MENUS: readonly MenuName[] = [
  'File',
  'Edit',
  'View',
  'Search',
  'Annotate',
  'Tags',
  'Correct',
  'Go',
  'Help',
];
const SEPARATOR: Item = { type: 'separator' };

/** The menu, made of the table of commands and of what every desktop program has beside. */
export function menuTemplate(around: MenuSurroundings, actions: MenuActions): Item[] {
  const menus = MENUS.map((name): Item => {
    const own = commandNames.filter((each) => commands[each].menu === name);
    const items = own.map((each) => item(each, actions));
    return { label: name, submenu: [...items, ...usual(name, around, actions)] };
  });
  return around.mac ? [{ role: 'appMenu' }, ...menus] : menus;
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
    click: (_item, _window, { triggeredByAccelerator }) => {
      // macOS registers every key that a menu shows; the window has heard it already.
      if (!triggeredByAccelerator) notify('command', { name });
    },
  };
}

/** What every desktop program has in its menus, beside the commands of this one. */
function usual(name: MenuName, around: MenuSurroundings, actions: MenuActions): Item[] {
  switch (name) {
    case 'File':
      return [
        SEPARATOR,
        recentMenu(around, actions),
        SEPARATOR,
        { role: around.mac ? 'close' : 'quit' },
      ];
    case 'Edit':
      return [
        SEPARATOR,
        { role: 'cut' },
        { role: 'copy' },
        { role: 'paste' },
        { role: 'selectAll' },
      ];
    case 'View':
      return [
        SEPARATOR,
        ...zoom(),
        SEPARATOR,
        { role: 'togglefullscreen' },
        ...(around.developers ? [SEPARATOR, { role: 'toggleDevTools' as const }] : []),
      ];
    default:
      return [];
  }
}

function recentMenu({ recent }: MenuSurroundings, { open }: MenuActions): Item {
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
