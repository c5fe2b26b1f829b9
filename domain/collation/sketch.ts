/** How many words make a run. */
const RUN = 5;

/** How many hashes a sketch has at most. */
const SKETCH_SIZE = 24;

/** Texts with fewer words than this say too little to be known by. */
const FEWEST_WORDS = 12;

/** What is written for an apostrophe; words are compared without. */
const APOSTROPHES = /['’‘ʼʹ′´`＇]/gu;

const WORD_CHARACTER = /[\p{L}\p{M}\p{N}]/u;

/**
 * A sketch of a text (bottom-k: A. Broder, On the resemblance and containment of documents, 1997):
 * the smallest hashes of its runs of five words, ascending, each a whole number below 2^52. Of two
 * texts that have much in common the sketches have some in common. Short texts have none.
 */
export function sketchOf(text: string): number[] {
  const folded = fold(text);
  const least: number[] = [];
  const firsts = new Int32Array(RUN);
  const seconds = new Int32Array(RUN);
  let words = 0;
  eachWord(folded, (from, to) => {
    firsts[words % RUN] = hashOfWord(folded, from, to, 0x85eb_ca77);
    seconds[words % RUN] = hashOfWord(folded, from, to, 0x0100_0193);
    words++;
    if (words >= RUN) keepLeast(least, hashOfRun(firsts, seconds, words));
  });
  return words < FEWEST_WORDS ? [] : least;
}

/** The different runs of five words of a text. */
export function runsOf(text: string): ReadonlySet<string> {
  const folded = fold(text);
  const words: string[] = [];
  eachWord(folded, (from, to) => words.push(folded.slice(from, to)));
  const runs = new Set<string>();
  for (let at = 0; at + RUN <= words.length; at++) runs.add(words.slice(at, at + RUN).join(' '));
  return runs;
}

/**
 * The share (0 to 1) of the runs of the text that has fewer which the other one has too. 0 where one
 * of them has none.
 */
export function sharedRuns(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const [fewer, more] = a.size <= b.size ? [a, b] : [b, a];
  if (fewer.size === 0) return 0;
  let shared = 0;
  for (const run of fewer) if (more.has(run)) shared++;
  return shared / fewer.size;
}

/** A text as its words are compared: in small letters and without apostrophes. */
function fold(text: string): string {
  return text.normalize('NFC').toLowerCase().replace(APOSTROPHES, '');
}

/** Tells where each word of a folded text begins and ends. All but letters and digits parts words. */
function eachWord(folded: string, tell: (from: number, to: number) => void): void {
  let from = -1;
  for (let at = 0; at <= folded.length; at++) {
    const within = at < folded.length && isWordCharacter(folded, at);
    if (within && from === -1) from = at;
    if (within || from === -1) continue;
    tell(from, at);
    from = -1;
  }
}

function isWordCharacter(folded: string, at: number): boolean {
  const unit = folded.charCodeAt(at);
  if (unit > 127) return WORD_CHARACTER.test(folded.charAt(at));
  return (unit >= 97 && unit <= 122) || (unit >= 48 && unit <= 57);
}

/** A hash of 32 bits of a word; other multipliers (here those of xxHash and FNV) give another one. */
function hashOfWord(text: string, from: number, to: number, multiplier: number): number {
  let hash = multiplier;
  for (let at = from; at < to; at++) {
    hash = Math.imul(hash ^ text.charCodeAt(at), multiplier);
    hash ^= hash >>> 15;
  }
  return mixed(hash);
}

/** One hash of 52 bits of five words, of which two hashes each are given; the order of words matters. */
function hashOfRun(firsts: Int32Array, seconds: Int32Array, begin: number): number {
  let high = 0;
  let low = 0;
  for (let at = begin; at < begin + RUN; at++) {
    high = Math.imul(high ^ (firsts[at % RUN] ?? 0), 0xc2b2_ae3d);
    high ^= high >>> 16;
    low = Math.imul(low ^ (seconds[at % RUN] ?? 0), 0x27d4_eb2f);
    low ^= low >>> 15;
  }
  return (mixed(high) >>> 12) * 2 ** 32 + (mixed(low) >>> 0);
}

/** Spreads what a bit says over all 32 (the finalizer of MurmurHash3). */
function mixed(bits: number): number {
  let hash = bits;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85eb_ca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2_ae35);
  return hash ^ (hash >>> 16);
}

/** Puts a hash into the ascending list of the smallest ones, if it is one of them and new. */
function keepLeast(least: number[], hash: number): void {
  if (least.length === SKETCH_SIZE && hash >= (least.at(-1) ?? 0)) return;
  let at = least.length;
  while (at > 0 && (least[at - 1] ?? 0) > hash) at--;
  if (least[at - 1] === hash) return;
  least.splice(at, 0, hash);
  if (least.length > SKETCH_SIZE) least.pop();
}
