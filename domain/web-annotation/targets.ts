import type { Target } from '../annotation/annotation.ts';
import type { OffsetUnit } from '../exchange/format.ts';
import { type CharacterRange, stretchIri } from './iri.ts';
import type { JsonObject } from './json.ts';
import type { SourceText } from './texts.ts';

/** How the targets of a cable are told. */
export interface TargetFrame {
  readonly unit: OffsetUnit;
  /** The file that holds a text, from where the annotations are. */
  readonly copyOf: (text: SourceText) => string;
}

/**
 * A passage as a target: on a side in its version (`source`), of which `state` names a copy. It has its words
 * with their context always, and its position unless the words have left the text. Its `id` names the
 * stretch in code points (RFC 5147): programs that keep it tell by that how the position is counted, and on
 * which side it is, even where they call the text otherwise. `place` is its number among several.
 */
export function targetOf(
  { from, to, quote, lost }: Target,
  source: SourceText,
  { unit, copyOf }: TargetFrame,
  place: number | null,
): JsonObject {
  const points = source.points.stretch({ from, to });
  const words = { type: 'TextQuoteSelector', ...quote };
  return {
    id: stretchIri(source.iri, points),
    source: source.iri,
    selector:
      lost === null ? [words, position(unit === 'utf-16' ? { from, to } : points)] : [words],
    state: { type: 'TimeState', cached: copyOf(source) },
    ...(lost === null ? {} : { 'rdfs:comment': lost }),
    ...(place === null ? {} : { 'schema:position': place }),
  };
}

function position({ from, to }: CharacterRange): JsonObject {
  return { type: 'TextPositionSelector', start: from, end: to };
}
