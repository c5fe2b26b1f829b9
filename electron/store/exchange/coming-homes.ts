import { basename } from 'node:path';
import { folded } from '../../../domain/annotation/alike.ts';
import type { Coming, ComingAnnotation, ComingSource } from '../../../domain/exchange/coming.ts';
import { foldedName } from '../../../domain/tag/tag.ts';
import { cableWords, fileNameOf } from '../../../domain/text/file-name.ts';
import type { Library } from '../library.ts';
import type { Steps } from '../search/turns.ts';

/** The cable that a source is, or why it is none of the library. */
export type Home =
  | { readonly cableId: string }
  | { readonly cableId: null; readonly reason: string };

/** What is known beside the file itself: its name, and the cable that is meant where it does not say. */
export interface ComingFile {
  readonly fileName: string;
  readonly cableId: string | null;
}

/** A name for a source by which it is told from others. */
export const sourceKey = ({ cableId, sha256, name }: ComingSource): string =>
  JSON.stringify([cableId, sha256, name]);

/**
 * Finds the cables that the annotations of a file are about: by our id, by the bytes of the original, by the name
 * of its file, its title or its IRI; what says nothing of it, and what has the words of the cable that is meant
 * otherwise, is about that one.
 */
export function* homesOf(
  library: Library,
  { annotations }: Pick<Coming, 'annotations'>,
  file: ComingFile,
): Steps<ReadonlyMap<string, Home>> {
  const bySource = new Map<string, ComingAnnotation[]>();
  for (const annotation of annotations) {
    const key = sourceKey(annotation.source);
    const group = bySource.get(key);
    if (group) group.push(annotation);
    else bySource.set(key, [annotation]);
    yield;
  }
  const homes = new Map<string, Home>();
  const open: Unfound[] = [];
  for (const [key, group] of bySource) {
    const [first] = group;
    if (!first) continue;
    const found = byIdentity(library, first.source);
    if (found) homes.set(key, found);
    else open.push({ key, source: first.source, group });
    yield;
  }
  const called = yield* byName(library, open, file);
  const isMeant = meantCable(library, file.cableId, open.length === 1);
  for (const each of open) {
    homes.set(each.key, homeOf(each, called, file.cableId, isMeant));
    yield;
  }
  return homes;
}

/** A source that neither id nor bytes tell, with the annotations about it. */
interface Unfound {
  readonly key: string;
  readonly source: ComingSource;
  readonly group: readonly ComingAnnotation[];
}

function byIdentity({ cables, db, discarded }: Library, source: ComingSource): Home | null {
  const { cableId, sha256 } = source;
  const isThere = (id: string) =>
    db.prepare<[string]>('SELECT 1 FROM cable WHERE id = ?').get(id) !== undefined;
  const own = cableId !== null && isThere(cableId) ? cableId : null;
  const found = own ?? (sha256 === null ? null : cables.withOriginal(sha256.toLowerCase()));
  if (found === null) return null;
  if (!discarded.has(found)) return { cableId: found };
  const reason = `Its cable, “${cables.title(found)}”, has been deleted here. Restore it, then import the file again.`;
  return { cableId: null, reason };
}

/** What is not found by name: several are called so, or none. */
type Called = ReadonlyMap<string, readonly string[]>;

function homeOf(
  { key, source, group }: Unfound,
  called: Called,
  cableId: string | null,
  isMeant: (group: readonly ComingAnnotation[]) => boolean,
): Home {
  const found = called.get(key) ?? [];
  const [one, another] = found;
  if (one !== undefined && another === undefined) return { cableId: one };
  if (cableId !== null && found.includes(cableId)) return { cableId };
  const saysNothing = sourceKey(source) === sourceKey({ cableId: null, sha256: null, name: null });
  if (cableId !== null && (saysNothing || isMeant(group))) return { cableId };
  if (one !== undefined)
    return { cableId: null, reason: `${found.length} cables are called “${source.name}”.` };
  const reason = saysNothing
    ? 'The file does not say which cable it is about. Open the cable, then import the file again.'
    : `It is about “${source.name ?? source.cableId ?? source.sha256}”, which is not in this library.`;
  return { cableId: null, reason };
}

