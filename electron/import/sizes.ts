import { LARGEST } from '../../domain/limits.ts';

/** A size in MiB: "64", "1.5". */
export function mebibytes(bytes: number): string {
  return (bytes / 1024 / 1024).toLocaleString('en', { maximumFractionDigits: 1 });
}

/** What is said of a document that is larger than one may be. */
export function tooLarge(path: string, bytes: number): string {
  return `${path} has ${mebibytes(bytes)} MiB; one cable may have up to ${mebibytes(LARGEST.cable)} MiB. Divide the file, then import its parts.`;
}
