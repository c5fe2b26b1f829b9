/** Where a command says what it has found. */
export interface Output {
  /** Whether it is said as data, one JSON object a line, and not in words. */
  readonly json: boolean;
  /** Says something found: `data` as a line of JSON, or `words` for a person. */
  result(data: object, words: string): void;
  /** Says something beside what was found, for a person: reports, what was left out. As data it is left to `result`. */
  remark(words: string): void;
  /** Says how far long work has come; null when it has ended. */
  progress(words: string | null): void;
}

/** The two streams of a process, as a command sees them. */
export interface Streams {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** Whether a person watches `err`: then progress is one line that is written anew. */
  readonly watched: boolean;
}

/** How often progress is said where nobody watches it, in milliseconds. */
const EVERY = 10_000;

/** What a line that is written anew is begun with: back to its beginning, and what stands there taken away. */
const ANEW = '\r\u001B[K';

/** Output on streams. */
export function outputOn({ out, err, watched }: Streams, json: boolean): Output {
  let shown = false;
  let said = performance.now();
  const clear = () => {
    if (shown) err(ANEW);
    shown = false;
  };
  return {
    json,

    result(data, words) {
      clear();
      out(`${json ? JSON.stringify(data) : words}\n`);
    },

    remark(words) {
      clear();
      err(`${words}\n`);
    },

    progress(words) {
      if (words === null) clear();
      else if (watched) {
        err(`${ANEW}${words}`);
        shown = true;
      } else if (performance.now() - said > EVERY) {
        said = performance.now();
        err(`${words}\n`);
      }
    },
  };
}
