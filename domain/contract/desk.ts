import { z } from 'zod';
import { UndoOutcome } from '../journal/operation.ts';
import { Settings, SettingsChange } from '../settings.ts';
import { nothing, type Requests } from './request.ts';

/** Requests about undo, the settings of the desk and its window. */
export const deskRequests = {
  /** The reader undoes the last action that holds. */
  'journal.undo': { input: nothing, output: UndoOutcome },
  /** The reader redoes what was undone last. */
  'journal.redo': { input: nothing, output: UndoOutcome },

  /** The window asks for the settings of the desk. */
  'settings.read': { input: nothing, output: Settings },
  /** The reader changes settings of the desk; the whole of them comes back. */
  'settings.change': { input: SettingsChange, output: Settings },

  /** The window says that it shows the cable (or the empty library) and can be looked at. */
  'window.ready': { input: nothing, output: nothing },

  /** The reader wants to see the program's log, which holds no text of the cables: its folder is shown. */
  'log.show': { input: nothing, output: nothing },

  /** The reader saves something the window has made, a picture or a table, in a file chosen in a dialog; null where it was left. */
  'file.save': {
    input: z.strictObject({
      kind: z.enum(['svg', 'csv']),
      /** The name the dialog proposes, without an ending. */
      name: z.string().min(1).max(200),
      content: z.string().max(50_000_000),
    }),
    output: z.strictObject({ fileName: z.string() }).nullable(),
  },
} as const satisfies Requests;
