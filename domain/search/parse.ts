import type { Range } from '../text/range.ts';
import { DEEPEST, shallow } from './depth.ts';
import { fieldMeant, fieldNames, fieldOf, type FieldName } from './fields.ts';
import { Problems } from './problems.ts';
import type { Query, QueryProblem, ReadQuery, WordsQuery } from './query.ts';
import { Items } from './items.ts';
import { numberIn, scan, type Item } from './scan.ts';
import { readValue, type Valued } from './values.ts';

/** How many words may stand between words that are near each other, where nobody says. */
export const usualDistance = 10;

/** The most that may be said. */
const MOST_DISTANCE = 1000;

/** How many problems are told at most. */
const MOST_PROBLEMS = 20;

/** How deep what is typed is read at all: parentheses around parentheses mean nothing, and are none of the depth of a query. */
const DEEPEST_TYPED = 3 * DEEPEST;

const TOO_DEEP = `Parentheses and NOTs lie in each other more than ${DEEPEST} deep.`;

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
  return { query, problems: reader.problems() };
}

class Reader {
  readonly #typed: string;
  readonly #problems: Problems;
  readonly #items: Items;
  #depth = 0;
  /** Whether it was told already that a parenthesis is not closed: one sentence stands for all. */
  #unclosed = false;

  constructor(typed: string) {
    this.#typed = typed;
    this.#problems = new Problems(typed);
    this.#items = new Items(scan(typed));
  }

  /** What could not be understood, in the order of its places; of very much only the first. */
  problems(): QueryProblem[] {
    return this.#problems.told.toSorted((a, b) => a.at.from - b.at.from).slice(0, MOST_PROBLEMS);
  }

  /** All that was typed, without what lies too deep. */
  whole(): Query | null {
    const { query, cut } = shallow(this.#all());
    if (cut) this.#problems.tell(cut, TOO_DEEP, null);
    return query;
  }

  /** All that was typed. A parenthesis that closes nothing is told, and what follows is read on. */
  #all(): Query | null {
    const parts: Query[] = [];
    for (;;) {
      const part = this.#or(null);
      if (part) parts.push(part);
      const stray = this.#items.take('close');
      if (!stray) return joined('and', parts);
      this.#problems.tell(stray, 'This parenthesis closes none that is open.', '');
    }
  }

  #or(field: FieldName | null): Query | null {
    const parts: Query[] = [];
    let operator: Item | null = null;
    for (;;) {
      const part = this.#and(field);
      if (part) parts.push(part);
      else if (operator) this.#dangling(operator, 'OR', 'after');
      operator = this.#items.take('or');
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
      const item = this.#items.peek();
      if (!item || item.type === 'close' || item.type === 'or') {
        if (operator) this.#dangling(operator, 'AND', 'after');
        return joined('and', parts);
      }
      const and = this.#items.take('and');
      if (and) {
        if (operator) this.#problems.tell(and, 'AND stands here twice.', '');
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
    const sign = this.#items.take('not') ?? this.#items.take('minus');
    if (!sign) return this.#near(field);
    const next = this.#items.peek();
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
    const first = this.#items.peek()?.type === 'near' ? null : this.#primary(field);
    const parts = first ? [first] : [];
    const distances: number[] = [];
    for (let sign = this.#items.take('near'); sign; sign = this.#items.take('near')) {
      const next = this.#items.peek();
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
      this.#problems.tell(
        at,
        'In a row of NEARs one distance holds for all; the largest is taken. Part them by AND to have several.',
        null,
      );
    return this.#nearOf(parts, Math.max(...distances), at);
  }

  #primary(field: FieldName | null): Query | null {
    const item = this.#items.next();
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
    const before = this.#problems.told.length;
    const inside = this.#or(field);
    this.#depth--;
    const close = this.#close(open);
    if (!inside && close && this.#problems.told.length === before)
      this.#problems.tell(
        { from: open.from, to: close.to },
        'Between these parentheses there is nothing.',
        '',
      );
    return inside && { ...inside, at: { from: open.from, to: close?.to ?? inside.at.to } };
  }

