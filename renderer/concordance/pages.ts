import { useIsFetching, useQuery } from '@tanstack/react-query';
import type { ConcordanceLine, ConcordanceOrder } from '../../domain/search/result.ts';
import { request } from '../bridge.ts';
import { queryClient } from '../desk/queries.ts';

/** How many lines are asked for at once. */
const PAGE = 100;

/** A concordance in an order. */
export interface Ordered {
  readonly id: string;
  readonly order: ConcordanceOrder;
}

function pageOptions({ id, order }: Ordered, page: number) {
  return {
    queryKey: ['cables', 'concordance', id, order.by, order.descending, page] as const,
    queryFn: () => request('concordance.lines', { id, order, offset: page * PAGE, limit: PAGE }),
    // Fifty thousand lines are not for the window to hold.
    gcTime: 30_000,
  };
}

/** The line at a place of the order; undefined while it is being read. */
export function useLineAt(ordered: Ordered, at: number): ConcordanceLine | undefined {
  const { data } = useQuery(pageOptions(ordered, Math.floor(at / PAGE)));
  return data?.[at % PAGE];
}

/** The lines that are here by now, by their places; whoever asks hears of it when others come. */
export function useKnownLines(ordered: Ordered): (at: number) => ConcordanceLine | undefined {
  useIsFetching({ queryKey: ['cables', 'concordance', ordered.id] });
  return (at) =>
    queryClient.getQueryData<ConcordanceLine[]>(
      pageOptions(ordered, Math.floor(at / PAGE)).queryKey,
    )?.[at % PAGE];
}

/** The line at a place of the order, read if it is not here. */
export async function lineAt(ordered: Ordered, at: number): Promise<ConcordanceLine | undefined> {
  const page = await queryClient.fetchQuery(pageOptions(ordered, Math.floor(at / PAGE)));
  return page[at % PAGE];
}

/** The numbers of the lines from one place of the order to another, both with them. */
export async function linesBetween(ordered: Ordered, a: number, b: number): Promise<number[]> {
  const [from, to] = [Math.min(a, b), Math.max(a, b)];
  const first = Math.floor(from / PAGE);
  const pages = Array.from({ length: Math.floor(to / PAGE) - first + 1 }, (_, at) => first + at);
  const found: number[] = [];
  for (const page of pages) {
    const lines = await queryClient.fetchQuery(pageOptions(ordered, page));
    for (const [at, { line }] of lines.entries()) {
      const place = page * PAGE + at;
      if (place >= from && place <= to) found.push(line);
    }
  }
  return found;
}
