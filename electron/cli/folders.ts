import { homedir } from 'node:os';
import { join } from 'node:path';

/** What the program's own folder is called among those of all programs. */
const NAME = 'Cablewright';

/**
 * The folder of the program's data, the same that the window has (Electron, `app.getPath('userData')`):
 * Library/Application Support on macOS, %APPDATA% on Windows, $XDG_CONFIG_HOME or ~/.config elsewhere.
 */
export function dataFolder(
  platform: NodeJS.Platform = process.platform,
  variables: NodeJS.ProcessEnv = process.env,
  home: string = homedir(),
): string {
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', NAME);
  if (platform === 'win32')
    return join(variables['APPDATA'] ?? join(home, 'AppData', 'Roaming'), NAME);
  return join(variables['XDG_CONFIG_HOME'] || join(home, '.config'), NAME);
}
