import { JSON_FILE } from '../limits.ts';

/** What of a file in JSON is more than is read. */
export interface JsonLimits {
  readonly deep: number;
  readonly values: number;
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;
const [OPEN_LIST, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT] = [0x5b, 0x5d, 0x7b, 0x7d];

/**
 * What of a text in JSON is more than is read, in words that follow the name of a file ("has …"); null where nothing
 * is. It is looked at before anything is made of it: a few bytes may otherwise become very many things, or things so
 * deep in each other that whoever walks through them falls. Whether it is sound JSON is not looked at.
 */
export function tooMuchJson(text: string, limits: JsonLimits = JSON_FILE): string | null {
  let depth = 0;
  let values = 1;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text.charCodeAt(at);
    if (sign === QUOTE) at = endOfWords(text, at);
    else if (sign === OPEN_LIST || sign === OPEN_OBJECT) {
      depth += 1;
      values += 1;
      if (depth > limits.deep)
        return `has lists and objects that lie more than ${limits.deep} deep in each other, as no program writes them`;
    } else if (sign === CLOSE_LIST || sign === CLOSE_OBJECT) depth -= 1;
    else if (sign === COMMA) values += 1;
    if (values > limits.values)
      return `says more than ${limits.values.toLocaleString('en')} single things, which is more than can be read at once`;
  }
  return null;
}

/** Where words end that begin at a quotation mark: at the next that no odd number of backslashes stands before. */
function endOfWords(text: string, from: number): number {
  let end = text.indexOf('"', from + 1);
  while (end >= 0 && isEscaped(text, end)) end = text.indexOf('"', end + 1);
  return end < 0 ? text.length : end;
}

function isEscaped(text: string, at: number): boolean {
  let begin = at;
  while (text.charCodeAt(begin - 1) === BACKSLASH) begin -= 1;
  return (at - begin) % 2 === 1;
}
