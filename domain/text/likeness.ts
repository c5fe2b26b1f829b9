/**
 * How many letters must be put in, left out or changed to turn one word into another (Levenshtein),
 * counted up to `limit`; beyond it `limit + 1`. Meant for words and short phrases.
 */
export function edits(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    if (Math.min(...next) > limit) return limit + 1;
    row = next;
  }
  return Math.min(row[b.length] ?? 0, limit + 1);
}

/**
 * How alike two phrases are, from 0 to 1: the share of letter pairs they have in common (Dice), case
 * and everything but letters left aside.
 */
export function likeness(a: string, b: string): number {
  const [first, second] = [letterPairs(a), letterPairs(b)];
  if (first.length === 0 || second.length === 0) return 0;
  const left = new Map<string, number>();
  for (const pair of first) left.set(pair, (left.get(pair) ?? 0) + 1);
  let common = 0;
  for (const pair of second) {
    const count = left.get(pair) ?? 0;
    if (count === 0) continue;
    left.set(pair, count - 1);
    common++;
  }
  return (2 * common) / (first.length + second.length);
}

function letterPairs(phrase: string): string[] {
  const letters = phrase.toUpperCase().replace(/[^A-Z]/g, '');
  return Array.from({ length: Math.max(0, letters.length - 1) }, (_, at) =>
    letters.slice(at, at + 2),
  );
}
