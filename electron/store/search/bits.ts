/** A set of rows: bit N of the whole says whether row N is in it. All sets that meet are of one size. */
export type Bits = Uint32Array;

/** The empty set for rows up to `last`. */
export function noBits(last: number): Bits {
  return new Uint32Array((last >>> 5) + 1);
}

/** Puts a row into a set; one beyond its size is left out. */
export function addBit(bits: Bits, row: number): void {
  const word = row >>> 5;
  bits[word] = (bits[word] ?? 0) | (1 << (row & 31));
}

/** Takes a row out of a set. */
export function removeBit(bits: Bits, row: number): void {
  const word = row >>> 5;
  bits[word] = (bits[word] ?? 0) & ~(1 << (row & 31));
}

/** Whether a row is in a set. */
export function hasBit(bits: Bits, row: number): boolean {
  return (((bits[row >>> 5] ?? 0) >>> (row & 31)) & 1) === 1;
}

/** The set of some rows. */
export function bitsOf(rows: Iterable<number>, last: number): Bits {
  const bits = noBits(last);
  for (const row of rows) addBit(bits, row);
  return bits;
}

/** The rows that are in all of some sets, of which there is at least one. */
export function inAll(first: Bits, ...others: readonly Bits[]): Bits {
  return combined(first, others, (a, b) => a & b);
}

/** The rows that are in any of some sets, of which there is at least one. */
export function inAny(first: Bits, ...others: readonly Bits[]): Bits {
  return combined(first, others, (a, b) => a | b);
}

/** The rows of a set that are not in another. */
export function without(bits: Bits, gone: Bits): Bits {
  return combined(bits, [gone], (a, b) => a & ~b);
}

function combined(first: Bits, others: readonly Bits[], join: (a: number, b: number) => number) {
  const result = first.slice();
  for (const other of others)
    for (let word = 0; word < result.length; word += 1)
      result[word] = join(result[word] ?? 0, other[word] ?? 0);
  return result;
}

/** How many rows are in a set. */
export function countBits(bits: Bits): number {
  let count = 0;
  for (let word of bits) {
    // The bits of each pair, nibble, byte are counted beside each other (Hacker's Delight, 5-1).
    word -= (word >>> 1) & 0x55555555;
    word = (word & 0x33333333) + ((word >>> 2) & 0x33333333);
    count += (((word + (word >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
  }
  return count;
}

/** The rows of a set, ascending. */
export function rowsOf(bits: Bits): number[] {
  const rows: number[] = [];
  for (const [at, word] of bits.entries())
    for (let left = word; left !== 0; left &= left - 1)
      rows.push(at * 32 + 31 - Math.clz32(left & -left));
  return rows;
}
