const digits = new Intl.NumberFormat('en');

/** A number of things: "1 concept", "12,345 concepts". */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${digits.format(number)} ${number === 1 ? one : many}`;
}

/** How many things a sentence names before it counts the rest. */
const NAMED = 3;

/** Some names, and how many more there are: "“a”, “b” and 5 more". */
export function named(names: readonly string[]): string {
  const shown = names.slice(0, NAMED).map((name) => `“${name}”`);
  const more = names.length - shown.length;
  if (more > 0) shown.push(`${digits.format(more)} more`);
  const last = shown.pop() ?? '';
  return shown.length > 0 ? `${shown.join(', ')} and ${last}` : last;
}

/** Gathers what was passed over, so that each kind of it is one sentence. */
export function warningBook() {
  const kinds = new Map<(names: readonly string[]) => string, string[]>();
  return {
    /** Notes something by its name; `sentence` tells of all that were noted with it. */
    note(sentence: (names: readonly string[]) => string, name: string): void {
      const there = kinds.get(sentence);
      if (there) there.push(name);
      else kinds.set(sentence, [name]);
    },
    sentences: (): string[] => [...kinds].map(([sentence, names]) => sentence(names)),
  };
}
export type WarningBook = ReturnType<typeof warningBook>;
