/** The little of yauzl that set-up uses; the package brings no types. */
declare module 'yauzl' {
  import type { Readable } from 'node:stream';

  interface Entry {
    readonly fileName: string;
    readonly externalFileAttributes: number;
  }

  interface Archive {
    eachEntry(): AsyncIterable<Entry>;
    openReadStreamPromise(entry: Entry): Promise<Readable>;
  }

  const yauzl: { openPromise(path: string): Promise<Archive> };
  export default yauzl;
}
