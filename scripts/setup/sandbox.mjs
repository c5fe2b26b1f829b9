/** Step 4: Chromium's sandbox on Linux: it needs either user namespaces or a helper program owned by root. */
import { statSync } from 'node:fs';
import { attempt, onPath } from './child.mjs';
import { requireElectron, sandboxHelper, withoutSandbox } from './electron.mjs';
import { Stop } from './say.mjs';

/** Stops where Electron would end at once, with the command that helps (Ubuntu 24.04, some containers). */
export async function sandbox() {
  if (process.platform !== 'linux' || withoutSandbox()) return;
  const helper = sandboxHelper(requireElectron().executable);
  if (isRoots(helper) || (await userNamespaces())) return;
  throw new Stop(
    'This system does not let ordinary programs make a sandbox, and Electron does not start without one.\n' +
      'Please type this, then try again:\n' +
      `  sudo chown root:root '${helper}' && sudo chmod 4755 '${helper}'`,
  );
}

/** @param {string} helper */
function isRoots(helper) {
  const found = statSync(helper, { throwIfNoEntry: false });
  return found?.uid === 0 && (found.mode & 0o4000) !== 0;
}

/** Whether an ordinary user can make a user namespace; tried, because no single setting tells. */
async function userNamespaces() {
  if (!onPath('unshare')) return true;
  return (await attempt('unshare', ['--user', '--map-root-user', 'true'])).ok;
}
