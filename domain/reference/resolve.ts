import { DEPARTMENT, postOf } from './posts.ts';
import type { FoundReference } from './reference.ts';
import { bearingOf } from './series.ts';

/** What a cable says of itself, as far as others may refer to it by it. */
export interface Known {
  /** Its number in the edition. */
  readonly number: string | null;
  readonly telegramNumber: string | null;
  readonly title: string | null;
  readonly kind: string | null;
  /** ISO 8601, as exact as it is known. */
  readonly date: string | null;
  readonly from: readonly string[];
  readonly to: readonly string[];
  /** The volume it stands in; null where nobody knows. */
  readonly edition: string | null;
}

/**
 * What a reference seeks. Cables have names, words that are the same for all references to one cable,
 * however they call it (`Embtel 978` from its ambassador, `urtel 978` from Washington).
 */
export interface Sought {
  /** The name of what is meant. */
  readonly name: string;
  /** A name that cables have of which it is not known whether they are meant; null where there is none. */
  readonly other: string | null;
  /** The dates between which it may lie, as words that are compared; all where nothing is known. */
  readonly since: string;
  readonly until: string;
  /** The date from which it lies so near that no message with another number is meant; null where nothing tells. */
  readonly surely: string | null;
}

/** What a text of the edition or a message is called by those who refer to it. */
export function namesOf(cable: Known): string[] {
  return [...documentNames(cable), ...messageNames(cable)];
}

function documentNames({ number, edition }: Known): string[] {
  const plain = digitsOf(number);
  if (plain === null) return [];
  return [`document ${plain}`, `document ${plain} ${edition ?? '?'}`];
}

function messageNames({ telegramNumber, title, kind, from, to }: Known): string[] {
  const number = digitsOf(telegramNumber);
  if (telegramNumber === null || number === null) return [];
  const series = /^([A-Z][a-z]+) \d/u.exec(telegramNumber)?.[1]?.toLowerCase();
  if (series !== undefined) return [`${series} ${number}`, `message ${number}`];
  if (telegramNumber.startsWith('CA-')) return [`ca ${number}`];
  if (/\bcircular\b/iu.test(`${kind ?? ''} ${title ?? ''}`) || /^circ/iu.test(telegramNumber))
    return [`circular ${number}`, `message ${number}`];
  const what = /^A-|airgram/iu.test(`${telegramNumber} ${kind ?? ''}`) ? 'airgram' : 'message';
  const ways = endsOf({ from, to }).map((end) => `${what} ${number} ${end}`);
  return [`${what} ${number}`, ...(ways.length > 0 ? ways : [`${what} ${number} ?`])];
}

/** The ends of a message that tell it from others of its number: `<` the post it came from, `>` that it went to. */
function endsOf({ from, to }: Pick<Known, 'from' | 'to'>): string[] {
  const senders = postsOf(from);
  if (!senders.includes(DEPARTMENT)) return senders.map((post) => `<${post}`);
  return postsOf(to)
    .filter((post) => post !== DEPARTMENT)
    .map((post) => `>${post}`);
}

function postsOf(named: readonly string[]): string[] {
  return named.flatMap((one) => postOf(one) ?? []);
}

/** The digits with which a number ends, without zeros before them. */
function digitsOf(number: string | null): string | null {
  return /(\d+)[a-z]?$/iu.exec(number ?? '')?.[1]?.replace(/^0+(?=.)/u, '') ?? null;
}

/** How long after a message others still refer to it without telling its date, and to one in a volume, in years. */
const YEARS = 5;
/** For how many days no other message of a post, or of a journey, has the same number. */
const OWN_DAYS = { named: 92, others: 366 };

/** What a reference in a cable seeks. Null where it names that cable itself. */
export function soughtBy(reference: FoundReference, citing: Known): Sought | null {
  const named = nameSought(reference, citing);
  const own = namesOf(citing);
  const isOwn = own.includes(named.name) && !/^(?:message|airgram) \d+$/u.test(named.name);
  if (isOwn) return null;
  return { ...named, ...timeOf(reference, citing) };
}

