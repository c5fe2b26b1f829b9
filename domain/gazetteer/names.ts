import { isKnownWord } from '../text/words.ts';
import type { EntryKind } from './entry.ts';

/** Ranks and forms of address that lists put before a given name: `Burke, Adm. Arleigh A.` */
const TITLE =
  /^(?:(?:Rear|Vice|Fleet|Maj|Lt|Brig|Major|Lieutenant|Brigadier|First|Second|Chief|Air)\.?\s+)?(?:Adm|Admiral|Gen|General|Col|Colonel|Cdr|Comdr|Commander|Capt|Captain|Cpt|Maj|Major|Lt|Lieutenant|Sgt|Sergeant|Marshal|Commodore|Sir|Lord|Lady|Dame|Dr|Prof|Professor|Mr|Mrs|Ms|Miss|Señor|Señora|Monsieur|M|Mme|Amb|Ambassador|Senator|Sen|Rep|Judge|Rev|Reverend|Father|Archbishop|Bishop|Cardinal|Monsignor|Msgr|Count|Baron|Baroness|Prince|Princess|Sheikh|Shaikh|King|Queen|Rt|Hon|Right|Honorable|The)\.?\s+/u;

/** What follows a given name: `Blackiston, Slator C., Jr.` */
const SUFFIX = /^(?:Jr|Sr|Esq|M\.?P|M\.?D|Ph\.?D|2d|3d|II|III|IV)\.?$/u;

/** An initial, or several: `S.`, `J.C.`, `S` */
const INITIALS = /^(?:\p{Lu}\.?)+$/u;

/** A surname that is a common word besides, and stands alone for nobody. */
const COMMON =
  /^(?:April|August|Bishop|Black|Brown|Case|Chance|Church|Court|Cross|Day|Dean|Field|Fish|Ford|Fox|Frost|Gates|Gold|Grant|Gray|Green|Grey|Hand|Hill|Hope|Hunt|Judge|June|King|Lake|Land|Lane|Law|Lodge|Long|Love|Major|March|Marsh|May|Mills|Moon|Moore|North|Page|Park|Pope|Power|Price|Prince|Rice|Rich|Rivers|Rose|Short|Small|South|Snow|Star|States|Steel|Stone|Street|Summers|Swift|Walker|Waters|Way|West|White|Will|Winter|Winters|Wise|Wood|Woods|Young)$/iu;

/** How long the name of an entry may be, in UTF-16 code units. */
const LONGEST = 500;

/**
 * The forms in which texts have a person who is listed as “Khrushchev, Nikita S.”: “Nikita S. Khrushchev”,
 * “Nikita Khrushchev”, “Khrushchev”. Only what the name itself says is told: nothing is abbreviated, and a
 * surname that is a common word does not stand alone. None for a name that is listed otherwise.
 */
export function formsOfPerson(name: string): string[] {
  // No entry can have such a name; and its many brackets could take the square of their number.
  if (name.length > LONGEST) return [];
  const [surname = '', ...rest] = withoutBrackets(name).split(/\s*,\s*/u);
  const suffixes = rest.filter((part) => SUFFIX.test(part));
  const [given, ...others] = rest.filter((part) => !SUFFIX.test(part) && part !== '');
  if (given === undefined || others.length > 0 || !/^\p{Lu}/u.test(untitled(given))) return [];
  const plain = untitled(given);
  const [first = '', ...middle] = plain.split(' ');
  const forms = [`${plain} ${surname}`];
  const kept = middle.filter((part) => !INITIALS.test(part));
  if (!INITIALS.test(first) && kept.length < middle.length)
    forms.push(`${[first, ...kept].join(' ')} ${surname}`);
  for (const suffix of suffixes) forms.push(`${plain} ${surname}, ${suffix}`);
  if (standsAlone(surname)) forms.push(surname);
  return [...new Set(forms)];
}

/** Whether a surname alone says who is meant. */
function standsAlone(surname: string): boolean {
  return surname.length >= 3 && !COMMON.test(surname) && !isKnownWord(surname.toLowerCase());
}

function withoutBrackets(name: string): string {
  return name
    .replace(/\s*[([][^)\]]*[)\]]/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
}

function untitled(given: string): string {
  let rest = given;
  for (;;) {
    const shorter = rest.replace(TITLE, '');
    if (shorter === rest) return rest;
    rest = shorter;
  }
}

/** What a listed word of the trade is: several capitals abbreviate (`NATO`, `USDel`), `Embtel` is a word. */
export function kindOfTerm(name: string): EntryKind {
  return /^(?:[^\p{Lu}]*\p{Lu}){2}/u.test(name) ? 'abbreviation' : 'term';
}
