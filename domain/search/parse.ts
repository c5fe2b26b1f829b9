import type { Range } from '../text/range.ts';
import { readDates } from './dates.ts';
import {
  fieldMeant,
  fieldNames,
  fieldOf,
  isWordField,
  valueMeant,
  valuesOf,
  type FieldName,
} from './fields.ts';
import type { Query, QueryProblem, ReadQuery, WordField, WordsQuery } from './query.ts';
import { numberIn, scan, type Item } from './scan.ts';
import { wordsOf } from './tokens.ts';

/** How many words may stand between words that are near each other, where nobody says. */
export const usualDistance = 10;

/** The most that may be said. */
const MOST_DISTANCE = 1000;

/** How deep parentheses and NOTs may lie in each other. */
const DEEPEST = 40;

/**
 * Reads what somebody typed to search. What cannot be understood becomes a problem with its place; the
 * query is then the best that can be read besides, so that a query is of use while it is being typed.
 *
 * Words that follow each other must all be there; AND binds tighter than OR, NOT and NEAR tighter than
 * AND. A field holds for the word, phrase or parenthesis after it.
 */
export function parseQuery(typed: string): ReadQuery {
  const reader = new Reader(typed);
  const query = reader.whole();
  return { query, problems: reader.problems.toSorted((a, b) => a.at.from - b.at.from) };
}

type Quoted = Extract<Item, { type: 'quoted' }>;
type Bare = Extract<Item, { type: 'bare' }>;

class Reader {
  readonly problems: QueryProblem[] = [];
  readonly #typed: string;
  readonly #items: readonly Item[];
  #next = 0;
  #depth = 0;
  /** Whether it was told already that a parenthesis is not closed: one sentence stands for all. */
  #unclosed = false;

  constructor(typed: string) {
    this.#typed = typed;
    this.#items = scan(typed);
  }

  /** All that was typed. A parenthesis that closes nothing is told, and what follows is read on. */
  whole(): Query | null {
    const parts: Query[] = [];
    for (;;) {
      const part = this.#or(null);
      if (part) parts.push(part);
      const stray = this.#take('close');
      if (!stray) return joined('and', parts);
      this.#problem(stray, 'This parenthesis closes none that is open.', '');
    }
  }

