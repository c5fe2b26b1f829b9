/**
 * Lets Node read the program as it is, outside the build: migrations are imported as the text of their files, and
 * what asks for Electron gets a stand-in, as inputs are read without a window.
 */
import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';

/** All that is imported of Electron: whatever is called of it says nothing. */
const NAMES = [
  ...['app', 'BrowserWindow', 'clipboard', 'contextBridge', 'crashReporter', 'dialog', 'ipcMain'],
  ...['ipcRenderer', 'Menu', 'nativeImage', 'nativeTheme', 'net', 'powerMonitor', 'protocol'],
  ...['screen', 'session', 'shell', 'webUtils'],
];
const NO_WINDOW = `
  const says = new Proxy({}, { get: () => () => 'none' });
  ${NAMES.map((name) => `export const ${name} = says;`).join('\n')}
`;

// What is told of the program names the versions of what it runs on.
Object.defineProperty(process, 'versions', {
  value: { ...process.versions, electron: 'none', chrome: 'none' },
});

registerHooks({
  resolve(specifier, context, next) {
    if (specifier !== 'electron') return next(specifier, context);
    return { url: 'electron:none', format: 'module', shortCircuit: true };
  },
  load(url, context, next) {
    if (url === 'electron:none') return { format: 'module', source: NO_WINDOW, shortCircuit: true };
    const { pathname, search } = new URL(url);
    if (!pathname.endsWith('.sql') || search !== '?raw') return next(url, context);
    const text = readFileSync(fileURLToPath(url.slice(0, -search.length)), 'utf8');
    return {
      format: 'module',
      source: `export default ${JSON.stringify(text)};`,
      shortCircuit: true,
    };
  },
});
