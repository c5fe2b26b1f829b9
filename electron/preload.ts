import { contextBridge, ipcRenderer, webUtils } from 'electron';
import type { Bridge } from '../domain/contract.ts';

/** The tunnel between window and main process. It knows no message by name and never changes. */
const bridge: Bridge = {
  async request(name, input, files = []) {
    return ipcRenderer.invoke('request', name, input, files.map(pathOf)) as Promise<unknown>;
  },
  listen(name, hear) {
    const listener = (_event: unknown, heard: string, notice: unknown) => {
      if (heard === name) hear(notice);
    };
    ipcRenderer.on('notice', listener);
    return () => void ipcRenderer.off('notice', listener);
  },
};

/** The path of a dropped file. Whatever is not a file makes this throw, so the window cannot name paths. */
const pathOf = (file: unknown) => webUtils.getPathForFile(file as never);

contextBridge.exposeInMainWorld('cablewright', bridge);
