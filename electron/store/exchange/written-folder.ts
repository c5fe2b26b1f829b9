import { mkdir, open, rm, type FileHandle } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { ExportedPiece } from '../../../domain/exchange/writer.ts';
import { newFolder } from '../new-folder.ts';

/** A folder that an export fills. */
export interface WrittenFolder {
  /** Its name in the place where it lies. */
  readonly name: string;
  /** Writes the first pieces of files that will grow. */
  begin(pieces: readonly ExportedPiece[]): Promise<void>;
  /** Writes pieces of files, new ones or such as were written to before. */
  add(pieces: readonly ExportedPiece[]): Promise<void>;
  /** Ends all files, and tells how many there are. The system brings them to the disk: an export can be made again. */
  end(): Promise<number>;
  /** Takes the folder away with all that was written. */
  remove(): Promise<void>;
}

/** Makes a folder that was not there in the folder `place`, to be filled. No file in it is written over. */
export async function writtenFolder(place: string, wanted: string): Promise<WrittenFolder> {
  const name = await newFolder(place, wanted);
  const folder = join(place, name);
  /** Files that are kept open, as more will follow. */
  const growing = new Map<string, FileHandle>();
  const made = new Set<string>();

  /** A file that was not there; or one of ours, to go on with. */
  const opened = async (path: string): Promise<FileHandle> => {
    const whole = join(folder, path);
    if (made.has(path)) return open(whole, 'a');
    await mkdir(dirname(whole), { recursive: true });
    const file = await open(whole, 'wx');
    made.add(path);
    return file;
  };
  const grow = async (path: string): Promise<FileHandle> => {
    const file = growing.get(path) ?? (await opened(path));
    growing.set(path, file);
    return file;
  };
  return {
    name,

    async begin(pieces) {
      for (const { path, content } of pieces) await (await grow(path)).appendFile(content);
    },

    async add(pieces) {
      const own = new Map<string, FileHandle>();
      // What has come with an earlier cable grows with every cable.
      const before = new Set(made);
      try {
        for (const { path, content } of pieces) {
          const file = before.has(path)
            ? await grow(path)
            : (own.get(path) ?? (await opened(path)));
          if (!before.has(path)) own.set(path, file);
          await file.appendFile(content);
        }
      } finally {
        for (const file of own.values()) await file.close();
      }
    },

    async end() {
      for (const file of growing.values()) await file.close();
      growing.clear();
      return made.size;
    },

    async remove() {
      for (const file of growing.values()) await file.close().catch(() => null);
      growing.clear();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
