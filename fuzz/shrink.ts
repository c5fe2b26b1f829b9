import type { Problem } from './problem.ts';

/** How many shorter inputs are tried at most, and for how long, in milliseconds. */
const MOST_TRIES = 600;
const LONGEST = 45_000;

/**
 * A shorter input with the same problem: stretches are left out, long ones first, as long as that makes no
 * difference (delta debugging). `has` says whether an input has the problem.
 */
export async function shrunk(
  bytes: Buffer,
  has: (bytes: Buffer) => Promise<boolean>,
): Promise<Buffer> {
  const end = performance.now() + LONGEST;
  let tries = 0;
  let least = bytes;
  for (
    let size = Math.ceil(bytes.length / 2);
    size >= 1;
    size = size === 1 ? 0 : Math.ceil(size / 2)
  ) {
    for (let from = 0; from < least.length;) {
      if (tries++ > MOST_TRIES || performance.now() > end) return least;
      const shorter = Buffer.concat([least.subarray(0, from), least.subarray(from + size)]);
      if (await has(shorter)) least = shorter;
      else from += size;
    }
  }
  return least;
}

/** Whether two problems are of one kind, at one place where that is known. */
export function isSame(one: Problem, other: Problem | null): boolean {
  if (other === null) return false;
  const slow = ['slow', 'hang'];
  return (
    (one.kind === other.kind || (slow.includes(one.kind) && slow.includes(other.kind))) &&
    one.where === other.where
  );
}
