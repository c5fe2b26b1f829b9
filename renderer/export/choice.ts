import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { create } from 'zustand';
import type { RequestInput } from '../../domain/contract.ts';
import type { ExportFormat, ExportOptions } from '../../domain/exchange/format.ts';
import type { CableChoice } from '../../domain/library/choice.ts';
import { byDate } from '../../domain/search/order.ts';
import { request } from '../bridge.ts';
import { useDesk } from '../desk/desk.ts';

/** Which cables leave the library: the one on the desk, those chosen in the table, those the search finds, or all. */
export type Which = 'cable' | 'chosen' | 'found' | 'all';

/** Cables that were chosen one by one. */
export interface Chosen {
  readonly choice: CableChoice;
  readonly cables: number;
}

/** What the sheet asks; all but the cables stays as it was left until the window is closed. */
interface Wanted {
  readonly which: Which;
  readonly chosen: Chosen | null;
  readonly format: ExportFormat;
  readonly offsets: ExportOptions['offsets'];
  readonly fonts: boolean;
}

export const useWanted = create<Wanted>(() => ({
  which: 'cable',
  chosen: null,
  format: 'tei',
  offsets: 'code-points',
  fonts: true,
}));

/** Lays the sheet on the desk for cables that were chosen, or for the one on the desk. */
export function openExport(chosen: Chosen | null = null) {
  const { cableId } = useDesk.getState();
  const which = chosen ? 'chosen' : cableId === null ? 'all' : 'cable';
  useWanted.setState({ chosen, which });
  useDesk.setState({ sheet: 'export' });
}

/** What is exported, as the requests want it. */
export type Asked = RequestInput<'export.save'>;

/** What is asked for, with how many cables that are; null for a number that is still being counted. */
export interface Question {
  readonly which: Which;
  readonly asked: Asked;
  readonly cables: number | null;
  /** What there is to choose from. */
  readonly from: Readonly<Record<Which, number | null>>;
}

/** What the sheet asks, as the desk stands. */
export function useQuestion(): Question {
  const { which, chosen, format, offsets, fonts } = useWanted();
  const cableId = useDesk((desk) => desk.cableId);
  const query = useDesk((desk) => desk.query);
  const from = {
    cable: cableId === null ? 0 : 1,
    chosen: chosen?.cables ?? 0,
    found: useNumber(query),
    all: useNumber(''),
  };
  const choices: Readonly<Record<Which, CableChoice | null>> = {
    cable: cableId === null ? null : { ids: [cableId] },
    chosen: chosen?.choice ?? null,
    found: query === '' ? null : { query, except: [] },
    all: null,
  };
  // What is not there any more is not exported.
  const there = choices[which] === null ? 'all' : which;
  const choice = choices[there] ?? { query: '', except: [] };
  return {
    which: there,
    asked: { choice, format, options: { offsets, fonts } },
    cables: from[there],
    from,
  };
}

/** How many cables a query finds; null until they are counted. */
function useNumber(query: string): number | null {
  const { data } = useQuery({
    queryKey: ['cables', 'number', query],
    queryFn: () => request('cable.list', { offset: 0, limit: 1, query, order: byDate }),
    placeholderData: keepPreviousData,
  });
  return data?.total ?? null;
}
