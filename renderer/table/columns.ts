import { useMemo, useState } from 'react';
import { everyColumn, type TableColumn } from '../../domain/library/columns.ts';
import { request } from '../bridge.ts';
import { report } from '../desk/desk.ts';
import { queryClient, useSettings } from '../desk/queries.ts';

/** The columns of the table, and how they are changed. */
export interface Columns {
  /** Every column, in its order. */
  readonly all: readonly TableColumn[];
  readonly shown: readonly TableColumn[];
  /** Shows columns as they are being dragged; null shows what is kept. */
  readonly drag: (columns: readonly TableColumn[] | null) => void;
  /** Keeps columns for this desk. */
  readonly keep: (columns: readonly TableColumn[]) => void;
}

/** The columns that the reader has chosen for this desk. */
export function useColumns(): Columns {
  const kept = useSettings().data?.table;
  const [dragged, setDragged] = useState<readonly TableColumn[] | null>(null);
  const all = useMemo(() => dragged ?? everyColumn(kept ?? []), [dragged, kept]);
  const shown = useMemo(() => all.filter((each) => each.shown), [all]);
  return { all, shown, drag: setDragged, keep };
}

function keep(columns: readonly TableColumn[]) {
  const table = [...columns];
  queryClient.setQueryData<object>(['settings'], (settings) => settings && { ...settings, table });
  request('settings.change', { table }).catch(report);
}
