import type { Range } from '../text/range.ts';

/** Signs and words that say how conditions are joined; `nearOpen` is `NEAR(`. */
type Sign = 'open' | 'close' | 'and' | 'or' | 'not' | 'minus' | 'tilde' | 'comma' | 'nearOpen';

/** What a query is made of, as it was typed. */
export type Item = Range &
  (
    | { readonly [Type in Sign]: { readonly type: Type } }[Sign]
    /** `NEAR` between two words; `distance` null where none is said, and not a number where it cannot be read. */
    | { readonly type: 'near'; readonly distance: number | null }
    /** `from:`, whether there is such a field or not. */
    | { readonly type: 'field'; readonly name: string }
    | { readonly type: 'bare'; readonly text: string }
    | {
        readonly type: 'quoted';
        readonly text: string;
        readonly closed: boolean;
        /** Whether a star comes right after it. */
        readonly star: boolean;
      }
  );

/** Which quotation mark closes what one opens; the straight one is also taken at the end of a curved one. */
const CLOSES: Readonly<Record<string, string>> = {
  '"': '"',
  '“': '”"',
  '„': '“”"',
  '”': '”"',
  '«': '»"',
};

const BLANK = /\s/u;
const ENDS_BARE = /[\s()"“„”«»]/u;
const ENDS_IN_NEAR = /[\s()"“„”«»,]/u;

/** Takes a query apart. Nothing is refused here: what is not understood is the parser's matter. */
export function scan(typed: string): Item[] {
  const items: Item[] = [];
  /** For each open parenthesis, whether it is that of a NEAR. */
  const opened: boolean[] = [];
  let at = 0;
  while (at < typed.length) {
    const item = itemAt(typed, at, { inNear: opened.at(-1) ?? false, after: items.at(-1) ?? null });
    if (item === null) at++;
    else {
      if (item.type === 'open' || item.type === 'nearOpen') opened.push(item.type === 'nearOpen');
      if (item.type === 'close') opened.pop();
      items.push(item);
      at = item.to;
    }
  }
  return items;
}

interface Beside {
  readonly inNear: boolean;
  readonly after: Item | null;
}

function itemAt(typed: string, from: number, { inNear, after }: Beside): Item | null {
  const sign = typed.charAt(from);
  if (BLANK.test(sign)) return null;
  const one = { from, to: from + 1 };
  if (sign === '(') return { type: 'open', ...one };
  if (sign === ')') return { type: 'close', ...one };
  if (sign === ',' && inNear) return { type: 'comma', ...one };
  const next = typed.charAt(from + 1);
  const begins = next !== '' && !/[\s)-]/u.test(next);
  const valueNext = after?.type === 'field' && after.to === from;
  if (sign === '-' && begins && !valueNext && isFree(typed, from)) return { type: 'minus', ...one };
  if (sign === '~' && begins && next !== '~') return { type: 'tilde', ...one };
  if (CLOSES[sign] !== undefined) return quotedAt(typed, from);
  return bareAt(typed, from, { inNear, valueNext });
}

/** Whether a sign stands where something new begins. */
function isFree(typed: string, at: number): boolean {
  return at === 0 || /[\s(,]/u.test(typed.charAt(at - 1));
}

function quotedAt(typed: string, from: number): Item {
  const closing = CLOSES[typed.charAt(from)] ?? '"';
  let text = '';
  for (let at = from + 1; at < typed.length; at++) {
    const sign = typed.charAt(at);
    if (sign === '"' && typed.charAt(at + 1) === '"' && typed.charAt(from) === '"') {
      text += sign;
      at++;
    } else if (closing.includes(sign)) {
      const star = typed.charAt(at + 1) === '*';
      return { type: 'quoted', text, closed: true, star, from, to: at + (star ? 2 : 1) };
    } else text += sign;
  }
  return { type: 'quoted', text, closed: false, star: false, from, to: typed.length };
}

function bareAt(
  typed: string,
  from: number,
  { inNear, valueNext }: { inNear: boolean; valueNext: boolean },
): Item {
  const ends = inNear ? ENDS_IN_NEAR : ENDS_BARE;
  let to = from + 1;
  while (to < typed.length && !ends.test(typed.charAt(to))) to++;
  const text = typed.slice(from, to);
  if (text === 'NEAR' && typed.charAt(to) === '(') return { type: 'nearOpen', from, to: to + 1 };
  if (valueNext) return { type: 'bare', text, from, to };
  if (text === 'AND') return { type: 'and', from, to };
  if (text === 'OR') return { type: 'or', from, to };
  if (text === 'NOT') return { type: 'not', from, to };
  const near = /^NEAR(?:\/(.*))?$/u.exec(text);
  if (near)
    return { type: 'near', distance: near[1] === undefined ? null : numberIn(near[1]), from, to };
  const name = /^(\p{L}+):(?!\/\/)/u.exec(text)?.[1];
  if (name !== undefined) return { type: 'field', name, from, to: from + name.length + 1 };
  return { type: 'bare', text, from, to };
}

/** The number that a text is; not a number where it is none. */
export function numberIn(text: string): number {
  return /^\d{1,4}$/u.test(text) ? Number(text) : NaN;
}
