import type { Quote } from '../annotation/annotation.ts';
import type { ComingTarget } from '../exchange/coming.ts';
import { stretchIn } from './iri.ts';
import { countIn, isObject, type JsonObject, listed, typesOf, wordsIn } from './json.ts';

/** What selectors say of a place. Several are ways to say the same (Web Annotation Data Model, 4.2). */
export interface Selected {
  readonly quote: Quote | null;
  readonly positions: ComingTarget['positions'];
}

const NOTHING: Selected = { quote: null, positions: [] };

/** How deep selectors may refine each other. */
const DEEPEST = 10;

/** What one selector or several say. Of kinds that mean nothing in plain text (XPath, CSS, SVG) nothing is read. */
export function selectedBy(selectors: unknown, depth = 0): Selected {
  if (depth > DEEPEST) return NOTHING;
  const all = listed(selectors).map((one) => (isObject(one) ? readOne(one, depth) : NOTHING));
  return {
    quote: all.find(({ quote }) => quote !== null)?.quote ?? null,
    positions: all.flatMap(({ positions }) => positions),
  };
}

function readOne(selector: JsonObject, depth: number): Selected {
  const own = ownOf(selector, depth);
  const { refinedBy } = selector;
  return refinedBy === undefined ? own : refined(own, selectedBy(refinedBy, depth + 1));
}

function ownOf(selector: JsonObject, depth: number): Selected {
  const [type] = typesOf(selector);
  if (type === 'TextQuoteSelector') return { quote: quoteIn(selector), positions: [] };
  if (type === 'TextPositionSelector') {
    const [from, to] = [countIn(selector['start']), countIn(selector['end'])];
    return from === null || to === null || from > to ? NOTHING : at({ from, to });
  }
  if (type === 'FragmentSelector') {
    const stretch = stretchIn(wordsIn(selector['value']) ?? '');
    return stretch && stretch.from <= stretch.to ? at(stretch) : NOTHING;
  }
  return type === 'RangeSelector' ? between(selector, depth) : NOTHING;
}

function at({ from, to }: { from: number; to: number }): Selected {
  return { quote: null, positions: [{ from, to, unit: 'code-points' }] };
}

function quoteIn({ exact, prefix, suffix }: JsonObject): Quote | null {
  if (typeof exact !== 'string') return null;
  return { exact, prefix: wordsIn(prefix) ?? '', suffix: wordsIn(suffix) ?? '' };
}

/** A range goes from where its first selector begins to where its second one begins (4.2.9). */
function between(selector: JsonObject, depth: number): Selected {
  const [start] = selectedBy(selector['startSelector'], depth + 1).positions;
  const [end] = selectedBy(selector['endSelector'], depth + 1).positions;
  return start && end && start.from <= end.from ? at({ from: start.from, to: end.from }) : NOTHING;
}

/** What is selected within what was selected (4.2.9, `refinedBy`): positions are counted from where that begins. */
function refined(outer: Selected, inner: Selected): Selected {
  const [begin] = outer.positions;
  const positions = begin
    ? inner.positions.map(({ from, to, unit }) => ({
        from: begin.from + from,
        to: begin.from + to,
        unit,
      }))
    : [];
  return { quote: refinedQuote(outer.quote, inner), positions };
}

/** Words within other words, with those before and after them. */
function refinedQuote(outer: Quote | null, { quote, positions }: Selected): Quote | null {
  if (!outer) return quote;
  const [place] = positions;
  const from = quote ? outer.exact.indexOf(quote.prefix + quote.exact + quote.suffix) : place?.from;
  if (from === undefined || from < 0) return quote ?? outer;
  const begin = from + (quote?.prefix.length ?? 0);
  const end = quote ? begin + quote.exact.length : (place?.to ?? begin);
  return {
    exact: outer.exact.slice(begin, end),
    prefix: outer.prefix + outer.exact.slice(0, begin),
    suffix: outer.exact.slice(end) + outer.suffix,
  };
}
