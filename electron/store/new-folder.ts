import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileNameOf } from '../../domain/text/file-name.ts';

/** Makes a folder in `place` that was not there, and gives its name; where one has that name it gets a number. */
export async function newFolder(place: string, wanted: string): Promise<string> {
  const plain = fileNameOf(wanted);
  for (let count = 1; ; count += 1) {
    const name = count === 1 ? plain : `${plain} ${count}`;
    try {
      await mkdir(join(place, name));
      return name;
    } catch (error) {
      if ((error as { readonly code?: unknown }).code !== 'EEXIST') throw error;
    }
  }
}