function nameSought(reference: FoundReference, citing: Known): Pick<Sought, 'name' | 'other'> {
  const { series, number } = reference;
  const bearing = bearingOf(series);
  if (bearing === 'document') {
    const edition = reference.edition ?? citing.edition;
    const name = `document ${number}`;
    return edition === null
      ? { name, other: null }
      : { name: `${name} ${edition}`, other: `${name} ?` };
  }
  if (bearing === 'circular') return { name: `circular ${number}`, other: null };
  if (bearing === 'named') return { name: `${series?.toLowerCase()} ${number}`, other: null };
  const what = series === 'airgram' ? 'airgram' : 'message';
  const end = endSought(reference, citing);
  return end === null
    ? { name: `${what} ${number}`, other: null }
    : { name: `${what} ${number} ${end}`, other: `${what} ${number} ?` };
}

/** The end of the message that is sought; null where neither series nor post tells. */
function endSought({ series, post }: FoundReference, citing: Known): string | null {
  const [sender, receiver] = [only(citing.from), only(citing.to)];
  const away = receiver === DEPARTMENT ? sender : receiver;
  const named = post === null ? null : postOf(post.name);
  switch (bearingOf(series)) {
    case 'post':
      return endFrom(
        post?.way === 'from' ? named : sender === DEPARTMENT ? receiver : sender,
        null,
      );
    case 'department':
      return endFrom(DEPARTMENT, post?.way === 'to' ? named : away);
    case 'yours':
      return endFrom(receiver, post?.way === 'to' ? named : sender);
    case 'mine':
      return endFrom(sender, post?.way === 'to' ? named : receiver);
    default:
      if (named === null) return null;
      return post?.way === 'from' ? endFrom(named, away) : `>${named}`;
  }
}

/** What tells a message from `sender` to `receiver` from others of its number. */
function endFrom(sender: string | null, receiver: string | null): string | null {
  if (sender === null) return null;
  if (sender !== DEPARTMENT) return `<${sender}`;
  return receiver === null || receiver === DEPARTMENT ? null : `>${receiver}`;
}

/** The one post of a list; null where it names many, or none. */
function only(named: readonly string[]): string | null {
  const posts = postsOf(named);
  return posts.length === 1 ? (posts[0] ?? null) : null;
}

/** Comes after every word that begins with the same date. */
const LAST = '~';
const ALL = { since: '', until: LAST, surely: null };

/** When what is sought was sent. A message looks back; what editors refer to may be later as well. */
function timeOf(
  reference: FoundReference,
  { date, edition }: Known,
): Pick<Sought, 'since' | 'until' | 'surely'> {
  const told = dateTold(reference.date, date);
  // Sent on one day and received on the next, or dated by another clock.
  if (told !== null)
    return { since: shifted(told, -1), until: shifted(told, 1) + LAST, surely: shifted(told, -1) };
  if (reference.kind === 'document') {
    if ((reference.edition ?? edition) !== null) return { ...ALL, surely: '' };
    if (date === null) return ALL;
    const [since, until] = [shifted(date, -YEARS * 366), shifted(date, YEARS * 366) + LAST];
    return { since, until, surely: shifted(date, -OWN_DAYS.others) };
  }
  if (date === null) return ALL;
  const days = bearingOf(reference.series) === 'named' ? OWN_DAYS.named : OWN_DAYS.others;
  return {
    since: shifted(date, -YEARS * 366),
    until: shifted(date, 1) + LAST,
    surely: shifted(date, -days),
  };
}

/** The date a reference tells; without a year, the last such day before the citing message was sent. */
function dateTold(told: string | null, citing: string | null): string | null {
  if (told === null || !told.startsWith('--')) return told;
  if (citing === null) return null;
  const year = Number(citing.slice(0, 4));
  const day = told.slice(1);
  return `${year}${day}` <= shifted(citing, 1) ? `${year}${day}` : `${year - 1}${day}`;
}

const A_DAY = 86_400_000;

