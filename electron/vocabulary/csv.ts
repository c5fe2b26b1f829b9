import { csvText, guarded } from '../../domain/text/csv.ts';
import type { Concept } from '../../domain/vocabulary/concept.ts';
import { isAbsoluteIri } from '../../domain/vocabulary/identity.ts';
import { type Row, tableIn } from './csv-rows.ts';
import { colourIn, descriptionIn, keyIn, nameIn } from './fields.ts';
import { foldedPath, namesIn, pathText } from './path.ts';
import type { Told } from './skos-read.ts';
import { count, named, type WarningBook, warningBook } from './warnings.ts';

/** A row that names a tag. */
interface Entry {
  readonly row: Row;
  /** The names from the top down to its own; what is above it may be told by `parent` instead. */
  readonly names: readonly string[];
  readonly name: string;
  /** The names from the top down that the column `parent` says; null where it says none. */
  readonly above: readonly string[] | null;
}

/**
 * Reads a vocabulary from a table: a row is a tag, by its `path` (`Persons › Soviet`) or by `name` and
 * `parent` (a name, path or IRI of another row). Tags above it that have no row of their own are made.
 * Fails with `bad-input`.
 */
export function readCsv(text: string, name: string): Told {
  const { rows, unknown } = tableIn(text, name);
  const warnings = warningBook();
  const entries = rows.flatMap((row) => entryOf(row, warnings) ?? []);
  const concepts = conceptsOf(entries, warnings);
  const sentences = warnings.sentences();
  if (unknown.length > 0)
    sentences.push(
      `${unknown.length === 1 ? 'A column that tags have no place for was' : 'Columns that tags have no place for were'} passed over: ${named(unknown)}.`,
    );
  return { concepts, warnings: sentences };
}

/** How many names a path may have. */
const DEEPEST = 100;

function entryOf(row: Row, warnings: WarningBook): Entry | null {
  const path = row.cells.get('path');
  const told = row.cells.get('name');
  const sound = (each: string) => nameIn(each, warnings) ?? [];
  const names = (path === undefined ? [told ?? ''] : namesIn(path)).flatMap(sound);
  const name = names.at(-1);
  if (name === undefined) {
    warnings.note(nameless, String(row.line));
    return null;
  }
  const parent = row.cells.get('parent');
  const isIri = parent !== undefined && isAbsoluteIri(parent.trim());
  const above = parent === undefined ? null : namesIn(parent).flatMap(isIri ? String : sound);
  if (names.length + (above?.length ?? 0) > DEEPEST) {
    warnings.note(tooDeep, name);
    return null;
  }
  return { row, names, name, above };
}

/** Makes the concepts of a table, in its order, with those above them that have no row. */
function conceptsOf(entries: readonly Entry[], warnings: WarningBook): Concept[] {
  const concepts = new Map<string, Concept>();
  const pathIds = new Map<string, string>();
  const ids = entries.map((entry) => iriOf(entry, warnings) ?? idOfPath(lineOf(entry)));
  for (const [at, entry] of entries.entries()) {
    const key = foldedPath(lineOf(entry));
    if (!pathIds.has(key)) pathIds.set(key, ids[at] ?? '');
  }
  const namedBy = rowsByName(entries, ids);

  const idOfLine = (names: readonly string[]): string | null => {
    const name = names.at(-1);
    if (name === undefined) return null;
    const there = pathIds.get(foldedPath(names));
    if (there !== undefined) return there;
    const id = idOfPath(names);
    pathIds.set(foldedPath(names), id);
    const parent = idOfLine(names.slice(0, -1));
    concepts.set(id, { ...BARE, id, name, parent });
    return id;
  };

  const parentOf = ({ row, names, above }: Entry, own: string): string | null => {
    const told = row.cells.get('parent');
    if (names.length > 1 || told === undefined || above === null)
      return idOfLine(names.slice(0, -1));
    if (isAbsoluteIri(told.trim())) return told.trim();
    const byName = (namedBy.get(foldedPath(above)) ?? []).filter((id) => id !== own);
    if (byName.length > 1) warnings.note(severalParents, told.trim());
    return byName[0] ?? idOfLine(above);
  };

  for (const [at, entry] of entries.entries()) {
    const id = ids[at] ?? '';
    const { row, name } = entry;
    const cell = (column: Parameters<Row['cells']['get']>[0]) => row.cells.get(column);
    const parent = parentOf(entry, id);
    if (concepts.has(id)) warnings.note(twice, name);
    else
      concepts.set(id, {
        id,
        iri: iriOf(entry, null),
        name,
        description: descriptionIn(cell('description') ?? '', name, warnings),
        colour: colourIn(cell('colour')),
        key: keyIn(cell('key')),
        parent,
      });
  }
  return [...concepts.values()];
}

const BARE = { iri: null, description: null, colour: null, key: null } as const;

/** All that a row says of its place: with a parent, the names of that come before its own. */
function lineOf({ names, name, above }: Entry): readonly string[] {
  return names.length > 1 || above === null ? names : [...above, name];
}

/** The rows that words in a column `parent` may mean: by their names alone. */
function rowsByName(entries: readonly Entry[], ids: readonly string[]): Map<string, string[]> {
  const rows = new Map<string, string[]>();
  for (const [at, { names, name }] of entries.entries()) {
    const id = ids[at] ?? '';
    for (const key of new Set([foldedPath([name]), foldedPath(names)])) {
      const there = rows.get(key);
      if (there) there.push(id);
      else rows.set(key, [id]);
    }
  }
  return rows;
}

function idOfPath(names: readonly string[]): string {
  return foldedPath(names).slice(0, 2000);
}

function iriOf({ row, name }: Entry, warnings: WarningBook | null): string | null {
  const told = row.cells.get('iri')?.trim();
  if (told === undefined) return null;
  if (isAbsoluteIri(told)) return told;
  warnings?.note(noIri, name);
  return null;
}

function nameless(lines: readonly string[]): string {
  const where = lines.length === 1 ? `Line ${lines[0]} has` : `${count(lines.length, 'row')} have`;
  return `${where} no name, and ${lines.length === 1 ? 'was' : 'were'} passed over.`;
}

function tooDeep(names: readonly string[]): string {
  return `${count(names.length, 'row', 'rows')} with more than ${DEEPEST} tags above each other ${names.length === 1 ? 'was' : 'were'} passed over: ${named(names)}.`;
}

function severalParents(names: readonly string[]): string {
  return `Several rows have the name of a parent; what is below it goes below the first: ${named([...new Set(names)])}.`;
}

function twice(names: readonly string[]): string {
  return `${count(names.length, 'row names', 'rows name')} a tag that an earlier one names already, and ${names.length === 1 ? 'was' : 'were'} passed over: ${named(names)}.`;
}

function noIri(names: readonly string[]): string {
  return `What stands in the column “iri” is no IRI, and was passed over: that of ${named(names)}.`;
}

/** A vocabulary as a table. */
export function csvOf(concepts: readonly Concept[]): string {
  const byId = new Map(concepts.map((concept) => [concept.id, concept]));
  const lineTo = (concept: Concept): string[] => {
    const above = concept.parent === null ? undefined : byId.get(concept.parent);
    return [...(above ? lineTo(above) : []), concept.name];
  };
  const rows = concepts.map((concept) => {
    const { description, colour, key, iri } = concept;
    const cells = [pathText(lineTo(concept)), description, colour, key, iri];
    return cells.map((cell) => guarded(cell ?? ''));
  });
  return csvText([['path', 'description', 'colour', 'key', 'iri'], ...rows]);
}
