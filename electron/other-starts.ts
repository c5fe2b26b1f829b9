import { app, type BrowserWindow } from 'electron';
import { z } from 'zod';
import { isLibraryPath } from './arguments.ts';

/** What a second start tells the first one. */
const OtherStart = z.object({ library: z.string().nullable(), files: z.array(z.string()) });

/** What to do with what a start was asked to open. */
export interface Opening {
  /** Puts a library on the desk. */
  readonly open: (library: string) => void;
  /** Imports files and folders. */
  readonly bring: (files: readonly string[]) => void;
}

/** Brings the window forward when the program is started again, and opens what was asked for. */
export function heedOtherStarts(
  current: () => BrowserWindow | null,
  { open, bring }: Opening,
): void {
  app.on('second-instance', (_event, _argv, _folder, told) => {
    const window = current();
    if (window?.isMinimized()) window.restore();
    window?.focus();
    const { data } = OtherStart.safeParse(told);
    if (data?.library) open(data.library);
    if (data && data.files.length > 0) bring(data.files);
  });
  // macOS does not start a running program again, but tells it what was double-clicked.
  app.on('open-file', (_event, path) => {
    if (isLibraryPath(path)) open(path);
    else bring([path]);
  });
}
