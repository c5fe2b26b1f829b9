import { fail } from '../../domain/failure.ts';
import { CELLS } from '../../domain/limits.ts';

const SIGNS: ReadonlySet<number> = new Set(
  [',', ';', '\t', '\n'].map((sign) => sign.charCodeAt(0)),
);

/**
 * Refuses a table with more cells than are read, before anything is made of it. Every sign that could part cells is
 * counted, also in quotations.
 */
export function refuseHugeTable(text: string, name: string, most = CELLS): void {
  let signs = 0;
  for (let at = 0; at < text.length; at += 1) if (SIGNS.has(text.charCodeAt(at))) signs += 1;
  if (signs > most)
    fail(
      'file-too-large',
      `${name} has more than ${most.toLocaleString('en')} cells, which is more than can be read at once. Nothing was taken over. Part it, then import its parts.`,
    );
}