/** A date so many days later, to the day; dates of months and years count from their first day. */
function shifted(date: string, days: number): string {
  const [year = 0, month = 1, day = 1] = date.slice(0, 10).split('-').map(Number);
  const time = Date.UTC(year, month - 1, day) + days * A_DAY;
  return Number.isNaN(time) ? date : new Date(time).toISOString().slice(0, 10);
}

/** A cable that has a name that is sought, and lies in the time. */
export interface Candidate {
  readonly id: string;
  readonly name: string;
  readonly date: string | null;
  /** Its number in the edition. */
  readonly number: string | null;
}

/** A cable that may be meant; `sure` where none else can. */
export interface Meant {
  readonly id: string;
  readonly sure: boolean;
}

/**
 * The cables a reference may mean, the likeliest first: those whose sender and receiver are known to be
 * the right ones, and of them the nearest in time. Only where one alone fits what the series, the posts and
 * the dates say is it sure.
 */
export function meantBy(
  sought: Sought,
  citing: Pick<Known, 'date' | 'number'> & { readonly id: string },
  candidates: readonly Candidate[],
): Meant[] {
  const others = candidates.filter(({ id }) => id !== citing.id);
  const fitting = others.filter((candidate) => fits(sought, citing, candidate));
  const [sure] = fitting.length === 1 ? fitting : [];
  const far = ({ date }: Candidate) => distance(date, citing.date);
  const rank = (one: Candidate) => (one === sure ? 0 : one.name === sought.name ? 1 : 2);
  return others
    .toSorted((a, b) => rank(a) - rank(b) || far(a) - far(b))
    .filter(({ id }, at, all) => all.findIndex((one) => one.id === id) === at)
    .map((one) => ({ id: one.id, sure: one === sure }));
}

/** Whether a candidate is what the reference says in all it says. */
function fits(
  { name, surely }: Sought,
  citing: Pick<Known, 'date' | 'number'>,
  candidate: Candidate,
): boolean {
  if (candidate.name !== name || surely === null) return false;
  if (/^(?:message|airgram) \d+$/u.test(name)) return false;
  if (surely === '') return true;
  if (candidate.date === null || candidate.date < surely) return false;
  if (!/^document \d+$/u.test(name)) return true;
  return (
    distance(candidate.date, citing.date) <= OWN_DAYS.others * A_DAY &&
    inOneOrder(citing, candidate)
  );
}

/** Whether two documents may stand in one volume: in its order of time, the numbers go as the dates do. */
function inOneOrder(a: Pick<Known, 'date' | 'number'>, b: Candidate): boolean {
  const [first, second] = [digitsOf(a.number), digitsOf(b.number)];
  if (first === null || second === null || a.date === null || b.date === null) return false;
  const [days, otherDays] = [a.date.slice(0, 10), b.date.slice(0, 10)];
  if (days === otherDays) return true;
  return Number(first) < Number(second) === days < otherDays;
}

function distance(a: string | null, b: string | null): number {
  if (a === null || b === null) return Number.MAX_SAFE_INTEGER;
  return Math.abs(Date.parse(a.slice(0, 10)) - Date.parse(b.slice(0, 10)));
}

/** What is sought, in words for a list of what is missing. */
export function soughtWords(
  { name }: Pick<Sought, 'name'>,
  { series, kind }: Pick<FoundReference, 'series' | 'kind'>,
): string {
  const [what = '', number = '', ...rest] = name.split(' ');
  if (kind === 'document')
    return `Document ${number}${rest.length > 0 ? `, ${rest.join(' ')}` : ''}`;
  if (what === 'circular') return `Circular telegram ${number}`;
  if (what !== 'message' && what !== 'airgram') return `${series ?? ''} ${number}`.trim();
  const end = rest.join(' ');
  const noun = what === 'airgram' ? 'Airgram' : series === 'despatch' ? 'Despatch' : 'Telegram';
  if (end.startsWith('<')) return `${noun} ${number} from ${end.slice(1)}`;
  if (end.startsWith('>')) return `${noun} ${number} to ${end.slice(1)}`;
  return `${noun} ${number}`;
}
