import { v7 as newId } from 'uuid';
import type { RequestOutput } from '../../domain/contract.ts';
import { fail } from '../../domain/failure.ts';
import { broughtAlong } from '../../domain/gazetteer/brought.ts';
import type { GazetteerEntry, ListedEntry } from '../../domain/gazetteer/entry.ts';
import { broughtById, sameEntry, taking, tidied } from '../../domain/gazetteer/take.ts';
import type { Operation } from '../../domain/journal/operation.ts';
import { quoted } from './labels.ts';
import type { Library } from './library.ts';

const alphabet = new Intl.Collator('en', { numeric: true });

/** The gazetteer and the glossary, by name: the library’s own entries, and those the program brings along. */
export function listGazetteer({ gazetteer }: Library): ListedEntry[] {
  const own = gazetteer.list();
  const said = new Set(own.map(({ id }) => id));
  const listed = [
    ...own.flatMap(({ entry }) => (entry ? { entry, own: true } : [])),
    ...broughtAlong.flatMap((entry) => (said.has(entry.id) ? [] : { entry, own: false })),
  ];
  return listed.toSorted(
    (a, b) => alphabet.compare(a.entry.name, b.entry.name) || (a.entry.id < b.entry.id ? -1 : 1),
  );
}

/**
 * Makes an entry, or changes one, as one action; where nothing changes, nothing is done. Changed back to
 * what the program brought along, an entry is the program's again.
 */
export function putEntry(library: Library, given: GazetteerEntry, author: string): void {
  const entry = tidied(given);
  const before = entryOf(library, entry.id);
  if (before && sameEntry(before, entry)) return;
  const label = before
    ? `change the gazetteer’s entry ${quoted(before.name)}`
    : `put ${quoted(entry.name)} into the gazetteer`;
  library.journal.act({ label, cableId: null, operations: [putting(entry)] }, author);
}

/**
 * Deletes an entry, as one action. One that the program brought along is gone for this library, whether
 * the library had changed it or not; undo brings it back as it was.
 */
export function removeEntry(library: Library, id: string, author: string): void {
  const entry =
    entryOf(library, id) ??
    fail('not-found', 'This entry has been deleted meanwhile. Undo brings it back.');
  const operation: Operation = broughtById.has(id)
    ? { type: 'gazetteer.put', id, entry: null }
    : { type: 'gazetteer.remove', id };
  const label = `delete the gazetteer’s entry ${quoted(entry.name)}`;
  library.journal.act({ label, cableId: null, operations: [operation] }, author);
}

/** Takes over entries, as one action; where they say nothing new, nothing is done. */
export function takeEntries(
  library: Library,
  entries: readonly GazetteerEntry[],
  author: string,
): RequestOutput<'gazetteer.take'> {
  const { made, changed } = taking(listGazetteer(library), entries, newId);
  const all = [...made, ...changed];
  const taken = { made: made.length, changed: changed.length };
  const [first, another] = all;
  if (!first) return taken;
  const what = another ? `${all.length} entries` : quoted(first.name);
  const label = `take ${what} into the gazetteer`;
  library.journal.act({ label, cableId: null, operations: all.map(putting) }, author);
  return taken;
}

/** An entry as the library has it now; null where there is none. */
function entryOf({ gazetteer }: Library, id: string): GazetteerEntry | null {
  const own = gazetteer.find(id);
  return own ? own.entry : (broughtById.get(id) ?? null);
}

function putting(entry: GazetteerEntry): Operation {
  const { id } = entry;
  return sameEntry(broughtById.get(id), entry)
    ? { type: 'gazetteer.remove', id }
    : { type: 'gazetteer.put', id, entry };
}
