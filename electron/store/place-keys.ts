/** What tells a place from others of its cable's text, and in which version of that text. */
interface Key {
  readonly cableId: string;
  readonly version: number;
}

/** Which of the places of a search are meant: all but those left out, or (where `only` is not null) those alone. */
export interface Chosen<K extends Key> {
  readonly only: readonly K[] | null;
  readonly except: readonly K[];
}

/** Which places are meant, cable by cable. */
export function choiceOf<K extends Key>({ only, except }: Chosen<K>) {
  const taken = only && byCable(only);
  const left = byCable(except);
  return {
    /** The cables of those given in which anything may be meant. */
    among: (cables: readonly string[]): readonly string[] =>
      taken ? cables.filter((id) => taken.has(id)) : cables,

    /** What is meant in a cable; null where that was said of another version of its text. */
    inCable(cableId: string, version: number): Chosen<K> | null {
      const out = left.get(cableId) ?? [];
      const some = taken && (taken.get(cableId) ?? []);
      const stale = [...out, ...(some ?? [])].some((key) => key.version !== version);
      return stale ? null : { only: some, except: out };
    },
  };
}

function byCable<K extends Key>(keys: readonly K[]): ReadonlyMap<string, readonly K[]> {
  const all = new Map<string, K[]>();
  for (const key of keys) {
    const some = all.get(key.cableId);
    if (some) some.push(key);
    else all.set(key.cableId, [key]);
  }
  return all;
}
