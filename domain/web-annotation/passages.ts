import type { ComingSource, ComingTarget } from '../exchange/coming.ts';
import { type NamedText, namedText, stretchIn } from './iri.ts';
import { countIn, idOf, isObject, type JsonObject, labelIn, listed, typesOf } from './json.ts';
import { selectedBy, type Selected } from './selecting.ts';

/** What an annotation is about: words of a text, a whole text, or (by its IRI alone) another annotation. */
export interface Passage {
  readonly source: ComingSource;
  /** Null where the whole of it is meant. */
  readonly target: ComingTarget | null;
  /** Its number among the passages of the annotation, where the file says it. */
  readonly place: number | null;
  /** What it names, where nothing more is said of it: it may be an annotation. */
  readonly names: string | null;
}

/** How deep lists of targets may stand in each other. */
const DEEPEST = 10;

/** What the targets of an annotation are. Of a choice the first is taken, which is the one preferred. */
export function passagesIn(target: unknown, depth = 0): Passage[] {
  if (depth > DEEPEST) return [];
  return listed(target).flatMap((one) => {
    if (typeof one === 'string') return [passageOf({ source: one }, one)];
    if (!isObject(one)) return [];
    const items = listed(one['items']);
    if (items.length > 0)
      return passagesIn(typesOf(one).includes('Choice') ? items[0] : items, depth + 1);
    return [passageOf(one, null)];
  });
}

function passageOf(target: JsonObject, words: string | null): Passage {
  const id = idOf(target);
  const about = idOf(target['source']);
  const named = namedBy(id, about);
  const source = {
    cableId: named?.cableId ?? null,
    sha256: named?.sha256 ?? null,
    name: about ?? id,
  };
  const selected = selectedBy(target['selector']);
  const place = countIn(target['schema:position']);
  const told = withStretch(target, selected, { id, about });
  if (told.quote === null && told.positions.length === 0 && target['selector'] === undefined)
    return { source, target: null, place, names: words ?? (about === null ? id : null) };
  return {
    source,
    target: { side: named?.side ?? null, ...told, ...lostIn(target, told) },
    place,
    names: null,
  };
}

/** The text of ours that is meant. The name of the stretch goes before the `source`, which Recogito sets anew. */
function namedBy(id: string | null, about: string | null): NamedText | null {
  return namedText(id ?? '') ?? namedText(about ?? '');
}

/**
 * Selectors with what the names of stretch and source tell beside them. Our names count code points, so they
 * prove what the positions are counted in. Recogito, which counts in UTF-16, is known by what it leaves in a
 * target.
 */
function withStretch(
  target: JsonObject,
  { quote, positions }: Selected,
  { id, about }: { id: string | null; about: string | null },
): Selected & Pick<ComingTarget, 'codePoints'> {
  const stretch = stretchIn(id ?? '') ?? stretchIn(about ?? '');
  if (positions.length === 0 && stretch)
    return { quote, positions: [{ ...stretch, unit: 'code-points' }], codePoints: stretch };
  const told = positions.map(({ from, to, unit }) => {
    const same = stretch?.from === from && stretch.to === to;
    const counted = stretch ? !same : 'annotation' in target;
    return { from, to, unit: counted ? ('utf-16' as const) : unit };
  });
  return { quote, positions: told, ...(stretch ? { codePoints: stretch } : {}) };
}

/** Why the words of a passage stand nowhere any more: of ours that tell no position. */
function lostIn(target: JsonObject, { quote, positions }: Selected): { lost?: string } {
  const [place] = positions;
  const reason = labelIn(target['rdfs:comment']);
  const empty = place !== undefined && place.from === place.to;
  return quote && empty && reason ? { lost: reason } : {};
}
