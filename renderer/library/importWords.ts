import {
  inAll,
  type ImportedFile,
  type ImportOutcome,
  type ImportPace,
  type ImportReport,
} from '../../domain/import/import.ts';
import { count, inDigits } from '../desk/words.ts';
import { encodingNames } from '../metadata/encodings.ts';

/** What the sums of a report are called, in their order. */
export const outcomes: readonly ImportOutcome[] = ['imported', 'witness', 'duplicate', 'failed'];

/** "3 cables imported", "1 already in the library". */
export function outcomeWords(outcome: ImportOutcome, many: number): string {
  return byOutcome[outcome](many);
}

const byOutcome: Readonly<Record<ImportOutcome, (many: number) => string>> = {
  imported: (many) => `${count(many, 'cable')} imported`,
  witness: (many) => `${inDigits(many)} came again`,
  duplicate: (many) => `${inDigits(many)} already in the library`,
  failed: (many) => `${count(many, 'file')} failed`,
};

/** "3 cables imported · 1 already in the library · 1 file failed · 12 files not looked at." */
export function reportWords({ counts, total, state }: ImportReport): string {
  const parts = outcomes
    .filter((outcome) => outcome === 'imported' || counts[outcome] > 0)
    .map((outcome) => outcomeWords(outcome, counts[outcome]));
  const left = (total ?? 0) - inAll(counts);
  if (state !== 'ended' && left > 0) parts.push(`${count(left, 'file')} not looked at`);
  return `${parts.join(' · ')}.`;
}

/** "Windows-1252 · 2 proposals", or why there is no new cable. */
export function factsOf(file: ImportedFile): string {
  if (file.outcome === 'failed') return 'not imported';
  if (file.outcome === 'duplicate')
    return file.restored ? 'had been deleted, is brought back' : 'already in the library';
  const facts = [encodingNames[file.encoding]];
  if (file.outcome === 'witness') facts.unshift('came again, as another witness');
  if (file.proposals > 0) facts.push(count(file.proposals, 'proposal'));
  return facts.join(' · ');
}

/** "410 a second · 46 s left"; empty while nothing is known. */
export function paceWords({ rate, left, counting }: ImportPace): string {
  const parts: string[] = [];
  if (counting) parts.push('still counting');
  if (rate !== null)
    parts.push(`${rate < 10 ? rate.toFixed(1) : inDigits(Math.round(rate))} a second`);
  if (left !== null) parts.push(`${spanWords(left)} left`);
  return parts.join(' · ');
}

/** A span of time in milliseconds, as roughly as it is known: "46 s", "3 min", "1 h 20 min". */
export function spanWords(span: number): string {
  const seconds = Math.ceil(span / 1_000);
  if (seconds < 100) return `${seconds} s`;
  const minutes = Math.round(seconds / 60);
  if (minutes < 60) return `${minutes} min`;
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
