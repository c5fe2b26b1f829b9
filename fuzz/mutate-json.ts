import type { Chance } from '../electron/testing/chance.ts';
import { oneOf, small } from './chance.ts';

type Json = null | boolean | number | string | Json[] | { [name: string]: Json };

/** A value in JSON, and how it is put in the place where it stands. */
interface Place {
  readonly value: Json;
  readonly put: (other: Json | undefined) => void;
}

/** What lies deeper is not taken apart: to copy it would take more of the stack than there is. */
const DEEPEST = 500;

/**
 * JSON with some of its values in other places, of other types, or not there; unsound JSON, and what lies too
 * deep, stays as it is.
 */
export function brokenJson(text: string, chance: Chance): string {
  if (depthOf(text) > DEEPEST) return text;
  let whole: Json;
  try {
    whole = JSON.parse(text) as Json;
  } catch {
    return text;
  }
  const times = 1 + small(chance, 5);
  for (let done = 0; done < times; done++) {
    const places = [...placesIn(whole, (other) => (whole = other ?? null))];
    const place = chance.one(places);
    if (!place) break;
    place.put(otherThan(place.value, places, chance));
  }
  const written = JSON.stringify(whole) ?? 'null';
  // A member of this name cannot be made by putting it there.
  return chance.below(12) === 0 ? written.replace(/"(\w+)":/u, '"__proto__":') : written;
}

/** How deep brackets lie in each other, those within strings counted as well. */
function depthOf(text: string): number {
  let depth = 0;
  let deepest = 0;
  for (const sign of text)
    if (sign === '[' || sign === '{') deepest = Math.max(deepest, ++depth);
    else if (sign === ']' || sign === '}') depth -= 1;
  return deepest;
}

function* placesIn(value: Json, put: Place['put'], depth = 0): Generator<Place> {
  yield { value, put };
  if (value === null || typeof value !== 'object' || depth > 60) return;
  if (Array.isArray(value))
    for (const [at, each] of value.entries())
      yield* placesIn(
        each,
        (other) => (other === undefined ? value.splice(at, 1) : (value[at] = other)),
        depth + 1,
      );
  else
    for (const [name, each] of Object.entries(value))
      yield* placesIn(
        each,
        (other) => (other === undefined ? delete value[name] : (value[name] = other)),
        depth + 1,
      );
}

const VALUES: readonly Json[] = [
  ...[null, true, false, 0, -1, 1, 0.5, 1e21, 2 ** 31, 2 ** 53, -0, 1e-7],
  ...['', ' ', '\0', '\ud83d', '\u202e', 'a', '0', '-1', '1e3', '__proto__', 'constructor', '🚢'],
  ...['http://', 'https://example.org/a#b', 'urn:uuid:x', '_:b', 'javascript:alert(1)', '../../a'],
  ...['2024-13-41T25:61:61Z', '-271821-04-20T00:00:00Z', '+275760-09-13T00:00:01Z', '9999'],
  ...([[], {}, [[]], [null], [{}], { '': '' }, { '@value': 1 }, { '@id': [] }] as Json[]),
];

/** What stands in the place of a value; undefined where it is left out. */
function otherThan(value: Json, places: readonly Place[], chance: Chance): Json | undefined {
  switch (chance.below(9)) {
    case 0:
      return undefined;
    case 1:
      return structuredClone(chance.one(places)?.value ?? null);
    case 2:
      return nested(value, 1 + small(chance, 3000), chance);
    case 3:
      return Array.isArray(value)
        ? Array.from({ length: small(chance, 300) }, (_, at) =>
            structuredClone(value[at % Math.max(1, value.length)] ?? null),
          )
        : [structuredClone(value), structuredClone(value)];
    case 4:
      return typeof value === 'number'
        ? value + oneOf(chance, [-1, 1, 0.5, -value, 1e9])
        : renamed(value, places, chance);
    case 5:
      return typeof value === 'string' ? longer(value, chance) : JSON.stringify(value);
    default:
      return structuredClone(chance.one(VALUES) ?? null);
  }
}

function nested(value: Json, depth: number, chance: Chance): Json {
  let whole: Json = structuredClone(value);
  const name = oneOf(chance, ['a', 'items', 'body', 'target', '@graph', '@list', 'narrower']);
  const isList = chance.below(2) === 0;
  // Several times over this must still be what the stack has room for.
  for (let at = 0; at < Math.min(depth, 300); at++) whole = isList ? [whole] : { [name]: whole };
  return whole;
}

function longer(value: string, chance: Chance): string {
  const signs = oneOf(chance, ['a', ' ', '🚢', '\ud83d', '\n', '\u0301', '"', value]);
  return value + signs.repeat(small(chance, Math.floor(8000 / Math.max(1, signs.length)) + 2));
}

function renamed(value: Json, places: readonly Place[], chance: Chance): Json {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return [value];
  const other = chance.one(places)?.value ?? null;
  const names = other !== null && typeof other === 'object' ? Object.keys(other) : ['value'];
  const name = chance.one(names) ?? 'value';
  return { ...structuredClone(value), [name]: structuredClone(other) };
}
