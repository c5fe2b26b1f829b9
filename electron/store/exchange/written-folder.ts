import { mkdir, open, rm, type FileHandle } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { ExportedPiece } from '../../../domain/exchange/writer.ts';
import { newFolder } from '../new-folder.ts';

/** A folder that an export fills. */
export interface WrittenFolder {
  /** Its name in the place where it lies. */
  readonly name: string;
  /** Writes pieces of files that other pieces may follow at any time. */
  begin(pieces: readonly ExportedPiece[]): Promise<void>;
  /** Writes pieces: of files that were begun, or whole files. */
  add(pieces: readonly ExportedPiece[]): Promise<void>;
  /** Ends all files; they are on the disk then. Tells how many there are. */
  end(): Promise<number>;
  /** Takes the folder away with all that was written. */
  remove(): Promise<void>;
}

/** Makes a folder that was not there in the folder `place`, to be filled. No file in it is written over. */
export async function writtenFolder(place: string, wanted: string): Promise<WrittenFolder> {
  const name = await newFolder(place, wanted);
  const folder = join(place, name);
  const begun = new Map<string, FileHandle>();
  let files = 0;

  const made = async (path: string): Promise<FileHandle> => {
    const whole = join(folder, path);
    await mkdir(dirname(whole), { recursive: true });
    const file = await open(whole, 'wx');
    files += 1;
    return file;
  };
  const closed = async (file: FileHandle): Promise<void> => {
    try {
      await file.sync();
    } finally {
      await file.close();
    }
  };

  return {
    name,

    async begin(pieces) {
      for (const { path, content } of pieces) {
        const file = begun.get(path) ?? (await made(path));
        begun.set(path, file);
        await file.appendFile(content);
      }
    },

    async add(pieces) {
      const own = new Map<string, FileHandle>();
      try {
        for (const { path, content } of pieces) {
          const file = begun.get(path) ?? own.get(path) ?? (await made(path));
          if (!begun.has(path)) own.set(path, file);
          await file.appendFile(content);
        }
      } finally {
        for (const file of own.values()) await closed(file);
      }
    },

    async end() {
      for (const file of begun.values()) await closed(file);
      begun.clear();
      return files;
    },

    async remove() {
      for (const file of begun.values()) await file.close().catch(() => null);
      begun.clear();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
