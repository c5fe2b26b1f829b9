import { foldedText } from '../../domain/alike/fold.ts';
import type { EntryKind } from '../../domain/gazetteer/entry.ts';
import { formsOfPerson } from '../../domain/gazetteer/names.ts';
import type { FileNames, NewEntry } from './files.ts';
import type { ListedName, MarkedName, TeiNames } from './tei-reader.ts';

/** Words that say what somebody is, and not who: `the Secretary`, `Mr. Bevin`. */
const ROLE =
  /(?:^|\s)(?:Secretary|Under|Assistant|Acting|Deputy|Ambassador|Minister|Prime|Foreign|Premier|President|Chairman|Chief|Director|Chargé|Consul|Counselor|Attaché|Department|Embassy|Legation|Mission|Senator|Governor|General|Gen|Admiral|Colonel|Col|Major|Captain|King|Queen|Prince|Pope|Mr|Mrs|Miss|Dr|Sir|Lord|The|His|Her|Its|My|Your|He|She|You|I)(?:\.|\s|$)/u;

/** The longest form that is believed to be a name, in UTF-16 code units. */
const LONGEST = 80;

/** An entry on its way. */
interface Draft {
  readonly kind: EntryKind;
  readonly name: string;
  readonly forms: Set<string>;
  readonly description: string;
}

/**
 * What a TEI file says of names as entries: those of lists, with the words by which running text names
 * the same; then names that are in no list, each by its own words. Titles (“the Secretary”) are no names.
 */
export function gathered({ listed, marked }: TeiNames): FileNames {
  const byId = new Map<string, Draft>();
  const drafts = listed.map((one) => {
    const draft = draftOf(one);
    for (const id of one.ids) byId.set(id, draft);
    return draft;
  });
  let titles = 0;
  const unlisted = new Map<string, MarkedName[]>();
  const loose: MarkedName[] = [];
  for (const one of marked) {
    const name = { ...one, words: withoutGenitive(one.words) };
    const draft = byId.get(name.of ?? '');
    if (!isName(name)) titles += 1;
    else if (draft) draft.forms.add(name.words);
    else if (name.of === null) loose.push(name);
    else unlisted.set(name.of, [...(unlisted.get(name.of) ?? []), name]);
  }
  for (const names of unlisted.values()) drafts.push(draftOfMarked(names));
  const known = new Set(drafts.flatMap(({ name, forms }) => [name, ...forms].map(plain)));
  const alone = new Map<string, Draft>();
  for (const { kind, words } of loose)
    if (!known.has(plain(words)) && !alone.has(`${kind} ${plain(words)}`))
      alone.set(`${kind} ${plain(words)}`, bareDraft(kind, words));

  const warnings = [];
  if (titles > 0)
    warnings.push(
      `${count(titles, 'mark')} of names ${titles === 1 ? 'stands' : 'stand'} on titles or offices (“the Secretary”) and ${titles === 1 ? 'was' : 'were'} passed over.`,
    );
  if (unlisted.size > 0)
    warnings.push(
      `${count(unlisted.size, 'name')} in the text ${unlisted.size === 1 ? 'points' : 'point'} to a list that is not in this file; they are called by the words of the text, without a description.`,
    );
  if (alone.size > 0)
    warnings.push(
      `${count(alone.size, 'name')} in the text ${alone.size === 1 ? 'is' : 'are'} in no list; they are called by the words of the text, without a description.`,
    );
  const entries = [...drafts, ...alone.values()].map(entryOf);
  return { entries, warnings };
}

function bareDraft(kind: EntryKind, name: string): Draft {
  return { kind, name, forms: new Set(), description: '' };
}

function draftOf({ kind, name, forms, description }: ListedName): Draft {
  const all =
    kind === 'person' ? [...formsOfPerson(name), ...forms] : [...forms, ...bracketed(name)];
  return { kind, name, forms: new Set(all), description };
}

/** Both of a word and another one in brackets behind it: `WFTU (WFTCU)`. */
function bracketed(name: string): string[] {
  const [, first, second] = /^([^()]+?)\s*\(([^()]+)\)$/u.exec(name) ?? [];
  return first !== undefined && second !== undefined ? [first, second] : [];
}

/** What is called by several words is called by the longest; the others are forms of it. */
function draftOfMarked(names: readonly MarkedName[]): Draft {
  const [first, ...others] = [...new Set(names.map(({ words }) => words))].toSorted(
    (a, b) => b.length - a.length,
  );
  const [{ kind } = { kind: 'term' as const }] = names;
  return { kind, name: first ?? '', forms: new Set(others), description: '' };
}

function isName({ kind, words }: MarkedName): boolean {
  if (words.length < 2 || words.length > LONGEST) return false;
  if (kind === 'term' || kind === 'abbreviation') return /\p{L}/u.test(words);
  if (!/^\p{Lu}/u.test(words)) return false;
  return kind !== 'person' || !ROLE.test(words);
}

function withoutGenitive(words: string): string {
  return words.replace(/['’ʼ]s?$/u, '');
}

function plain(words: string): string {
  return foldedText(words).text;
}

function count(number: number, one: string): string {
  return `${number.toLocaleString('en')} ${one}${number === 1 ? '' : 's'}`;
}

function entryOf({ forms, ...rest }: Draft): NewEntry {
  return { ...rest, forms: [...forms] };
}
