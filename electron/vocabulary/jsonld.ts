import { fail } from '../../domain/failure.ts';
import { tooMuchJson } from '../../domain/text/json.ts';
import { lineOfJsonMistake } from './json-place.ts';
import {
  type Context,
  expanded,
  isObject,
  type Json,
  type JsonObject,
  noContext,
  type Term,
  within,
} from './json-context.ts';
import { type Literal, type Node, RDF, type Triple } from './triples.ts';

/** What a file in JSON-LD says. */
export interface JsonLd {
  readonly triples: readonly Triple[];
  /** The contexts that it names by an address, and that were not fetched. */
  readonly remote: readonly string[];
}

/**
 * Reads JSON-LD 1.1 as vocabularies are written in it: contexts with prefixes, terms, aliases of
 * keywords, `@vocab`, `@base`, types and languages, also within an object; `@graph`; objects in
 * objects; single values and lists; language maps. Not read are `@reverse`, `@nest`, `@index`, contexts
 * that hold for one term or type, and contexts from the net. Fails with `bad-input`, naming the line.
 */
export function readJsonLd(text: string, name: string): JsonLd {
  const triples: Triple[] = [];
  const remote = new Set<string>();
  let blanks = 0;

  const readAll = (values: Json, context: Context): void => {
    for (const value of listed(values)) if (isObject(value)) readNode(value, context);
  };

  const readNode = (node: JsonObject, outer: Context): string => {
    const context = within(outer, node['@context']);
    for (const address of context.remote) remote.add(address);
    const members = Object.entries(node).flatMap(([word, value]) => {
      const key = expanded(word, context, true);
      return key === null ? [] : [{ key, value, term: context.terms.get(word) }];
    });
    const told = members.find(({ key }) => key === '@id')?.value;
    const subject =
      (typeof told === 'string' ? expanded(told, context, false) : null) ?? `_:b${(blanks += 1)}`;
    for (const { key, value, term } of members) {
      if (key === '@graph') readAll(value, context);
      else if (key === '@type') addTypes(subject, value, context);
      else if (!key.startsWith('@'))
        for (const object of objectsOf(value, term, context))
          triples.push({ subject, predicate: key, object });
    }
    return subject;
  };

  const addTypes = (subject: string, types: Json, context: Context): void => {
    for (const type of listed(types)) {
      const id = typeof type === 'string' ? expanded(type, context, true) : null;
      if (id !== null)
        triples.push({ subject, predicate: `${RDF}type`, object: { kind: 'node', id } });
    }
  };

  const objectsOf = (value: Json, term: Term | undefined, context: Context): (Node | Literal)[] =>
    listed(value).flatMap((each): (Node | Literal)[] => {
      if (each === null) return [];
      if (!isObject(each)) return plain(each, term, context);
      if (term?.byLanguage) return inLanguages(each);
      const members = keywordsOf(each, context);
      const list = members.get('@list') ?? members.get('@set');
      if (list !== undefined) return objectsOf(list, term, context);
      const words = members.get('@value');
      if (words === undefined) return [{ kind: 'node', id: readNode(each, context) }];
      return literals(words, members.get('@language') ?? null);
    });

  readAll(parsed(text, name), noContext);
  return { triples, remote: [...remote] };
}

/** A value that stands for itself: an IRI where its term says so, else words. */
function plain(value: Json, term: Term | undefined, context: Context): (Node | Literal)[] {
  if (typeof value === 'string' && (term?.type === '@id' || term?.type === '@vocab')) {
    const id = expanded(value, context, term.type === '@vocab');
    return id === null ? [] : [{ kind: 'node', id }];
  }
  const language = term?.language === undefined ? context.language : term.language;
  return literals(value, typeof value === 'string' && !term?.type ? language : null);
}

function inLanguages(map: JsonObject): Literal[] {
  return Object.entries(map).flatMap(([language, words]) =>
    listed(words).flatMap((each) => literals(each, language === '@none' ? null : language)),
  );
}

function literals(value: Json, language: Json): Literal[] {
  if (value === null || typeof value === 'object') return [];
  const told = typeof language === 'string' ? language.toLowerCase() : null;
  return [{ kind: 'literal', value: String(value), language: told }];
}

/** The members of an object that are keywords, or stand for them. */
function keywordsOf(object: JsonObject, context: Context): Map<string, Json> {
  const all = Object.entries(object).map(([word, value]): [string, Json] => {
    const key = word.startsWith('@') ? word : context.terms.get(word)?.iri;
    return [key ?? word, value];
  });
  return new Map(all.filter(([key]) => key.startsWith('@')));
}

function listed(value: Json): readonly Json[] {
  return Array.isArray(value) ? (value as readonly Json[]) : [value];
}

function parsed(text: string, name: string): Json {
  const tooMuch = tooMuchJson(text);
  if (tooMuch !== null)
    fail(
      'file-too-large',
      `${name} ${tooMuch}. Nothing was taken over. Part it, then import its parts.`,
    );
  try {
    return JSON.parse(text) as Json;
  } catch {
    return fail(
      'bad-input',
      `${name} cannot be read as JSON: something is wrong in line ${lineOfJsonMistake(text) ?? 1}. Correct it there, then import it again.`,
    );
  }
}