  #or(field: FieldName | null): Query | null {
    const parts: Query[] = [];
    let operator: Item | null = null;
    for (;;) {
      const part = this.#and(field);
      if (part) parts.push(part);
      else if (operator) this.#dangling(operator, 'OR', 'after');
      operator = this.#take('or');
      if (!operator) return joined('or', parts);
      if (parts.length === 0) {
        this.#dangling(operator, 'OR', 'before');
        operator = null;
      }
    }
  }

  #and(field: FieldName | null): Query | null {
    const parts: Query[] = [];
    let operator: Item | null = null;
    for (;;) {
      const item = this.#peek();
      if (!item || item.type === 'close' || item.type === 'or') {
        if (operator) this.#dangling(operator, 'AND', 'after');
        return joined('and', parts);
      }
      const and = this.#take('and');
      if (and) {
        if (operator) this.#problem(and, 'AND stands here twice.', '');
        else if (parts.length === 0) this.#dangling(and, 'AND', 'before');
        else operator = and;
        continue;
      }
      const part = this.#not(field);
      if (!part) continue;
      parts.push(part);
      operator = null;
    }
  }

  #not(field: FieldName | null): Query | null {
    const sign = this.#take('not') ?? this.#take('minus');
    if (!sign) return this.#near(field);
    const next = this.#peek();
    const name = sign.type === 'not' ? 'NOT' : 'The minus';
    if (!next || ['close', 'or', 'and', 'near'].includes(next.type)) {
      this.#dangling(sign, name, 'after');
      return null;
    }
    if (!this.#deeper()) return null;
    const part = this.#not(field);
    this.#depth--;
    return part && { type: 'not', part, at: { from: sign.from, to: part.at.to } };
  }

  #near(field: FieldName | null): Query | null {
    const first = this.#peek()?.type === 'near' ? null : this.#primary(field);
    const parts = first ? [first] : [];
    const distances: number[] = [];
    for (let sign = this.#takeNear(); sign; sign = this.#takeNear()) {
      const next = this.#peek();
      const follows = next && !['close', 'or', 'and', 'not', 'minus', 'near'].includes(next.type);
      if (parts.length === 0) this.#dangling(sign, 'NEAR', 'before');
      if (!follows) this.#dangling(sign, 'NEAR', 'after');
      const part = follows ? this.#primary(field) : null;
      if (!part) continue;
      if (parts.length > 0) distances.push(this.#distance(sign, sign.distance));
      parts.push(part);
    }
    if (distances.length === 0) return first ?? joined('and', parts);
    const at = { from: parts[0]?.at.from ?? 0, to: parts.at(-1)?.at.to ?? 0 };
    if (new Set(distances).size > 1)
      this.#problem(
        at,
        'In a row of NEARs one distance holds for all; the largest is taken. Part them by AND to have several.',
        null,
      );
    return this.#nearOf(parts, Math.max(...distances), at);
  }

  #primary(field: FieldName | null): Query | null {
    const item = this.#items[this.#next++];
    if (!item) return null;
    if (item.type === 'open') return this.#group(item, field);
    if (item.type === 'nearOpen') return this.#nearGroup(item, field);
    if (item.type === 'field') return this.#field(item, field);
    if (item.type === 'tilde') return this.#tolerant(item, field);
    if (item.type === 'bare' || item.type === 'quoted') return this.#value(item, field, false);
    return null;
  }

  #group(open: Item, field: FieldName | null): Query | null {
    if (!this.#deeper()) return null;
    const before = this.problems.length;
    const inside = this.#or(field);
    this.#depth--;
    const close = this.#close(open);
    if (!inside && close && this.problems.length === before)
      this.#problem(
        { from: open.from, to: close.to },
        'Between these parentheses there is nothing.',
        '',
      );
    return inside && { ...inside, at: { from: open.from, to: close?.to ?? inside.at.to } };
  }

  /** The parenthesis that closes one; where there is none, that is told. */
  #close(open: Item): Item | null {
    const close = this.#take('close');
    if (close || this.#unclosed) return close;
    this.#unclosed = true;
    const opened = this.#items.filter(({ type }) => type === 'open' || type === 'nearOpen').length;
    const missing = opened - this.#items.filter(({ type }) => type === 'close').length;
    const whole = this.#typed + ')'.repeat(Math.max(1, missing));
    this.#problem(open, 'This parenthesis is not closed.', { whole });
    return close;
  }

  #nearGroup(open: Item, field: FieldName | null): Query | null {
    const parts: Query[] = [];
    let distance = usualDistance;
    for (let item = this.#peek(); item && item.type !== 'close'; item = this.#peek()) {
      const comma = this.#take('comma');
      const said = comma && this.#takeNumber();
      if (said) distance = this.#distance(said, numberIn(said.text));
      if (comma) continue;
      const part = isOperator(item) ? this.#operatorInNear(item) : this.#primary(field);
      if (part) parts.push(part);
    }
    const close = this.#close(open);
    const at = { from: open.from, to: close?.to ?? parts.at(-1)?.at.to ?? open.to };
    if (parts.length < 2)
      this.#problem(at, 'NEAR needs at least two words or phrases: NEAR(missile bases, 5).', null);
    return parts.length < 2 ? (parts[0] ?? null) : this.#nearOf(parts, distance, at);
  }

  #operatorInNear(item: Item): null {
    this.#next++;
    this.#problem(
      item,
      'Within NEAR( … ) there are only words and phrases, and at last a comma and the distance.',
      '',
    );
    return null;
  }

  /** Words near each other, if all parts are words of one field; else they must all be there. */
  #nearOf(parts: readonly Query[], distance: number, at: Range): Query {
    const words = parts.flatMap((part) => wordsToBeNear(part));
    const [first] = words;
    if (first && words.length >= parts.length && words.every(({ field }) => field === first.field))
      return { type: 'near', field: first.field, parts: words, distance, at };
    this.#problem(
      at,
      'NEAR stands between words or phrases of one field. Here it is read as AND.',
      null,
    );
    return { type: 'and', parts, at };
  }

  #distance(at: Range, said: number | null): number {
    if (said === null) return usualDistance;
    if (said <= MOST_DISTANCE) return said;
    const most = `NEAR takes the number of words that may stand between: NEAR/5, at most ${MOST_DISTANCE}.`;
    this.#problem(at, most, null);
    return usualDistance;
  }

  #field(item: Extract<Item, { type: 'field' }>, around: FieldName | null): Query | null {
    const field = this.#fieldNamed(item) ?? around;
    const next = this.#peek();
    const follows = next && ['open', 'nearOpen', 'tilde', 'bare', 'quoted'].includes(next.type);
    if (!follows) {
      this.#problem(item, `After “${item.name}:” there is nothing yet that it should hold.`, '');
      return null;
    }
    const value = this.#primary(field);
    return value && { ...value, at: { from: item.from, to: value.at.to } };
  }

  #fieldNamed(item: Extract<Item, { type: 'field' }>): FieldName | null {
    const field = fieldOf(item.name);
    if (field) return field;
    const meant = fieldMeant(item.name);
    const message = meant
      ? `There is no field “${item.name}:”. It is read as “${meant}:”.`
      : `There is no field “${item.name}:”. There are ${fieldNames.map((name) => `${name}:`).join(' ')}.`;
    this.#problem(item, message, meant && `${meant}:`);
    return meant;
  }

  #tolerant(tilde: Item, field: FieldName | null): Query | null {
    const next = this.#peek();
    if (!next || (next.type !== 'bare' && next.type !== 'quoted')) {
      this.#problem(tilde, 'The sign ~ stands right before a word or a phrase.', '');
      return null;
    }
    this.#next++;
    const value = this.#value(next, field, true);
    return value && { ...value, at: { from: tilde.from, to: value.at.to } };
  }

  #value(item: Bare | Quoted, field: FieldName | null, tolerant: boolean): Query | null {
    if (item.type === 'quoted' && !item.closed)
      this.#problem({ from: item.from, to: item.from + 1 }, 'This quotation mark is not closed.', {
        whole: `${this.#typed.trimEnd()}"`,
      });
    if (field === null || isWordField(field)) return this.#words(item, field, tolerant);
    if (field === 'date') return this.#dates(item);
    const star = item.type === 'quoted' ? item.star : item.text.endsWith('*');
    if (star || tolerant)
      this.#problem(
        item,
        `“${field}:” takes a whole value: neither * nor ~ has a meaning there.`,
        item.type === 'quoted' || !star ? null : item.text.slice(0, -1),
      );
    const text = star && item.type === 'bare' ? item.text.slice(0, -1) : item.text;
    return this.#is(item, field, text.trim().replace(/\s+/gu, ' '));
  }

  #words(item: Bare | Quoted, field: WordField | null, tolerant: boolean): WordsQuery | null {
    const { text, from, to } = item;
    const inside = item.type === 'bare' && /\*(?=.*[\p{L}\p{N}])/u.test(text);
    const read = inside ? text.slice(0, text.indexOf('*') + 1) : text;
    const words = wordsOf(read);
    if (inside && words.length > 0)
      this.#problem(item, 'A star stands at the end of a word only: diplom*.', read);
    if (words.length === 0) return this.#wordless(item, field);
    const star = read.trimEnd().endsWith('*') || (item.type === 'quoted' && item.star);
    if (star && tolerant)
      this.#problem(
        item,
        'A word is looked for by its beginning (diplom*) or misread (~diplomat), not both at once.',
        null,
      );
    const prefix = star && !tolerant;
    return { type: 'words', field, words, prefix, tolerant, at: { from, to } };
  }

  /** A sign on its own says nothing; it is only told where somebody must have meant something. */
  #wordless(item: Bare | Quoted, field: WordField | null): null {
    const { type, text } = item;
    if (type === 'quoted' && text.trim() === '' && item.closed)
      this.#problem(item, 'Between these quotation marks there is nothing.', '');
    else if (text.includes('*'))
      this.#problem(item, 'A star needs the beginning of a word before it: diplom*.', '');
    else if (field !== null || (type === 'quoted' && item.closed))
      this.#problem(item, `There is no letter or figure in “${text}” that could be found.`, '');
    return null;
  }

  #is(
    { from, to }: Range,
    field: Exclude<FieldName, WordField | 'date'>,
    value: string,
  ): Query | null {
    const values = valuesOf(field);
    const at = { from, to };
    if (values === null) {
      if (value === '') this.#problem(at, `“${field}:” holds nothing yet.`, '');
      return value === '' ? null : { type: 'is', field, value, at };
    }
    const exact = values.find((one) => one === value.toLowerCase());
    if (exact !== undefined) return { type: 'is', field, value: exact, at };
    const meant = valueMeant(values, value);
    const all = values.map((one) => `${field}:${one}`).join(', ');
    const message = `“${field}:” has no value “${value}”. There are ${all}.`;
    this.#problem(at, message, meant);
    return meant === null ? null : { type: 'is', field, value: meant, at };
  }

  #dates({ text, from, to }: Bare | Quoted): Query | null {
    const { dates, problem } = readDates(text);
    if (problem) {
      const { instead } = problem;
      this.#problem({ from, to }, problem.message, instead);
    }
    return dates && { type: 'dates', ...dates, at: { from, to } };
  }

  #peek(): Item | null {
    return this.#items[this.#next] ?? null;
  }

  #take(type: Item['type']): Item | null {
    const item = this.#peek();
    if (item?.type !== type) return null;
    this.#next++;
    return item;
  }

  #takeNear(): Extract<Item, { type: 'near' }> | null {
    const item = this.#peek();
    if (item?.type !== 'near') return null;
    this.#next++;
    return item;
  }

  /** The number that ends a NEAR; a number that is a word of it among others is none. */
  #takeNumber(): Bare | null {
    const item = this.#peek();
    const last = this.#items[this.#next + 1];
    if (item?.type !== 'bare' || (last && last.type !== 'close')) return null;
    if (!/^\d+$/u.test(item.text)) return null;
    this.#next++;
    return item;
  }

  /** Goes one parenthesis or NOT deeper; where it is too deep, what follows is not read at all. */
  #deeper(): boolean {
    this.#depth++;
    if (this.#depth <= DEEPEST) return true;
    const item = this.#peek() ?? this.#items.at(-1);
    const message = `Parentheses and NOTs lie in each other more than ${DEEPEST} deep.`;
    if (item) this.#problem({ from: item.from, to: this.#typed.length }, message, null);
    this.#next = this.#items.length;
    this.#depth--;
    return false;
  }

  #dangling(operator: Item, name: string, side: 'before' | 'after'): void {
    const message =
      side === 'after'
        ? `${name} needs something after it.`
        : `${name} needs something before it. The word itself is found by "${name.toLowerCase()}".`;
    this.#problem(operator, message, '');
  }

  /**
   * Tells a problem. `instead` is what should stand in this place, or the `whole` query as it may be
   * meant.
   */
  #problem(at: Range, message: string, instead: string | { whole: string } | null): void {
    const place = { from: at.from, to: at.to };
    const whole =
      typeof instead === 'string' ? this.#with(place, instead) : (instead?.whole ?? null);
    this.problems.push({ at: place, message, instead: whole });
  }

  #with({ from, to }: Range, instead: string): string {
    const [before, after] = [this.#typed.slice(0, from), this.#typed.slice(to)];
    if (instead !== '') return before + instead + after;
    const [first, last] = [before.trimEnd(), after.trimStart()];
    const apart = first !== '' && last !== '' && !first.endsWith('(') && !last.startsWith(')');
    return `${first}${apart ? ' ' : ''}${last}`;
  }
}

function isOperator({ type }: Item): boolean {
  return ['and', 'or', 'not', 'minus', 'near', 'open', 'nearOpen'].includes(type);
}

/** The words of a part of a NEAR; none where it is something else. */
function wordsToBeNear(part: Query): readonly WordsQuery[] {
  return part.type === 'words' ? [part] : [];
}

function joined(type: 'and' | 'or', parts: readonly Query[]): Query | null {
  const [first] = parts;
  if (!first || parts.length === 1) return first ?? null;
  const at = { from: first.at.from, to: parts.at(-1)?.at.to ?? first.at.to };
  return { type, parts, at };
}
