/**
 * Letters that a machine takes for each other when it reads typescript, in small letters: each row is a
 * group any of which may stand for any other. From the damage seen in transcriptions of telegrams.
 */
const CONFUSED = [
  'rn m',
  'nn m',
  'ri n',
  'vv w',
  'cl d',
  'ci d',
  'li h',
  'ii u',
  'il u',
  'l 1 i',
  'l t',
  'i t',
  'f t',
  'i j',
  '0 o',
  'q g',
  'c e',
  'c o',
  'e o',
  'h b',
  'h k',
  'n u',
  'n h',
  'v y',
  'u v',
  '5 s',
  '8 b',
  '8 s',
  '6 b',
  '9 g',
  '6 g',
  '2 z',
] as const;

/** How many letters of a word of so many may be misread. */
function mostIn(letters: number): number {
  return letters < 4 ? 1 : letters < 8 ? 2 : 3;
}

const READ_AS: ReadonlyMap<string, readonly string[]> = readAs();

function readAs(): Map<string, string[]> {
  const all = new Map<string, string[]>();
  for (const row of CONFUSED)
    for (const letters of row.split(' '))
      all.set(letters, [
        ...(all.get(letters) ?? []),
        ...row.split(' ').filter((other) => other !== letters),
      ]);
  return all;
}

/**
 * How a machine may have misread a word (folded), those with the fewest letters misread first: up to
 * three letters in long words. At most `most` are told, and the word itself is none of them.
 */
export function misreadingsOf(word: string, most = 1000): string[] {
  const met = new Set([word]);
  let last: readonly Partial[] = [{ word, from: 0 }];
  for (let misread = 0; misread < mostIn(word.length); misread++) {
    const next: Partial[] = [];
    for (const partial of last)
      for (const one of misreadOnce(partial)) {
        if (met.has(one.word)) continue;
        if (met.size > most) return [...met].slice(1);
        met.add(one.word);
        next.push(one);
      }
    last = next;
  }
  return [...met].slice(1);
}

/** A word misread up to `from`. */
interface Partial {
  readonly word: string;
  readonly from: number;
}

function* misreadOnce({ word, from }: Partial): Generator<Partial> {
  for (let at = from; at < word.length; at++)
    for (const length of [2, 1])
      for (const as of READ_AS.get(word.slice(at, at + length)) ?? [])
        if (at + length <= word.length)
          yield {
            word: word.slice(0, at) + as + word.slice(at + length),
            from: at + as.length,
          };
}