  /** The parenthesis that closes one; where there is none, that is told. */
  #close(open: Item): Item | null {
    const close = this.#items.take('close');
    if (close || this.#unclosed) return close;
    this.#unclosed = true;
    const missing = this.#items.count('open', 'nearOpen') - this.#items.count('close');
    const whole = this.#typed + ')'.repeat(Math.max(1, missing));
    this.#problems.tell(open, 'This parenthesis is not closed.', { whole });
    return close;
  }

  #nearGroup(open: Item, field: FieldName | null): Query | null {
    const parts: Query[] = [];
    let distance = usualDistance;
    for (let item = this.#items.peek(); item && item.type !== 'close'; item = this.#items.peek()) {
      const comma = this.#items.take('comma');
      const said = comma && this.#items.takeNumber();
      if (said) distance = this.#distance(said, numberIn(said.text));
      if (comma) continue;
      const part = isOperator(item) ? this.#operatorInNear(item) : this.#primary(field);
      if (part) parts.push(part);
    }
    const close = this.#close(open);
    const at = { from: open.from, to: close?.to ?? parts.at(-1)?.at.to ?? open.to };
    if (parts.length < 2)
      this.#problems.tell(
        at,
        'NEAR needs at least two words or phrases: NEAR(missile bases, 5).',
        null,
      );
    return parts.length < 2 ? (parts[0] ?? null) : this.#nearOf(parts, distance, at);
  }

  #operatorInNear(item: Item): null {
    this.#items.next();
    this.#problems.tell(
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
    this.#problems.tell(
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
    this.#problems.tell(at, most, null);
    return usualDistance;
  }

  #field(item: Extract<Item, { type: 'field' }>, around: FieldName | null): Query | null {
    const field = this.#fieldNamed(item) ?? around;
    const next = this.#items.peek();
    const follows = next && ['open', 'nearOpen', 'tilde', 'bare', 'quoted'].includes(next.type);
    if (!follows) {
      this.#problems.tell(
        item,
        `After “${item.name}:” there is nothing yet that it should hold.`,
        '',
      );
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
    this.#problems.tell(item, message, meant && `${meant}:`);
    return meant;
  }

  #tolerant(tilde: Item, field: FieldName | null): Query | null {
    const next = this.#items.peek();
    if (!next || (next.type !== 'bare' && next.type !== 'quoted')) {
      this.#problems.tell(tilde, 'The sign ~ stands right before a word or a phrase.', '');
      return null;
    }
    this.#items.next();
    const value = this.#value(next, field, true);
    return value && { ...value, at: { from: tilde.from, to: value.at.to } };
  }

  #value(item: Valued, field: FieldName | null, tolerant: boolean): Query | null {
    if (item.type === 'quoted' && !item.closed)
      this.#problems.tell(
        { from: item.from, to: item.from + 1 },
        'This quotation mark is not closed.',
        {
          whole: `${this.#typed.trimEnd()}"`,
        },
      );
    return readValue({ item, field, tolerant }, (at, message, instead) =>
      this.#problems.tell(at, message, instead),
    );
  }

  /** Goes one parenthesis or NOT deeper; where it is too deep, what follows is not read at all. */
  #deeper(): boolean {
    this.#depth++;
    if (this.#depth <= DEEPEST_TYPED) return true;
    const item = this.#items.peek() ?? this.#items.last();
    if (item) this.#problems.tell({ from: item.from, to: this.#typed.length }, TOO_DEEP, null);
    this.#items.end();
    this.#depth--;
    return false;
  }

  #dangling(operator: Item, name: string, side: 'before' | 'after'): void {
    const message =
      side === 'after'
        ? `${name} needs something after it.`
        : `${name} needs something before it. The word itself is found by "${name.toLowerCase()}".`;
    this.#problems.tell(operator, message, '');
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
