import { foldedText } from '../alike/fold.ts';
import type { Range } from '../text/range.ts';
import { type CaseRule, caseRule } from './case.ts';
import type { GazetteerEntry } from './entry.ts';

/** A place in a text that has a name, `[from, to)` in UTF-16 code units, and the entries it may be a name of. */
export interface Find extends Range {
  readonly entryIds: readonly string[];
}

/** Finds all names in a text, in order, none overlapping another. */
export type NameFinder = (text: string) => Find[];

/** A form that ends in a node, and whose it is. */
interface Ending {
  readonly entryId: string;
  readonly agrees: CaseRule;
}

/** What may come next after some words of a form, and the forms that end here. */
interface Node {
  readonly next: Map<string, Node>;
  readonly endings: Ending[];
}

/**
 * Words, and all else sign by sign; one blank, be it at the end of a line, is one sign, an empty line is
 * not. They are those by which `finderOf` tells whole words.
 */
const TOKEN =
  /[\p{Lu}\p{Ll}\p{Lt}\p{Lo}\p{N}][\p{Lu}\p{Ll}\p{Lt}\p{Lo}\p{N}\p{M}]*|((?<=\S)[\t ]*\n[\t ]*(?=[^\s\p{M}]))|[^]/gu;

/** What a form must have to be looked for: two letters or digits, not digits alone. */
const MEANS_SOMETHING = /^(?=.*\p{L})(?:.*[\p{L}\p{N}]){2}/su;

/**
 * Makes entries ready to be found: whole words, whatever looks alike counting as the same, capitals as
 * `caseRule` has it. At each place the longest form is taken, whichever entries have it. It is built once;
 * then a text is gone through once, however many names there are.
 */
export function nameFinder(entries: readonly GazetteerEntry[]): NameFinder {
  const root = newNode();
  for (const { id, kind, name, forms } of entries)
    for (const form of new Set([name, ...forms]))
      if (MEANS_SOMETHING.test(form))
        plant(root, form, { entryId: id, agrees: caseRule(kind, form) });

  return (text) => {
    const folded = foldedText(text);
    const at = (position: number) => folded.at?.[position] ?? position;
    const tokens: string[] = [];
    const starts: number[] = [];
    for (const { 0: token, 1: lineEnd, index } of folded.text.matchAll(TOKEN)) {
      tokens.push(lineEnd === undefined ? token : ' ');
      starts.push(index);
    }
    starts.push(folded.text.length);
    const finds: Find[] = [];
    for (let first = 0; first < tokens.length;) {
      const longest = longestAt(root, tokens, first, (end) =>
        text.slice(at(starts[first] ?? 0), at(starts[end] ?? 0)),
      );
      if (!longest) {
        first += 1;
        continue;
      }
      const { end, entryIds } = longest;
      finds.push({ from: at(starts[first] ?? 0), to: at(starts[end] ?? 0), entryIds });
      first = end;
    }
    return finds;
  };
}

function newNode(): Node {
  return { next: new Map(), endings: [] };
}

function plant(root: Node, form: string, ending: Ending): void {
  let node = root;
  const words = foldedText(form.trim().replace(/\s+/gu, ' ')).text;
  for (const [token] of words.matchAll(TOKEN)) {
    const known = node.next.get(token);
    const next = known ?? newNode();
    if (!known) node.next.set(token, next);
    node = next;
  }
  node.endings.push(ending);
}

/** The longest form from a token on that agrees with what stands there; null where there is none. */
function longestAt(
  root: Node,
  tokens: readonly string[],
  first: number,
  wordsTo: (end: number) => string,
): { readonly end: number; readonly entryIds: readonly string[] } | null {
  let longest: { end: number; entryIds: readonly string[] } | null = null;
  let node = root.next.get(tokens[first] ?? '');
  for (let end = first + 1; node; node = node.next.get(tokens[end] ?? ''), end += 1) {
    if (node.endings.length === 0 || isCut(tokens, end)) continue;
    const words = wordsTo(end);
    const agreeing = node.endings.filter(({ agrees }) => agrees(words));
    if (agreeing.length > 0)
      longest = { end, entryIds: [...new Set(agreeing.map(({ entryId }) => entryId))] };
  }
  return longest;
}

/** Whether an abbreviation goes on behind its last full stop: `U.S.` is not in `U.S.A.` */
function isCut(tokens: readonly string[], end: number): boolean {
  return tokens[end - 1] === '.' && /^[\p{L}\p{N}]/u.test(tokens[end] ?? '');
}
