/**
 * What two judges did with the same units, as far as percentage, κ and α ask for it: the diagonal of
 * their contingency table and its margins. Tallies of parts (of cables) add up to that of the whole.
 */
export interface Tally {
  /** Units both judged. */
  readonly units: number;
  /** Units that both put into the same category. */
  readonly agreed: number;
  /** How many units the first judge put into each category, and the second. */
  readonly first: ReadonlyMap<string, number>;
  readonly second: ReadonlyMap<string, number>;
}

/** A unit as any number of judges have put it into categories; null where one has not judged it. */
export type Unit = readonly (string | null)[];

/** The tally of a contingency table: its rows are the categories of the first judge, its columns those of the second, in one order. */
export function tallyOfTable(table: readonly (readonly number[])[]): Tally {
  const first = new Map<string, number>();
  const second = new Map<string, number>();
  let [units, agreed] = [0, 0];
  for (const [row, cells] of table.entries())
    for (const [column, cell] of cells.entries()) {
      units += cell;
      if (row === column) agreed += cell;
      put(first, String(row), cell);
      put(second, String(column), cell);
    }
  return { units, agreed, first, second };
}

/** The tally of several parts together. */
export function together(tallies: Iterable<Tally>): Tally {
  const first = new Map<string, number>();
  const second = new Map<string, number>();
  let [units, agreed] = [0, 0];
  for (const tally of tallies) {
    units += tally.units;
    agreed += tally.agreed;
    for (const [category, number] of tally.first) put(first, category, number);
    for (const [category, number] of tally.second) put(second, category, number);
  }
  return { units, agreed, first, second };
}

/** The share of units on which two judges agree, 0 to 1; null without units. */
export function agreementShare({ units, agreed }: Tally): number | null {
  return units === 0 ? null : agreed / units;
}

/**
 * Cohen's κ = 1 − Do / De, in which De is the disagreement to be expected if each judge went by chance
 * and by margins of their own (Cohen 1960). Null where none is to be expected: both have used one and
 * the same category only. Both sums are of terms that are not negative, so that nothing is lost where
 * nearly all units are alike.
 */
export function cohensKappa({ units, agreed, first, second }: Tally): number | null {
  let expected = 0;
  for (const [category, number] of first)
    expected += number * (units - (second.get(category) ?? 0));
  return expected === 0 ? null : 1 - ((units - agreed) * units) / expected;
}

/**
 * Krippendorff's α of two judges who both judged every unit (nominal data). Unlike κ it expects chance
 * to go by one set of margins, that of both judges together, and is corrected for few units.
 */
export function krippendorffsAlpha({ units, agreed, first, second }: Tally): number | null {
  const values = new Map(first);
  for (const [category, number] of second) put(values, category, number);
  return alphaOf(values, 2 * (units - agreed));
}

/**
 * Krippendorff's α for nominal data of any number of judges, of whom each may have left units out
 * (Krippendorff 2011, “Computing Krippendorff's Alpha-Reliability”, C). Units with one value only
 * cannot be paired and do not count. Null where no disagreement is to be expected.
 */
export function alphaOfUnits(units: Iterable<Unit>): number | null {
  const values = new Map<string, number>();
  let disagreeing = 0;
  for (const unit of units) {
    const counts = countsOf(unit);
    const all = sum(counts);
    if (all < 2) continue;
    for (const [category, number] of counts) {
      put(values, category, number);
      disagreeing += (number * (all - number)) / (all - 1);
    }
  }
  return alphaOf(values, disagreeing);
}

/** The share of pairs of values within units that agree, of any number of judges; null without pairs. */
export function agreementShareOfUnits(units: Iterable<Unit>): number | null {
  let [pairs, agreed] = [0, 0];
  for (const unit of units) {
    const counts = countsOf(unit);
    const all = sum(counts);
    pairs += all * (all - 1);
    for (const number of counts.values()) agreed += number * (number - 1);
  }
  return pairs === 0 ? null : agreed / pairs;
}

/**
 * α = 1 − Do / De from the margins of the coincidence matrix and the sum of what stands off its
 * diagonal; n values give n (n − 1) pairs to be expected.
 */
function alphaOf(values: ReadonlyMap<string, number>, disagreeing: number): number | null {
  const all = sum(values);
  let expected = 0;
  for (const number of values.values()) expected += number * (all - number);
  return expected === 0 ? null : 1 - ((all - 1) * disagreeing) / expected;
}

function countsOf(unit: Unit): Map<string, number> {
  const counts = new Map<string, number>();
  for (const category of unit) if (category !== null) put(counts, category, 1);
  return counts;
}

function sum(counts: ReadonlyMap<string, number>): number {
  let all = 0;
  for (const number of counts.values()) all += number;
  return all;
}

function put(counts: Map<string, number>, category: string, number: number): void {
  counts.set(category, (counts.get(category) ?? 0) + number);
}
