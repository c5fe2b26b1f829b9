/**
 * What a series says of a message it names. `document`: a document of the edition. `circular`: one of
 * the Department to many posts. `department`: one of the Department to a post. `post`: one of a post.
 * `yours`, `mine`: one of the receiver, of the sender. `that`: one of anybody. `named`: one of a series
 * with numbers of its own.
 */
export type Bearing =
  | 'document'
  | 'circular'
  | 'department'
  | 'post'
  | 'yours'
  | 'mine'
  | 'that'
  | 'named';

/** A word that stands before the number of another document. */
export interface SeriesWord {
  /** One spelling for all its spellings; null for documents of the edition. */
  readonly series: string | null;
  readonly bearing: Bearing;
  /** Whether several numbers may follow, as a matter of course. */
  readonly plural: boolean;
  /**
   * `strong`: nothing else is called so. `common`: an everyday word, after which a number may count
   * something (`telegram 5 pages long`). `weak`: only what follows shows that a number is meant
   * (`your 47 of May 3`, not `your 47 men`).
   */
  readonly trust: 'strong' | 'common' | 'weak';
}

/** The series with its other spellings; `s` is added for several. */
const STRONG: readonly (readonly [series: string, bearing: Bearing, ...spellings: string[]])[] = [
  ['Depcirtel', 'circular', 'deptcirtel', 'cirtel', 'circtel', 'deptcirctel', 'depcirctel'],
  ['Deptel', 'department', 'depttel'],
  ['Embtel', 'post'],
  ['Contel', 'post', 'congentel', 'congtel'],
  ['Legtel', 'post'],
  ['urtel', 'yours', 'yourtel'],
  ['mytel', 'mine', 'ourtel'],
  ['reftel', 'that', 'septel'],
  ...[
    ['Secto', 'Tosec', 'Polto', 'Topol', 'Cedto', 'Dulte', 'Tedul', 'Usito', 'Todel', 'Delga'],
    ['Gadel', 'Actel', 'Telac', 'Martel', 'Telmar', 'Repto', 'Torep', 'Ecato', 'Toeca', 'Excon'],
    ['Busec', 'Colto', 'Toaid', 'Aidto'],
  ]
    .flat()
    .map((name) => [name, 'named'] as const),
];

const words = new Map<string, SeriesWord>();

for (const [series, bearing, ...others] of STRONG)
  for (const spelling of [series.toLowerCase(), ...others]) {
    words.set(spelling, { series, bearing, plural: false, trust: 'strong' });
    words.set(`${spelling}s`, { series, bearing, plural: true, trust: 'strong' });
  }

for (const [spelling, series, bearing] of [
  ['document', null, 'document'],
  ['doc', null, 'document'],
  ['telegram', 'telegram', 'that'],
  ['tel', 'telegram', 'that'],
  ['despatch', 'despatch', 'that'],
  ['airgram', 'airgram', 'that'],
  ['circular', 'Depcirtel', 'circular'],
  ['circ', 'Depcirtel', 'circular'],
] as const) {
  const several = spelling === 'despatch' ? 'despatches' : `${spelling}s`;
  words.set(spelling, { series, bearing, plural: false, trust: 'common' });
  words.set(several, { series, bearing, plural: true, trust: 'common' });
}

for (const [spelling, series, bearing] of [
  ['your', 'urtel', 'yours'],
  ['my', 'mytel', 'mine'],
  ['our', 'mytel', 'mine'],
  ['department’s', 'Deptel', 'department'],
  ['embassy’s', 'Embtel', 'post'],
  ['legation’s', 'Legtel', 'post'],
  ['consulate’s', 'Contel', 'post'],
] as const)
  words.set(spelling, { series, bearing, plural: false, trust: 'weak' });

/** Whose telegram it is, by the word before `telegram`, or before a `tel` that stands apart. */
const BEFORE_TELEGRAM: ReadonlyMap<string, readonly [series: string, bearing: Bearing]> = new Map([
  ['circular', ['Depcirtel', 'circular']],
  ['department', ['Deptel', 'department']],
  ['department’s', ['Deptel', 'department']],
  ['dept', ['Deptel', 'department']],
  ['dep', ['Deptel', 'department']],
  ['embassy', ['Embtel', 'post']],
  ['embassy’s', ['Embtel', 'post']],
  ['emb', ['Embtel', 'post']],
  ['legation', ['Legtel', 'post']],
  ['legation’s', ['Legtel', 'post']],
  ['consulate', ['Contel', 'post']],
  ['consulate’s', ['Contel', 'post']],
  ['your', ['urtel', 'yours']],
  ['ur', ['urtel', 'yours']],
  ['my', ['mytel', 'mine']],
  ['our', ['mytel', 'mine']],
  ['ref', ['reftel', 'that']],
]);

/** What a word, in small letters and with `’` for every apostrophe, says of the number after it. */
export function seriesWord(word: string): SeriesWord | undefined {
  return words.get(word);
}

/** What `telegram` or `tel` says of the number after it, where `before` stands before it. */
export function telegramOf(before: string, telegram: SeriesWord): SeriesWord {
  const [series, bearing] = BEFORE_TELEGRAM.get(before) ?? [];
  return series && bearing ? { ...telegram, series, bearing } : telegram;
}

/** An airgram of a post (`A-123`), and one of the Department to many posts (`CA-1234`). */
export const AIRGRAM: SeriesWord = {
  series: 'airgram',
  bearing: 'that',
  plural: false,
  trust: 'strong',
};
export const CIRCULAR_AIRGRAM: SeriesWord = { ...AIRGRAM, series: 'CA', bearing: 'named' };

/** A telegram that is called by the post it came from: `Cairo’s 3244`. */
export const OF_A_POST: SeriesWord = {
  series: 'telegram',
  bearing: 'that',
  plural: false,
  trust: 'weak',
};

const BEARINGS: ReadonlyMap<string, Bearing> = new Map(
  [...words.values(), CIRCULAR_AIRGRAM].flatMap(({ series, bearing }) =>
    series === null ? [] : [[series, bearing] as const],
  ),
);

/** What a series says of its messages. */
export function bearingOf(series: string | null): Bearing {
  return series === null ? 'document' : (BEARINGS.get(series) ?? 'that');
}
