/**
 * What is compared one by one: characters, or words where a passage is long. Equal `codes` are equal
 * things; `weights` are their lengths; `starts` are the positions at which they begin, `ends` those at
 * which they end.
 */
export interface Units {
  readonly codes: Int32Array;
  readonly weights: Int32Array;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
}

/** The stretches of a text that come nearest to a pattern, by where they end. */
export interface Nearness {
  /** How much is to be changed in the stretch that ends before each unit, and in the last that ends after all. */
  readonly costs: Int32Array;
  /** The unit at which that stretch begins. */
  readonly begins: Int32Array;
}

/** The weight of units together. */
export function weightOf({ weights }: Units, from = 0, to = weights.length): number {
  let sum = 0;
  for (let at = from; at < to; at++) sum += weights[at] ?? 0;
  return sum;
}

/**
 * How much must be put in, left out or changed to make the pattern of each stretch of `text` (Sellers
 * 1980, "The theory and computation of evolutionary distances"). Where `anywhere`, a stretch may
 * begin at any unit; else it begins with the text.
 */
export function nearness(pattern: Units, text: Units, anywhere: boolean): Nearness {
  const width = text.codes.length + 1;
  let costs = new Int32Array(width);
  let begins = new Int32Array(width);
  for (let at = 1; at < width; at++) {
    if (anywhere) begins[at] = at;
    else costs[at] = (costs[at - 1] ?? 0) + (text.weights[at - 1] ?? 0);
  }
  let [nextCosts, nextBegins] = [new Int32Array(width), new Int32Array(width)];
  for (let row = 0; row < pattern.codes.length; row++) {
    const code = pattern.codes[row] ?? 0;
    const weight = pattern.weights[row] ?? 0;
    nextCosts[0] = (costs[0] ?? 0) + weight;
    nextBegins[0] = 0;
    for (let at = 1; at < width; at++) {
      const here = text.weights[at - 1] ?? 0;
      const change = text.codes[at - 1] === code ? 0 : Math.max(weight, here);
      let cost = (costs[at - 1] ?? 0) + change;
      let begin = begins[at - 1] ?? 0;
      const without = (costs[at] ?? 0) + weight;
      if (without < cost) [cost, begin] = [without, begins[at] ?? 0];
      const more = (nextCosts[at - 1] ?? 0) + here;
      if (more < cost) [cost, begin] = [more, nextBegins[at - 1] ?? 0];
      nextCosts[at] = cost;
      nextBegins[at] = begin;
    }
    [costs, nextCosts] = [nextCosts, costs];
    [begins, nextBegins] = [nextBegins, begins];
  }
  return { costs, begins };
}

/** Letters that differ in print only are one; so is white space, as lines are broken anew. */
const FOLDED: Readonly<Record<string, string>> = { ʼ: '’', "'": '’', '‘': '’', '“': '"', '”': '"' };

/** A text for comparing, with every position where it was. */
export function folded(text: string): string {
  return text.replace(/[\sʼ'‘“”]/gu, (sign) => FOLDED[sign] ?? ' ');
}

/** A text as its characters (UTF-16 code units), standing at `base` of a longer one. */
export function charactersOf(text: string, base = 0): Units {
  const plain = folded(text);
  const { length } = plain;
  const units = {
    codes: new Int32Array(length),
    weights: new Int32Array(length).fill(1),
    starts: new Int32Array(length),
    ends: new Int32Array(length),
  };
  for (let at = 0; at < length; at++) {
    units.codes[at] = plain.charCodeAt(at);
    units.starts[at] = base + at;
    units.ends[at] = base + at + 1;
  }
  return units;
}

/** The units in reverse, for comparing what stands before a place from that place on. */
export function reversed({ codes, weights, starts, ends }: Units): Units {
  return {
    codes: codes.toReversed(),
    weights: weights.toReversed(),
    starts: starts.toReversed(),
    ends: ends.toReversed(),
  };
}
