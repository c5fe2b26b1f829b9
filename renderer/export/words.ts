import { ExportFormat, exportFormats } from '../../domain/exchange/format.ts';
import { count, inDigits } from '../desk/words.ts';
import type { Losses, Written } from './exporting.ts';

/** "5 cables are in the folder “Cuba tei”: 6 files." */
export function writtenWords({ folder, files, cables }: Written): string {
  const verb = cables === 1 ? 'is' : 'are';
  return `${count(cables, 'cable')} ${verb} in the folder “${folder}”: ${count(files, 'file')}.`;
}

/** What was looked through: "5 cables with 12 annotations." */
export function lookedWords({ cables, annotations }: Losses): string {
  return `${count(cables, 'cable')} with ${annotations === 0 ? 'no annotations' : count(annotations, 'annotation')}.`;
}

/** How much the faces add to a reading edition. */
export function facesWords(cables: number | null): string {
  const each = 'some 165 kB a page';
  if (cables === null || cables < 1000) return each;
  return `${each}, ${inDigits(Math.round((cables * 165) / 1000))} MB in all`;
}

/** What the button that writes is called. */
export function buttonWords(cables: number | null): string {
  return cables === null ? 'Export…' : `Export ${count(cables, 'cable')}…`;
}

/** The formats in the order in which they are offered. */
export const formatOrder: readonly ExportFormat[] = Object.keys(exportFormats).map((format) =>
  ExportFormat.parse(format),
);
