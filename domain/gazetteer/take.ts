import { foldedText } from '../alike/fold.ts';
import { broughtAlong } from './brought.ts';
import type { GazetteerEntry, ListedEntry } from './entry.ts';

/** How many forms an entry may have, and how long each may be, in UTF-16 code units. */
const MOST_FORMS = 200;
const LONGEST = 500;

/** What taking entries over does. */
export interface Taking {
  /** Entries that are new here. */
  readonly made: readonly GazetteerEntry[];
  /** Entries that are here already and get forms or a description, as they become. */
  readonly changed: readonly GazetteerEntry[];
  /** How many say nothing new. */
  readonly same: number;
}

/** Every entry that the program brings along, by its id. */
export const broughtById: ReadonlyMap<string, GazetteerEntry> = new Map(
  broughtAlong.map((entry) => [entry.id, entry]),
);

/**
 * What taking entries over would do. Those of one name are one: what is new about the second goes to the
 * first, its name as a form of it; a description that is there stays. Terms and abbreviations are taken
 * for each other. Of those that share their id with another one, the later gets its own by `newId`.
 */
export function taking(
  listed: readonly ListedEntry[],
  entries: readonly GazetteerEntry[],
  newId: () => string,
): Taking {
  const before = new Map(listed.map(({ entry }) => [entry.id, entry]));
  const after = new Map(before);
  const byName = new Map(listed.map(({ entry }) => [nameKey(entry), entry.id]));
  for (const entry of entries) {
    const known = after.get(byName.get(nameKey(entry)) ?? '');
    if (known) after.set(known.id, joined(known, entry));
    else {
      const id = after.has(entry.id) || broughtById.has(entry.id) ? newId() : entry.id;
      const isBack = sameEntry(broughtById.get(entry.id), entry) && !after.has(entry.id);
      const made = tidied(isBack ? entry : { ...entry, id });
      after.set(made.id, made);
      byName.set(nameKey(made), made.id);
    }
  }
  const made = [...after.values()].filter(({ id }) => !before.has(id));
  const changed = [...after.values()].filter((entry) => {
    const was = before.get(entry.id);
    return was !== undefined && was !== entry;
  });
  return { made, changed, same: Math.max(0, entries.length - made.length - changed.length) };
}

/** An entry as it is stored: its forms without its name, each once. */
export function tidied(entry: GazetteerEntry): GazetteerEntry {
  const forms = new Set(entry.forms.map((form) => form.trim().replace(/\s+/gu, ' ')));
  forms.delete(entry.name);
  forms.delete('');
  const kept = [...forms].filter(({ length }) => length <= LONGEST).slice(0, MOST_FORMS);
  return { ...entry, forms: kept };
}

/** Whether two entries say the same. */
export function sameEntry(a: GazetteerEntry | undefined, b: GazetteerEntry): boolean {
  return (
    a !== undefined &&
    a.id === b.id &&
    a.kind === b.kind &&
    a.name === b.name &&
    a.description === b.description &&
    a.source === b.source &&
    a.forms.join('\n') === b.forms.join('\n')
  );
}

/** What two entries have in common that are one: short words only if they are written alike. */
function nameKey({ kind, name }: GazetteerEntry): string {
  const isWord = kind === 'term' || kind === 'abbreviation';
  const plain = name.trim().replace(/\s+/gu, ' ');
  const folded = isWord && plain.length <= 4 ? plain : foldedText(plain).text;
  return `${isWord ? 'word' : kind} ${folded}`;
}

/** An entry with what another one of the same name says beside; itself where that is nothing. */
function joined(entry: GazetteerEntry, other: GazetteerEntry): GazetteerEntry {
  const known = new Set([entry.name, ...entry.forms]);
  const forms = [other.name, ...other.forms].filter((form) => !known.has(form));
  const description = entry.description || other.description;
  if (forms.length === 0 && description === entry.description) return entry;
  const next = tidied({ ...entry, forms: [...entry.forms, ...forms], description });
  return sameEntry(entry, next) ? entry : next;
}
