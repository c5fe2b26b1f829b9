import { create } from 'zustand';
import type { ImportReport } from '../../domain/import/import.ts';
import { openCable, useDesk } from '../desk/desk.ts';

/** The report of the last import, until another one has ended. */
export const useImportReport = create<{ readonly report: ImportReport | null }>(() => ({
  report: null,
}));

/** Waits for an import, shows its report, and opens the first cable it has brought. */
export async function importing(running: Promise<ImportReport | null>) {
  const report = await running;
  if (!report) return;
  useImportReport.setState({ report });
  const first = report.files.find((file) => file.outcome === 'imported');
  if (first) openCable(first.cableId);
  useDesk.setState({ sheet: 'report' });
}
