import type { Annotation } from '../annotation/annotation.ts';
import type { Coming, ComingAnnotation } from '../exchange/coming.ts';
import type { CableRecord } from '../exchange/record.ts';

/** What an annotation says and where it stands, in a form in which what left can be compared with what came back. */
export interface Told {
  readonly id: string | null;
  readonly places: readonly string[];
  readonly tagIds: readonly (string | null)[];
  readonly note: string;
  readonly creator: string;
  readonly created: string | null;
  readonly modified: string | null;
  readonly verdict: Annotation['verdict'];
}

/** What annotations of a cable say, by their ids. */
export function toldIn({ annotations }: CableRecord): Told[] {
  return annotations.map(
    ({ id, targets, tagIds, note, creator, created, modified, verdict }): Told => ({
      id,
      places: targets.map(({ side, from, to, quote, lost }) =>
        lost === null
          ? `${side} ${from}-${to} ${quote.exact}`
          : `${side} lost ${quote.prefix}|${quote.exact}|${quote.suffix} ${lost}`,
      ),
      ...{ tagIds, note, creator, created, modified, verdict },
    }),
  );
}

/** What coming annotations say. */
export function toldBy({ annotations }: Pick<Coming, 'annotations'>): Told[] {
  return annotations.map((coming: ComingAnnotation): Told => {
    const { id, targets, tags, note, creator, created, modified, verdict = null } = coming;
    return {
      id,
      places: targets.map(({ side, positions: [place], quote, lost }) =>
        place
          ? `${side} ${place.from}-${place.to} ${quote?.exact}`
          : `${side} lost ${quote?.prefix}|${quote?.exact}|${quote?.suffix} ${lost}`,
      ),
      tagIds: tags.map((tag) => tag.id),
      ...{ note, creator, created, modified, verdict },
    };
  });
}

/** In the order of ids, so that only what is said matters. */
export function byId(told: readonly Told[]): Told[] {
  return told.toSorted((a, b) => ((a.id ?? '') < (b.id ?? '') ? -1 : 1));
}
