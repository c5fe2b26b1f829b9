import type { Backup } from '../../domain/safety/backup.ts';
import type { Check, CheckResult, VerifyReport } from '../../domain/safety/verify.ts';
import { count, fileNameOf, inDigits } from '../desk/words.ts';
import { momentOf } from '../metadata/dates.ts';

/** What a backup was made for. */
export const WHY: Readonly<Record<Backup['why'], string>> = {
  automatic: 'made by itself',
  asked: 'asked for',
  'before-restore': 'before a backup was restored',
  'before-import': 'before an import',
  'before-merge': 'before a merge',
};

/** "5 cables, 12 annotations · 1.2 MB · made by itself". */
export function backupFacts({ cables, annotations, size, why }: Backup): string {
  return `${count(cables, 'cable')}, ${count(annotations, 'annotation')} · ${sizeWords(size)} · ${WHY[why]}`;
}

/** A size as the systems' own file managers tell it. */
export function sizeWords(bytes: number): string {
  if (bytes < 1_000_000) return `${inDigits(Math.ceil(bytes / 1000))} kB`;
  if (bytes < 1_000_000_000) return `${(bytes / 1_000_000).toFixed(1)} MB`;
  return `${(bytes / 1_000_000_000).toFixed(2)} GB`;
}

export function backedUpWords({ cables, annotations }: Backup): string {
  return `Backed up: ${count(cables, 'cable')}, ${count(annotations, 'annotation')}. The backup was read again and is whole.`;
}

export function restoredWords(made: string, kept: string): string {
  const beside = kept === '' ? '' : ` What stood there is kept beside it, as ${fileNameOf(kept)}.`;
  return `The library is that of ${momentOf(made)} again.${beside}`;
}

/** What each check proves. */
const PROVES: Readonly<Record<Check, string>> = {
  seal: 'Every byte of the file is the one that was written',
  integrity: 'The structure of the file is whole',
  'foreign-keys': 'Nothing refers to what is not there',
  originals: 'Originals are what their SHA-256 says, and their text is what their bytes say',
  transcriptions: 'Transcriptions are what changes and emendations make of the originals',
  annotations: 'Annotations stand on their words',
  index: 'The search and the list say what the cables say',
  journal: 'Every action can be read, and taken back',
};

export function provesWords(check: Check): string {
  return PROVES[check];
}

/** What was gone through: "5 originals". */
const LOOKED: Readonly<Record<Check, readonly [one: string, many?: string]>> = {
  seal: ['page'],
  integrity: ['page'],
  'foreign-keys': ['table'],
  originals: ['original'],
  transcriptions: ['transcription'],
  annotations: ['annotation'],
  index: ['cable'],
  journal: ['action'],
};

/** What has become of a check, in a word or two. */
export function outcomeWords({ check, looked, faults, remark }: CheckResult): string {
  if (faults > 0) return count(faults, 'fault');
  if (looked === 0 && remark !== '') return 'not checked';
  return count(looked, ...LOOKED[check]);
}

/** What a proof comes to. */
export function reportWords({ sound, cables, annotations, checks, seconds }: VerifyReport): string {
  const took = `${seconds < 10 ? seconds.toFixed(1) : inDigits(Math.round(seconds))} s`;
  if (sound)
    return `The library is sound: ${count(cables, 'cable')}, ${count(annotations, 'annotation')}, proven in ${took}.`;
  const faults = checks.reduce((sum, each) => sum + each.faults, 0);
  return `The library is not sound: ${count(faults, 'fault')}. Restore a backup, or save what can be read as an export first.`;
}
