/**
 * How many characters must be inserted or deleted to turn one text into another (Myers, "An O(ND)
 * Difference Algorithm and Its Variations", 1986), counted up to `limit`: beyond it `limit` itself.
 */
export function distance(a: string, b: string, limit = 2000): number {
  const offset = limit + 1;
  const reach = new Int32Array(2 * offset + 1);
  for (let edits = 0; edits < limit; edits++)
    for (let diagonal = -edits; diagonal <= edits; diagonal += 2) {
      const at = offset + diagonal;
      const down =
        diagonal === -edits || (diagonal !== edits && (reach[at - 1] ?? 0) < (reach[at + 1] ?? 0));
      let x = down ? (reach[at + 1] ?? 0) : (reach[at - 1] ?? 0) + 1;
      while (x < a.length && x - diagonal < b.length && a[x] === b[x - diagonal]) x++;
      reach[at] = x;
      if (x >= a.length && x - diagonal >= b.length) return edits;
    }
  return limit;
}
