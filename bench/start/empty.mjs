/** An empty window of the same Electron, as bare as can be: what a start costs before there is any program. */
import { app, BrowserWindow } from 'electron';
import { join } from 'node:path';

app.commandLine.appendSwitch('disable-background-networking');
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
void app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 1440, height: 900, show: false });
  window.once('ready-to-show', () => window.show());
  void window.loadFile(join(import.meta.dirname, 'empty.html'));
});
app.on('window-all-closed', () => app.quit());
