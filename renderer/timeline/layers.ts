import { useQueries } from '@tanstack/react-query';
import type { FacetName } from '../../domain/search/facet.ts';
import type { SearchCounts } from '../../domain/search/result.ts';
import { withAnother } from '../../domain/search/chips.ts';
import { quotedWhereNeeded } from '../../domain/search/print.ts';
import type { TagColour } from '../../domain/tag/tag.ts';
import { request } from '../bridge.ts';
import { countsIn, type TimeRow } from './months.ts';

/** By what bars can be divided, each with its field in a query. */
export const DIVISIONS = {
  classification: 'class',
  kind: 'kind',
  state: 'state',
} as const satisfies Partial<Record<FacetName, string>>;
export type Division = keyof typeof DIVISIONS;

/** A part of every bar. */
export interface Layer {
  /** The value it stands for; null for all other values and for cables that have none. */
  readonly value: string | null;
  readonly colour: TagColour;
  readonly counts: readonly number[];
}

/** The colours of the values of most cables, no two with the same pattern; the rest is grey, which has another. */
const COLOURS = ['blue', 'green', 'purple'] as const satisfies readonly TagColour[];

/** The bars of a time line divided by the values of most cables; empty until all are counted. */
export function useLayers(
  query: string,
  { counts, row }: { readonly counts: SearchCounts | undefined; readonly row: TimeRow },
  division: Division | null,
): readonly Layer[] {
  const facet = counts?.facets.find((each) => each.facet === division);
  const values = (facet?.values ?? []).slice(0, COLOURS.length).map(({ value }) => value);
  const results = useQueries({
    queries: values.map((value) => {
      const asked = division ? `${DIVISIONS[division]}:${quotedWhereNeeded(value)}` : '';
      const part = withAnother(query, asked);
      return {
        queryKey: ['cables', 'counted', part],
        queryFn: () => request('search.counts', { query: part }),
      };
    }),
  });
  if (values.length === 0 || results.some(({ data }) => !data)) return [];
  const layers = values.map((value, at): Layer => {
    const months = results[at]?.data?.months ?? [];
    const { counts: own } = countsIn(months, row.periods, row.span);
    return { value, colour: COLOURS[at] ?? 'grey', counts: own };
  });
  const rest = restOf(row.counts, layers);
  return rest.some((each) => each > 0)
    ? [...layers, { value: null, colour: 'grey', counts: rest }]
    : layers;
}

/** What of all is in none of the layers; a cable may be in several. */
export function restOf(all: readonly number[], layers: readonly Pick<Layer, 'counts'>[]): number[] {
  return all.map((total, at) =>
    layers.reduce((left, { counts }) => Math.max(0, left - (counts[at] ?? 0)), total),
  );
}
