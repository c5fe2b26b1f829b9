import { useQuery } from '@tanstack/react-query';
import { create } from 'zustand';
import type { ImportOutcome, ImportReport } from '../../domain/import/import.ts';
import { request } from '../bridge.ts';
import { openCable, useDesk } from '../desk/desk.ts';
import { queryClient } from '../desk/queries.ts';

/** The import whose report lies on the desk, and which of its lines are shown; null means all. */
interface Shown {
  readonly runId: string | null;
  readonly outcome: ImportOutcome | null;
}

/** What the sheet with the report shows; without a run it is the last import. */
export const useShownReport = create<Shown>(() => ({ runId: null, outcome: null }));

/** Waits for an import, shows its report, and opens the first cable it has brought. */
export async function importing(running: Promise<ImportReport | null>) {
  const knowsUnfinished = () => queryClient.invalidateQueries({ queryKey: ['imports'] });
  try {
    const report = await running;
    if (!report) return;
    if (report.first !== null) openCable(report.first);
    showReport(report.runId);
  } finally {
    void knowsUnfinished();
  }
}

/** Lays the report of an import on the desk, null means the last one. */
export function showReport(runId: string | null) {
  void queryClient.invalidateQueries({ queryKey: ['imports'] });
  useShownReport.setState({ runId, outcome: null });
  useDesk.setState({ sheet: 'report' });
}

/** The import that was stopped and may go on; null where there is none. */
export function useUnfinished() {
  const { data } = useQuery({
    queryKey: ['imports', 'unfinished'],
    queryFn: () => request('import.unfinished', {}),
  });
  return data ?? null;
}

/** Goes on with the import that was stopped. */
export async function resumeImport() {
  const unfinished = await request('import.unfinished', {});
  if (unfinished) await importing(request('import.resume', { runId: unfinished.runId }));
}

/** Lets the import that was stopped be as it is. */
export async function abandonImport(runId: string) {
  await request('import.abandon', { runId });
  await queryClient.invalidateQueries({ queryKey: ['imports'] });
}

/** How many lines of a report are read at once. */
const PAGE = 100;

/** The sums of a report; null where nothing has been imported, undefined while it is being read. */
export function useReport(runId: string | null) {
  const { data } = useQuery({
    queryKey: ['imports', 'report', runId],
    queryFn: () => request('import.report', { runId, offset: 0, limit: 0 }),
  });
  return data === undefined ? undefined : (data?.report ?? null);
}

/** A line of a report, counted from 0 among those with an outcome; undefined while it is being read. */
export function useReportLine(runId: string, outcome: ImportOutcome | null, index: number) {
  const page = Math.floor(index / PAGE);
  const { data } = useQuery({
    queryKey: ['imports', 'report', runId, outcome, page],
    queryFn: () => request('import.report', { runId, outcome, offset: page * PAGE, limit: PAGE }),
  });
  return data?.files[index % PAGE];
}
