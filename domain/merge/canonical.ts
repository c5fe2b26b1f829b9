/** A value as JSON with the keys of objects in their order: the same words for the same value, wherever it comes from. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    isPlain(part) ? Object.fromEntries(Object.entries(part).toSorted(byKey)) : part,
  );
}

/** Whether two values say the same, down to the last part. */
export function isSame(a: unknown, b: unknown): boolean {
  // Mostly keys are in the same order, which is told much sooner.
  return a === b || JSON.stringify(a) === JSON.stringify(b) || canonical(a) === canonical(b);
}

/** Compares words by their code units, the same on every machine. */
export function compareWords(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function isPlain(part: unknown): part is Record<string, unknown> {
  return typeof part === 'object' && part !== null && !Array.isArray(part);
}

function byKey([a]: [string, unknown], [b]: [string, unknown]): number {
  return compareWords(a, b);
}
