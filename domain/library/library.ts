import { z } from 'zod';
import { UndoState } from '../journal/operation.ts';

/** A library lately opened: the path of its file and the name shown for it. */
export const RecentLibrary = z.strictObject({ path: z.string(), name: z.string() });
export type RecentLibrary = z.infer<typeof RecentLibrary>;

/**
 * The library on the desk. `path` is its file; `name` the file's name without its ending; `lastCableId`
 * the cable the reader had open when the library was last closed.
 */
export const LibraryState = z.strictObject({
  id: z.uuid(),
  path: z.string(),
  name: z.string(),
  cables: z.int().nonnegative(),
  annotations: z.int().nonnegative(),
  undo: UndoState,
  lastCableId: z.uuid().nullable(),
});
export type LibraryState = z.infer<typeof LibraryState>;
