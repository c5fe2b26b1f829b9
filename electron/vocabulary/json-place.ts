const TOKEN =
  /[ \t\n\r]*([{}[\],:]|"(?:[^"\\\p{Cc}]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)/uy;

/** What may come next: a value, the name of a member, the colon behind it, or what follows a value. */
type Expected = 'value' | 'value or ]' | 'name' | 'name or }' | ':' | 'end of value';

/**
 * The line, from 1, in which a text stops being JSON (RFC 8259); null where it is JSON. The system's
 * own parser tells the place of a mistake at times only.
 */
export function lineOfJsonMistake(text: string): number | null {
  const open: string[] = [];
  let expected: Expected = 'value';
  let at = 0;
  let done = false;
  const here = () => text.slice(0, at + blanksAt(text, at)).split('\n').length;
  while (!done) {
    TOKEN.lastIndex = at;
    const token = TOKEN.exec(text)?.[1];
    if (token === undefined) return here();
    const next = after(token, expected, open);
    if (next === null) return here();
    expected = next;
    at = TOKEN.lastIndex;
    done = open.length === 0 && expected === 'end of value';
  }
  return at + blanksAt(text, at) < text.length ? here() : null;
}

/** What may come after a token; null where the token may not stand here. */
function after(token: string, expected: Expected, open: string[]): Expected | null {
  if (token === '}' || token === ']') return closes(token, expected, open) ? 'end of value' : null;
  switch (expected) {
    case ':':
      return token === ':' ? 'value' : null;
    case 'name':
    case 'name or }':
      return token.startsWith('"') ? ':' : null;
    case 'end of value':
      if (token !== ',') return null;
      return open.at(-1) === '{' ? 'name' : 'value';
    default:
      if (token === ',' || token === ':') return null;
      if (token === '{' || token === '[') {
        open.push(token);
        return token === '{' ? 'name or }' : 'value or ]';
      }
      return 'end of value';
  }
}

function closes(token: '}' | ']', expected: Expected, open: string[]): boolean {
  const [opening, empty] = token === '}' ? ['{', 'name or }'] : ['[', 'value or ]'];
  if (open.at(-1) !== opening || (expected !== 'end of value' && expected !== empty)) return false;
  open.pop();
  return true;
}

function blanksAt(text: string, at: number): number {
  return /^[ \t\n\r]*/u.exec(text.slice(at))?.[0].length ?? 0;
}
