import { IN_FILE } from './triples.ts';

/** A value of JSON. */
export type Json =
  | string
  | number
  | boolean
  | null
  | readonly Json[]
  | { readonly [name: string]: Json };
export type JsonObject = { readonly [name: string]: Json };

/** What a word of a file means (JSON-LD 1.1, section 4.1). */
export interface Term {
  /** An IRI, or a keyword such as `@id`. */
  readonly iri: string;
  readonly type: string | null;
  /** Whether its value is a map from languages to words. */
  readonly byLanguage: boolean;
  /** The language of its values; undefined where that of the file holds. */
  readonly language: string | null | undefined;
}

/** What the words of a file mean. */
export interface Context {
  readonly terms: ReadonlyMap<string, Term>;
  readonly vocab: string | null;
  readonly base: string;
  readonly language: string | null;
  /** The contexts a file names by an address; none is fetched. */
  readonly remote: readonly string[];
}

export const noContext: Context = {
  terms: new Map(),
  vocab: null,
  base: IN_FILE,
  language: null,
  remote: [],
};

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A context within another, as `@context` tells it. */
export function within(context: Context, told: Json | undefined): Context {
  if (told === undefined) return context;
  if (told === null) return { ...noContext, remote: context.remote };
  if (Array.isArray(told)) return (told as readonly Json[]).reduce<Context>(within, context);
  if (typeof told === 'string') return { ...context, remote: [...context.remote, told] };
  return isObject(told) ? defined(context, told) : context;
}

function defined(context: Context, told: JsonObject): Context {
  const { '@vocab': vocab, '@base': base, '@language': language } = told;
  const terms = new Map(context.terms);
  const outer: Context = {
    ...context,
    terms,
    vocab: vocab === undefined ? context.vocab : textOf(vocab),
    base: resolved(textOf(base) ?? '', context.base),
    language: language === undefined ? context.language : (textOf(language)?.toLowerCase() ?? null),
  };
  // A term may be told by a prefix that is told after it.
  const waiting = new Set(Object.keys(told).filter((name) => !name.startsWith('@')));
  const define = (name: string): void => {
    if (!waiting.delete(name)) return;
    const meaning = told[name];
    const [id, more] = isObject(meaning) ? [meaning['@id'], meaning] : [meaning, {}];
    if (meaning === null || id === null) {
      terms.delete(name);
      return;
    }
    const word = textOf(id) ?? name;
    define(word.slice(0, word.indexOf(':')));
    if (word !== name) define(word);
    if (word === name) terms.delete(name);
    const iri = expanded(word, outer, true);
    if (iri !== null) terms.set(name, termOf(iri, more));
  };
  for (const name of [...waiting]) define(name);
  return outer;
}

function termOf(iri: string, more: JsonObject): Term {
  const { '@type': type, '@container': container, '@language': language } = more;
  const containers = Array.isArray(container) ? (container as readonly Json[]) : [container];
  return {
    iri,
    type: textOf(type),
    byLanguage: containers.includes('@language'),
    language: language === undefined ? undefined : (textOf(language)?.toLowerCase() ?? null),
  };
}

/**
 * The IRI that a word stands for; `isTerm` where it may be one of the context's words, as names of
 * members and types are. Null where it stands for none.
 */
export function expanded(word: string, context: Context, isTerm: boolean): string | null {
  if (word.startsWith('@')) return word;
  const term = isTerm ? context.terms.get(word) : undefined;
  if (term) return term.iri;
  const [prefix = '', ...rest] = word.split(':');
  if (rest.length > 0) {
    const suffix = rest.join(':');
    const before =
      suffix.startsWith('//') || prefix === '_' ? undefined : context.terms.get(prefix);
    return before && ENDS_AS_PREFIX.test(before.iri) ? `${before.iri}${suffix}` : word;
  }
  if (isTerm) return context.vocab === null ? null : `${context.vocab}${word}`;
  return resolved(word, context.base);
}

/** A term is a prefix only if its IRI ends as if it went on (JSON-LD 1.1, section 4.1.5). */
const ENDS_AS_PREFIX = /[:/?#[\]@]$/u;

function resolved(reference: string, base: string): string {
  return URL.parse(reference, base)?.href ?? base;
}

function textOf(value: Json | undefined): string | null {
  return typeof value === 'string' ? value : null;
}
