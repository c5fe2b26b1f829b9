import type { EntryKind } from '../../domain/gazetteer/entry.ts';
import { kindOfTerm } from '../../domain/gazetteer/names.ts';

/** A name in a list, with what the list says of it. */
export interface ListedName {
  readonly kind: EntryKind;
  readonly name: string;
  /** Other names of the same person, place or organisation that the list gives. */
  readonly forms: readonly string[];
  readonly description: string;
  /** The ids by which running text points to it. */
  readonly ids: readonly string[];
}

/** Words of running text that are marked as a name. */
export interface MarkedName {
  readonly kind: EntryKind;
  readonly words: string;
  /** The id of what it is a name of; null where the file does not say. */
  readonly of: string | null;
}

/** All that a TEI file says of names. */
export interface TeiNames {
  readonly listed: readonly ListedName[];
  readonly marked: readonly MarkedName[];
}

/** An attribute of an element by its name; null where it has none. */
type Attributes = (name: string) => string | null;

const KIND_OF_NAME: ReadonlyMap<string, EntryKind> = new Map([
  ['persName', 'person'],
  ['placeName', 'place'],
  ['orgName', 'organisation'],
] as const);
const KIND_OF_TYPE: ReadonlyMap<string, EntryKind> = new Map([
  ['person', 'person'],
  ['persName', 'person'],
  ['place', 'place'],
  ['placeName', 'place'],
  ['org', 'organisation'],
  ['organisation', 'organisation'],
  ['organization', 'organisation'],
  ['orgName', 'organisation'],
] as const);
const KIND_OF_RECORD: ReadonlyMap<string, EntryKind> = new Map([
  ['person', 'person'],
  ['place', 'place'],
  ['org', 'organisation'],
] as const);

/** What the lists of persons and of abbreviations are called in volumes that mark the names in them by type alone. */
const OF_PERSONS = /^(?:persons?|persname|listofpersons|correspondents)$/iu;
const OF_TERMS = /^(?:terms?|abbreviations|listofabbreviations|abbrs|glossary|gloss|codenames)$/iu;

/** The elements of a record (`person`, `place`, `org`) that say something of it. */
const SAYING: ReadonlySet<string> = new Set(['note', 'desc', 'occupation', 'p']);

/** An element whose words are being gathered. */
interface Gathering {
  readonly element: string;
  words: string;
}

/** A name whose words are being gathered, and what its attributes say. */
interface Name extends Gathering {
  readonly kind: EntryKind | null;
  readonly id: string | null;
  readonly of: string | null;
  readonly type: string | null;
  readonly parts: { surname: string; forename: string };
}

/** A line of a list, or a record, on its way. */
interface Item {
  readonly element: string;
  readonly list: 'persons' | 'terms' | null;
  readonly record: EntryKind | null;
  readonly ids: string[];
  kind: EntryKind | null;
  name: string | null;
  readonly forms: string[];
  lead: string;
  description: string;
}

/**
 * Reads a TEI file element by element. In FRUS a line of a list is an `item` that begins with a `persName`
 * or a `term` that has an id; other files have `person`, `place` and `org`, or `label` and `item`, or
 * `abbr` and `expan`.
 */
