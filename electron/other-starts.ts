import { app, type BrowserWindow } from 'electron';
import { z } from 'zod';

/** What a second start tells the first one. */
const OtherStart = z.object({ library: z.string().nullable() });

/** Brings the window forward when the program is started again, and opens the library that was asked for. */
export function heedOtherStarts(
  current: () => BrowserWindow | null,
  open: (path: string) => void,
): void {
  app.on('second-instance', (_event, _argv, _folder, told) => {
    const window = current();
    if (window?.isMinimized()) window.restore();
    window?.focus();
    const { data } = OtherStart.safeParse(told);
    if (data?.library) open(data.library);
  });
  // macOS does not start a running program again, but tells it which library was double-clicked.
  app.on('open-file', (_event, library) => {
    open(library);
  });
}
