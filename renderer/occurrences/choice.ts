import type { OccurrenceKey, OccurrencePlace } from '../../domain/occurrence/occurrence.ts';
import { keyOf, type Left } from '../places/choice.ts';

/** Whether a place has all of these tags already; without any tags none has. */
export function isTagged({ tagIds }: OccurrencePlace, wanted: readonly string[]): boolean {
  return wanted.length > 0 && wanted.every((id) => tagIds.includes(id));
}

/** The keys of the places that have these tags already. They are left out unless the reader says otherwise. */
export function taggedKeys(places: readonly OccurrencePlace[], wanted: readonly string[]): Left {
  return new Set(places.filter((place) => isTagged(place, wanted)).map(keyOf));
}

/** What is in one of two sets, but not in both: ticks the reader has changed, over those that were there. */
export function changed(left: Left, ticks: Left): Left {
  const both = [...left, ...ticks];
  return new Set(both.filter((key) => left.has(key) !== ticks.has(key)));
}

/** What tells a place from all others, as a request says it. */
export function occurrenceKey({ cableId, version, from, to }: OccurrenceKey): OccurrenceKey {
  return { cableId, version, from, to };
}
