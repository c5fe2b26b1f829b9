import { close, read } from 'node:fs';
import { RandomAccessReader } from 'yauzl';

/** How many bytes are read from the disk at once; what is wanted of an archive mostly stands close together. */
const WINDOW = 256 * 1024;

/** Reads a file where it is asked to, through a window that is kept. It is closed with the last who holds it. */
export class WindowedReader extends RandomAccessReader {
  readonly #file: number;
  #from = 0;
  #window: Buffer = Buffer.alloc(0);

  /** `file` is the number of an open file. */
  constructor(file: number) {
    super();
    this.#file = file;
  }

  /** The bytes from `position` on; fewer than `length` where the file ends before. */
  bytes(position: number, length: number): Promise<Buffer> {
    return new Promise((resolve, reject) => {
      this.#look(position, length, (error, bytes) => (error ? reject(error) : resolve(bytes)));
    });
  }

  override read(
    buffer: Buffer,
    offset: number,
    length: number,
    position: number,
    callback: (error: Error | null, bytesRead?: number) => void,
  ): void {
    this.#look(position, length, (error, bytes) => callback(error, bytes.copy(buffer, offset)));
  }

  override close(callback: (error?: Error | null) => void): void {
    close(this.#file, callback);
  }

  /** Gives what stands in the window at once, and looks for the rest. */
  #look(
    position: number,
    length: number,
    callback: (error: Error | null, bytes: Buffer) => void,
  ): void {
    // A damaged list may name places that no file has; Node throws there instead of calling back.
    if (!Number.isSafeInteger(position) || position < 0) {
      callback(null, Buffer.alloc(0));
      return;
    }
    const at = position - this.#from;
    if (at >= 0 && at + length <= this.#window.length) {
      callback(null, this.#window.subarray(at, at + length));
      return;
    }
    const wanted = Math.max(length, WINDOW);
    const buffer = Buffer.allocUnsafeSlow(wanted);
    read(this.#file, buffer, 0, wanted, position, (error, bytesRead) => {
      const bytes = buffer.subarray(0, error ? 0 : bytesRead);
      // What is larger than a window is handed on and not kept.
      if (!error && length <= WINDOW) {
        this.#from = position;
        this.#window = bytes;
      }
      callback(error, bytes.subarray(0, length));
    });
  }
}
