import { madeName } from './cables.ts';

/** What is looked for in both programs: in the language of the library, and in that of FTS5. */
export interface Asked {
  readonly query: string;
  readonly match: string;
}

/** Words that about twenty cables have each; every one is asked for once, so that no answer is kept from before. */
export function rareWords(names: number, how: number): Asked[] {
  return spread(names, how).map((number) => {
    const name = madeName(number);
    return { query: name, match: `"${name}"` };
  });
}

/** Phrases of which each stands in some twenty cables. */
export function rarePhrases(names: number, how: number): Asked[] {
  return spread(names, how, 1).map((number) => {
    const phrase = `${madeName(number)} and ${madeName((number * 7 + 3) % names)}`;
    return { query: `"${phrase}"`, match: `"${phrase}"` };
  });
}

/** `how` numbers below `names`, as far apart as can be. */
function spread(names: number, how: number, from = 0): number[] {
  const step = Math.max(1, Math.floor(names / how));
  return Array.from({ length: Math.min(how, names) }, (_, at) => (from + at * step) % names);
}

/** Words of which some stand in two cables of five; which do is counted. */
const COMMON = [
  'soviets',
  'agreement',
  'again',
  'stand',
  'steps',
  'threat',
  'several',
  'were',
  'upon',
  'position',
  'system',
  'clearly',
  'responsibility',
  'prepared',
  'because',
  'must',
  'provide',
  'present',
  'suggested',
  'course',
  'public',
  'military',
  'first',
  'states',
  'been',
];

/** The words nearest to standing in 40 % of all cables. */
export function commonWords(total: number, count: (match: string) => number, how: number): Asked[] {
  return COMMON.map((word) => ({ word, share: count(word) / total }))
    .toSorted((a, b) => Math.abs(a.share - 0.4) - Math.abs(b.share - 0.4))
    .slice(0, how)
    .map(({ word }) => ({ query: word, match: word }));
}
