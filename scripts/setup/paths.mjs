/** Where things lie: the repository, its packages, and the folder that this user's clones share. */
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';

/** The repository's top folder. */
export const root = resolve(import.meta.dirname, '../..');

/**
 * A path inside the repository.
 * @param {...string} parts
 */
export const inRoot = (...parts) => join(root, ...parts);

/**
 * A path inside node_modules.
 * @param {...string} parts
 */
export const inModules = (...parts) => join(root, 'node_modules', ...parts);

/**
 * A path inside the per-user cache. What takes long to make (a stand-in Electron, a compiled SQLite)
 * is made once there and then serves every clone of the repository.
 * @param {...string} parts
 */
export const inCache = (...parts) =>
  join(process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache'), 'cablewright', ...parts);
