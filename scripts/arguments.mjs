/** What is typed after `npm start --`, as the app wants it. */
import { resolve } from 'node:path';

/** Switches whose value is a file or folder. */
const WITH_PATH = ['--library', '--screenshot', '--user-data-dir'];

/**
 * The app's arguments: files and folders are made absolute, as seen from where the command was typed,
 * because npm and the app have other current folders.
 * @param {readonly string[]} typed
 * @param {string} typedIn the folder where the command was typed
 */
export function appArguments(typed, typedIn) {
  const result = [];
  for (let i = 0; i < typed.length; i++) {
    const argument = typed[i] ?? '';
    const [name, value] = split(argument);
    if (WITH_PATH.includes(name))
      result.push(`${name}=${resolve(typedIn, value ?? typed[++i] ?? '')}`);
    else result.push(argument.startsWith('-') ? argument : resolve(typedIn, argument));
  }
  return result;
}

/**
 * @param {string} argument `--name=value` or anything else
 * @returns {[string, string | undefined]}
 */
function split(argument) {
  const at = argument.startsWith('--') ? argument.indexOf('=') : -1;
  return at < 0 ? [argument, undefined] : [argument.slice(0, at), argument.slice(at + 1)];
}
