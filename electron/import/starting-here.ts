import type { Preparer } from './prepare.ts';

/** So many documents are made ready before a thread is worth its start. */
const FEW = 8;

/** Larger ones, in bytes, would keep others waiting. */
const SMALL = 64 * 1024;

/** Makes the first few small documents ready `here`, and all others `there`: the import of a handful starts no thread. */
export function startingHere(here: Preparer, there: Preparer): Preparer {
  let few = 0;
  return {
    prepare(task) {
      if (few >= FEW || task.bytes.byteLength > SMALL) return there.prepare(task);
      few += 1;
      return here.prepare(task);
    },
    readVolume: (path, bytes) => there.readVolume(path, bytes),
    async close() {
      await Promise.all([here.close(), there.close()]);
    },
  };
}