/** How many words of a source are looked for in a cable. */
const SAMPLE = 60;

/** How long words must be to tell one cable from another, in UTF-16 code units. */
const TELLING = 16;

/**
 * Whether a source has the words of the cable that is meant: a third of some, with what stands around them. What tells
 * no words is about it if it is the only source that is not found.
 */
function meantCable(
  { cables }: Library,
  cableId: string | null,
  isOnly: boolean,
): (group: readonly ComingAnnotation[]) => boolean {
  if (cableId === null) return () => false;
  const sides = ['transcription', 'original'] as const;
  const texts = sides.map((side) => folded(cables.textOf(cableId, side)));
  return (group) => {
    const quotes = group
      .flatMap(({ targets }) => targets.flatMap(({ quote }) => quote ?? []))
      .map(({ prefix, exact, suffix }) => folded(prefix.slice(-12) + exact + suffix.slice(0, 12)))
      .filter((words) => words.length >= TELLING)
      .slice(0, SAMPLE);
    // What is about the whole of a text, or on single words, says nothing of which one it is.
    if (quotes.length === 0) return isOnly;
    const found = quotes.filter((words) => texts.some((text) => text.includes(words)));
    return found.length * 3 >= quotes.length;
  };
}

interface NamedRow {
  readonly row: number;
  readonly id: string;
  readonly title: string;
  readonly number: string | null;
  readonly date: string | null;
  readonly fileName: string;
}

/** How many cables are looked at between two turns. */
const STRETCH = 500;

/** The cables whose file or title is what a source is called, by its key. */
function* byName(
  { db, discarded }: Library,
  open: readonly Unfound[],
  { fileName }: ComingFile,
): Steps<Called> {
  const wanted = new Map<string, string[]>();
  for (const { key, source } of open)
    for (const name of namesOf(source.name ?? fileName)) {
      const keys = wanted.get(name);
      if (keys) keys.push(key);
      else wanted.set(name, [key]);
    }
  const found = new Map<string, string[]>();
  const stretch = db.prepare<[number, number], NamedRow>(
    `SELECT row, cable_id AS id, title, number, date, file_name AS fileName
       FROM cable_line CROSS JOIN original USING (cable_id) WHERE row > ? ORDER BY row LIMIT ?`,
  );
  for (let after = 0; wanted.size > 0;) {
    const rows = stretch.all(after, STRETCH);
    for (const cable of rows) {
      const names = [cable.title, fileNameOf(cableWords(cable)), ...namesOf(cable.fileName)];
      for (const key of keysOf(wanted, names)) {
        if (discarded.has(cable.id)) continue;
        found.set(key, [...(found.get(key) ?? []), cable.id]);
      }
    }
    const last = rows.at(-1);
    if (!last || rows.length < STRETCH) break;
    after = last.row;
    yield;
  }
  return found;
}

function keysOf(
  wanted: ReadonlyMap<string, readonly string[]>,
  names: readonly string[],
): ReadonlySet<string> {
  return new Set(names.flatMap((name) => wanted.get(foldedName(name)) ?? []));
}

/**
 * What the text behind a name may be called here: the name itself, the last part of an IRI or a path, that without its
 * ending; and a document of an edition by its volume (`…/frus1961-63v11/d12`, `frus1961-63v11.xml#d12`).
 */
function namesOf(name: string): string[] {
  const plain = decoded(name).split(/[?]/u)[0] ?? '';
  const file = basename(plain.replaceAll('\\', '/').replace(/\/+$/u, ''));
  const document = /([^/]+)(?:\.xml#|\/)(d\d+[a-z]*)\/?$/u.exec(plain);
  const names = [name, file, file.replace(/\.[^.#\s]{1,6}$/u, '')];
  if (document) names.push(`${document[1]}#${document[2]}`);
  return [...new Set(names.map(foldedName))].filter((each) => each !== '');
}

function decoded(iri: string): string {
  try {
    return decodeURIComponent(iri);
  } catch {
    return iri;
  }
}
