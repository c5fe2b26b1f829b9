import { app, Menu } from 'electron';
import type { RecentLibrary } from '../domain/library/library.ts';
import { menuTemplate, type MenuActions } from './menu-template.ts';

/** Puts up the menu, with the libraries lately opened. */
export function showMenu(recent: readonly RecentLibrary[], actions: MenuActions): void {
  const around = { recent, mac: process.platform === 'darwin', developers: !app.isPackaged };
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(around, actions)));
}
