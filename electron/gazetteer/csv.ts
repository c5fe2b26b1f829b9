import Papa from 'papaparse';
import { fail } from '../../domain/failure.ts';
import type { EntryKind } from '../../domain/gazetteer/entry.ts';
import { refuseHugeTable } from '../import/table-size.ts';
import { formsOfPerson } from '../../domain/gazetteer/names.ts';
import type { FileNames, NewEntry } from './files.ts';

/** What a kind may be called in a table. */
const KINDS: ReadonlyMap<string, EntryKind> = new Map(
  Object.entries({
    person: 'person',
    persons: 'person',
    people: 'person',
    persname: 'person',
    place: 'place',
    places: 'place',
    placename: 'place',
    organisation: 'organisation',
    organisations: 'organisation',
    organization: 'organisation',
    organizations: 'organisation',
    org: 'organisation',
    orgname: 'organisation',
    abbreviation: 'abbreviation',
    abbreviations: 'abbreviation',
    abbr: 'abbreviation',
    term: 'term',
    terms: 'term',
  } as const),
);

/**
 * Names in a table with the columns kind, name, forms (parted by `;`), description and source, of which
 * kind and name there must be. A person without forms gets those that follow from the name.
 */
export function namesInCsv(text: string, fileName: string): FileNames {
  refuseHugeTable(text, fileName);
  const { data, meta } = Papa.parse<Record<string, string | undefined>>(text, {
    header: true,
    skipEmptyLines: 'greedy',
    transformHeader: (head) => head.trim().toLowerCase(),
  });
  const missing = ['kind', 'name'].filter((head) => !(meta.fields ?? []).includes(head));
  if (missing.length > 0)
    fail(
      'bad-input',
      `${fileName} has no column “${missing.join('” and no column “')}”. The first line must name the columns: kind, name, forms, description, source.`,
    );
  const unknown = new Map<string, number>();
  let nameless = 0;
  const entries = data.flatMap((row): NewEntry[] => {
    const value = (head: string) => row[head]?.trim().replace(/\s+/gu, ' ') ?? '';
    const kind = KINDS.get(value('kind').toLowerCase());
    const name = value('name');
    if (name === '') nameless += 1;
    else if (!kind) unknown.set(value('kind'), (unknown.get(value('kind')) ?? 0) + 1);
    if (name === '' || !kind) return [];
    const told = value('forms')
      .split(/\s*;\s*/u)
      .filter((form) => form !== '');
    const forms = told.length > 0 || kind !== 'person' ? told : formsOfPerson(name);
    return [
      { kind, name, forms, description: row['description']?.trim() ?? '', source: value('source') },
    ];
  });
  const warnings = [...unknown].map(
    ([kind, lines]) =>
      `${lines} ${lines === 1 ? 'line was' : 'lines were'} passed over: ${kind === '' ? 'no kind is given' : `“${kind}” is no kind`}. Kinds are person, place, organisation, abbreviation and term.`,
  );
  if (nameless > 0)
    warnings.push(
      `${nameless} ${nameless === 1 ? 'line was' : 'lines were'} passed over: no name is given.`,
    );
  return { entries, warnings };
}
