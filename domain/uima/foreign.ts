import type { ComingRelation, ComingTag } from '../exchange/coming.ts';
import { type Features, shortName } from './layers.ts';

/** What the one feature that matters is called in layers of DKPro Core and INCEpTION, the surest first. */
const LABELS = ['value', 'label', 'identifier', 'category', 'referenceType', 'referenceRelation'];

/** The longest value that is a tag, in characters; a longer one is a note. */
const LONGEST = 80;

/** The feature of an annotation that says what it is; null where none does. */
function labelIn(features: Features): string | null {
  const known = LABELS.find((name) => features.has(name));
  const name = known ?? features.keys().next().value;
  const value = name === undefined ? undefined : features.get(name);
  return name !== undefined && value !== undefined && [...value].length <= LONGEST ? name : null;
}

/**
 * What an annotation of a layer that is not ours says: its value as a tag below one that is called like
 * the layer (`NamedEntity › PER`), all else in the note.
 */
export function foreignContent(
  layer: string,
  features: Features,
): { readonly tags: readonly ComingTag[]; readonly note: string } {
  const label = labelIn(features);
  const above = shortName(layer);
  const tag =
    label === null
      ? { id: null, iri: null, name: above, path: [] }
      : { id: null, iri: null, name: features.get(label) ?? '', path: [above] };
  return { tags: [tag], note: restOf(features, label) };
}

/** What a relation of a layer that is not ours says. */
export function foreignRelation(
  layer: string,
  features: Features,
): Omit<ComingRelation, 'from' | 'to'> {
  const label = labelIn(features);
  const type = label === null ? shortName(layer) : (features.get(label) ?? '');
  const note = restOf(features, label);
  return { id: null, typeId: null, type, note, creator: '', created: null };
}

function restOf(features: Features, label: string | null): string {
  return [...features]
    .filter(([name]) => name !== label)
    .map(([name, value]) => `${name}: ${value}`)
    .join('\n\n');
}
