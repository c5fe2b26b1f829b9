import type { Coming } from '../exchange/coming.ts';
import { fail } from '../failure.ts';

/** The annotations in a file of W3C Web Annotations (JSON-LD). */
export function readWebAnnotations(_json: unknown): Coming {
  return fail('unexpected', 'This is not built yet.');
}

/** Whether what a JSON file holds looks like W3C Web Annotations. */
export function isWebAnnotations(_json: unknown): boolean {
  return false;
}