export function teiReader() {
  const listed: ListedName[] = [];
  const marked: MarkedName[] = [];
  const open: string[] = [];
  const lists: ('persons' | 'terms' | null)[] = [];
  const items: Item[] = [];
  const names: Name[] = [];
  const gatherings: Gathering[] = [];
  let header = 0;
  let seen = false;
  let label: string | null = null;
  let abbr: string | null = null;

  /** How deep within lists below the innermost item the reader is. */
  const isNested = () => open.lastIndexOf('list') > open.lastIndexOf('item');

  function text(words: string) {
    if (header > 0) return;
    for (const gathering of gatherings) gathering.words += words;
    const inNote = open.lastIndexOf('note') > open.findLastIndex((one) => KIND_OF_NAME.has(one));
    for (const name of names) {
      if (!inNote) name.words += words;
      const part = open.at(-1);
      if (part === 'surname' || part === 'forename') name.parts[part] += `${words} `;
    }
    const item = items.at(-1);
    if (!item || (item.record === null && isNested())) return;
    if (item.record !== null) {
      if (open.some((one, at) => SAYING.has(one) && at > open.lastIndexOf(item.element)))
        item.description += words;
    } else if (item.name === null) item.lead += words;
    else item.description += words;
  }

  function openElement(element: string, attribute: Attributes) {
    seen = true;
    open.push(element);
    if (element === 'teiHeader') header += 1;
    if (header > 0) return;
    if (isList(element)) lists.push(listOf(attribute) ?? lists.at(-1) ?? null);
    const record = KIND_OF_RECORD.get(element);
    const id = attribute('xml:id');
    if (element === 'item' || record !== undefined) {
      const item: Item = {
        element,
        list: lists.at(-1) ?? null,
        record: record ?? null,
        ids: id === null ? [] : [id],
        kind: record ?? null,
        name: null,
        forms: [],
        lead: '',
        description: '',
      };
      if (element === 'item' && label !== null && item.list !== null) {
        item.kind = item.list === 'persons' ? 'person' : kindOfTerm(label);
        item.name = label;
      }
      label = null;
      items.push(item);
    }
    if (KIND_OF_NAME.has(element) || ['name', 'term', 'gloss'].includes(element))
      names.push(nameOf(element, attribute));
    if (['label', 'abbr', 'expan', 'hi'].includes(element)) gatherings.push({ element, words: '' });
  }

  function closeElement(element: string) {
    open.pop();
    if (element === 'teiHeader') header -= 1;
    if (header > 0) return;
    if (isList(element)) lists.pop();
    if (names.at(-1)?.element === element) {
      const name = names.pop();
      if (name) closeName(name);
    }
    if (gatherings.at(-1)?.element === element) {
      const gathering = gatherings.pop();
      if (gathering) closeGathering(gathering);
    }
    if (items.at(-1)?.element === element) {
      const item = items.pop();
      if (item) closeItem(item);
    }
  }

  function closeName(name: Name) {
    const { id, of, parts } = name;
    const surname = plain(parts.surname);
    const forename = plain(parts.forename);
    const words = surname && forename ? `${surname}, ${forename}` : plain(name.words);
    if (words === '') return;
    const kind = name.kind ?? (name.element === 'name' ? null : kindOfTerm(words));
    if (kind === null) return;
    const item = items.at(-1);
    if (item && isHeadOf(item, name)) {
      item.kind = item.record ?? kind;
      item.name = words;
      if (id !== null) item.ids.push(id);
      return;
    }
    if (item?.record === kind && open.at(-1) === item.element) {
      item.forms.push(words);
      return;
    }
    const isTerm = kind === 'term' || kind === 'abbreviation';
    if (isTerm ? of !== null : true) marked.push({ kind, words, of });
  }

  /** Whether a name is the one that a line of a list, or a record, is about. */
  function isHeadOf(item: Item, { kind, id, of, words }: Name): boolean {
    if (item.name !== null) return false;
    if (item.record !== null) return item.record === kind && open.at(-1) === item.element;
    if (isNested() || of !== null) return false;
    // The words of the name itself have been read by now.
    return id !== null || (item.list !== null && plain(item.lead) === plain(words));
  }

  function closeGathering({ element, words }: Gathering) {
    const said = plain(words);
    const item = items.at(-1);
    if (element === 'label') label = said === '' ? null : said;
    if (element === 'abbr') abbr = said;
    if (element === 'expan' && abbr !== null && abbr !== '' && said !== '') {
      const kind = kindOfTerm(abbr);
      listed.push({ kind, name: abbr, forms: [], description: said, ids: [] });
      abbr = null;
    }
    // Older volumes have the name in bold type alone.
    if (element !== 'hi' || !item || item.name !== null || item.record !== null) return;
    const isFirst = plain(item.lead) === said;
    if (item.list === null || !isFirst || said === '' || isNested() || /:\s*$/u.test(words)) return;
    item.kind = item.list === 'persons' ? 'person' : kindOfTerm(said);
    item.name = said;
  }

  function closeItem({ kind, name, forms, description, ids }: Item) {
    if (kind === null || name === null) return;
    listed.push({ kind, name, forms, description: plain(description), ids });
  }

  return {
    open: openElement,
    close: closeElement,
    text,
    /** Whether there were any elements at all. */
    hasTei: () => seen,
    read: (): TeiNames => ({ listed, marked }),
  };
}

function nameOf(element: string, attribute: Attributes): Name {
  const type = attribute('type');
  const pointer =
    attribute('corresp') ?? attribute('ref') ?? attribute('target') ?? attribute('key');
  const [first = ''] = pointer?.trim().split(/\s+/u) ?? [];
  const kind =
    KIND_OF_NAME.get(element) ?? (element === 'name' ? KIND_OF_TYPE.get(type ?? '') : null);
  return {
    element,
    kind: kind ?? null,
    id: attribute('xml:id'),
    of: first.replace(/^.*#/u, '') || null,
    type,
    words: '',
    parts: { surname: '', forename: '' },
  };
}

/** Whether an element may say what the names in it are; there are `list`, `listPerson` and others. */
function isList(element: string): boolean {
  return element === 'div' || element.startsWith('list');
}

function listOf(attribute: Attributes): 'persons' | 'terms' | null {
  const said = ['xml:id', 'type', 'subtype'].map((name) => attribute(name) ?? '');
  if (said.some((one) => OF_PERSONS.test(one))) return 'persons';
  return said.some((one) => OF_TERMS.test(one)) ? 'terms' : null;
}

/** Words on one line, without the punctuation that parts a name from what is said of it. */
function plain(words: string): string {
  const line = words.replace(/\s+/gu, ' ').replace(/^[\s,;:–—-]+/u, '');
  // A pattern that ends at the end would try each of many signs in a row to their end.
  let end = line.length;
  while (end > 0 && ' ,;:–—'.includes(line.charAt(end - 1))) end -= 1;
  return line.slice(0, end);
}
