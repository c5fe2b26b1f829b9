import { foldedName } from '../../domain/tag/tag.ts';
import { PATH_SIGN } from '../../domain/tag/tree.ts';

/** Names from the top down as one cell: `Persons › Soviet`. A sign in a name that would part it goes behind `\`. */
export function pathText(names: readonly string[]): string {
  return names.map((name) => name.replace(/[\\›>]/gu, String.raw`\$&`)).join(PATH_SIGN);
}

/** The names of a path, from the top down; they are parted by `›` or `>`. */
export function namesIn(path: string): string[] {
  const names = [''];
  for (const [sign, kept] of path.matchAll(/\\([\\›>])|[^]/gu)) {
    if (sign === '›' || sign === '>') names.push('');
    else names.push(`${names.pop() ?? ''}${kept ?? sign}`);
  }
  return names.map((name) => name.trim()).filter((name) => name !== '');
}

/** A path as it is compared with others. */
export function foldedPath(names: readonly string[]): string {
  return pathText(names.map((name) => foldedName(name.replace(/\s+/gu, ' '))));
}
