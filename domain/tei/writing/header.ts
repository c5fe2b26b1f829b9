import { explain } from '../../clean/rules.ts';
import type { CableRecord, LibraryFrame } from '../../exchange/record.ts';
import { writingOf } from '../../import/encode.ts';
import { isKnownDate } from '../../metadata/dates.ts';
import { valuesOf } from '../../metadata/effective.ts';
import { MetadataField } from '../../metadata/metadata.ts';
import { APPLICATION } from '../application.ts';
import { moment } from './moment.ts';
import type { Scribe } from './scribe.ts';
import { ruleTaxonomy } from './vocabulary.ts';
import { lines, tag } from './xml.ts';

/** What a header is written of, beside what the scribe has met. */
export interface Headed {
  readonly record: CableRecord;
  readonly frame: LibraryFrame;
  /** Taxonomies of tags and relations; in a corpus its own header has them. */
  readonly taxonomies: readonly string[];
}

/** The header of a document. It is written last, as it names all people, rules and signs of the others. */
export function header({ record, frame, taxonomies }: Headed, scribe: Scribe): string {
  // What a part of it names is told by another, so those that name come first.
  const source = sourceDesc(record, scribe);
  const profile = profileDesc(record, scribe);
  const history = revisionDesc(record, scribe);
  const rules = ruleTaxonomy(scribe, explain);
  const publication = publicationStmt(frame, scribe);
  const title = tag('title', {}, scribe.words(record.cable.summary.title));
  const people = peopleOf(scribe);
  const { version } = record.cable;
  const edition = tag('edition', { n: version }, `The transcription in its state ${version}.`);
  const file = [
    tag('titleStmt', {}, lines([title, ...people])),
    tag('editionStmt', {}, edition),
    publication,
    source,
  ];
  const encoding = [
    ...encodingParts(frame),
    ...classDecl([...taxonomies, ...rules]),
    ...charDecl(scribe),
  ];
  const parts = [
    tag('fileDesc', {}, lines(file)),
    tag('encodingDesc', {}, lines(encoding)),
    profile,
    ...history,
  ];
  return tag('teiHeader', {}, lines(parts));
}

/** The header of a corpus, with all tags and types of relations there are. */
export function corpusHeader(
  frame: LibraryFrame,
  taxonomies: readonly string[],
  scribe: Scribe,
): string {
  const title = tag('title', {}, scribe.words(frame.name));
  const file = [
    tag('titleStmt', {}, lines([title])),
    publicationStmt(frame, scribe),
    tag('sourceDesc', {}, tag('p', {}, 'Each document names its own source.')),
  ];
  const encoding = [...encodingParts(frame), ...classDecl(taxonomies), ...charDecl(scribe)];
  const parts = [tag('fileDesc', {}, lines(file)), tag('encodingDesc', {}, lines(encoding))];
  return tag('teiHeader', {}, lines(parts));
}

function publicationStmt({ id, name, exported, program }: LibraryFrame, scribe: Scribe): string {
  const told = scribe.words(`Exported from the library “${name}” by Cablewright ${program}.`);
  return tag(
    'publicationStmt',
    {},
    tag(
      'p',
      {},
      `${told} ${tag('date', { type: 'exported', ...moment(exported) })} ${tag('idno', { type: 'library' }, scribe.words(id))}`,
    ),
  );
}

function peopleOf(scribe: Scribe): string[] {
  return [...scribe.people()].map(([name, id]) =>
    tag(
      'respStmt',
      { 'xml:id': id },
      tag('resp', {}, 'edited, decided or annotated') + tag('name', {}, scribe.words(name)),
    ),
  );
}

/** Where the cable comes from: its original as a witness, what it is as a message, and the edition it was taken from. */
function sourceDesc(record: CableRecord, scribe: Scribe): string {
  const witness = tag('witness', { 'xml:id': scribe.id('witness') }, originalBibl(record, scribe));
  const parts = [tag('listWit', {}, witness), messageBibl(record, scribe)];
  return tag('sourceDesc', {}, lines([...parts, ...editionBibl(record, scribe)]));
}

function originalBibl({ cable, bytes }: CableRecord, scribe: Scribe): string {
  const { text, fileName, sha256, byteLength, encoding, format, importedAt } = cable.original;
  const writing = writingOf(text, encoding, bytes);
  const note = (type: string, words: string) => tag('note', { type }, words);
  return tag(
    'bibl',
    { type: 'original' },
    lines([
      tag('title', { type: 'file' }, scribe.words(fileName)),
      tag('idno', { type: 'SHA-256' }, sha256),
      tag('extent', {}, tag('measure', { unit: 'byte', quantity: byteLength })),
      tag('date', { type: 'imported', ...moment(importedAt) }),
      note('format', format),
      note('encoding', encoding),
      ...(writing
        ? [
            note('lineEnds', writing.lineEnds),
            ...(writing.marked ? [note('byteOrderMark', 'yes')] : []),
          ]
        : []),
    ]),
  );
}

/** The cable as what it is known by: every field as it holds, whoever has read it. */
function messageBibl({ cable }: CableRecord, scribe: Scribe): string {
  const fields = MetadataField.options.flatMap((field) =>
    valuesOf(cable, field).map((value) =>
      field === 'title'
        ? tag('title', {}, scribe.words(value))
        : tag('note', { type: field }, scribe.words(value)),
    ),
  );
  const name = tag('title', { type: 'short' }, scribe.words(cable.summary.title));
  return tag('bibl', { type: 'message' }, lines([name, ...fields]));
}

function editionBibl({ cable }: CableRecord, scribe: Scribe): string[] {
  if (!cable.edition) return [];
  const { edition, document } = cable.edition;
  const words = (name: string, type: string | null, text: string) =>
    tag(name, { type }, scribe.words(text));
  return [
    tag(
      'bibl',
      { type: 'edition' },
      lines([
        words('title', 'complete', edition.title),
        words('title', 'series', edition.series),
        words('title', 'volume', edition.volume),
        ...edition.editors.map((editor) => words('editor', null, editor)),
        words('publisher', null, edition.publisher),
        words('date', 'published', edition.published),
        words('title', 'file', edition.fileName),
        words('idno', 'SHA-256', edition.sha256),
        words('idno', 'document', document),
      ]),
    ),
  ];
}

/** Who wrote to whom, when and where, and under what words it would be looked for. */
function profileDesc({ cable }: CableRecord, scribe: Scribe): string {
  const values = (field: MetadataField) => valuesOf(cable, field);
  const names = (field: MetadataField) =>
    values(field).map((value) => tag('name', {}, scribe.words(value)));
  const dated = (field: MetadataField) =>
    values(field).map((value) => tag('date', { when: isoOf(value) }, scribe.words(value)));
  const places = values('place').map((place) => tag('placeName', {}, scribe.words(place)));
  const action = (type: string, parts: readonly string[]) =>
    parts.length === 0 ? [] : [tag('correspAction', { type }, parts.join(''))];
  const actions = [
    ...action('sent', [...names('from'), ...places, ...dated('date')]),
    ...action('received', [...names('to'), ...names('info'), ...dated('received')]),
  ];
  const terms = (['kind', 'classification', 'handling', 'precedence', 'distribution'] as const)
    .flatMap((field) => values(field).map((value) => ({ field, value })))
    .map(({ field, value }) => tag('term', { type: field }, scribe.words(value)));
  return tag(
    'profileDesc',
    {},
    lines([
      ...(actions.length > 0 ? [tag('correspDesc', {}, lines(actions))] : []),
      ...(terms.length > 0 ? [tag('textClass', {}, tag('keywords', {}, lines(terms)))] : []),
    ]),
  );
}

/** A date as XML Schema has it; null where it is none. */
function isoOf(value: string): string | null {
  if (!isKnownDate(value)) return null;
  return /T\d\d:\d\d$/u.test(value) ? `${value}:00` : value;
}

/** Who has worked on the text, the last first; and who vouches for its state. */
function revisionDesc({ cable, revisions }: CableRecord, scribe: Scribe): string[] {
  const { state, author, time } = cable.summary.review;
  const vouched =
    author === null || time === null
      ? []
      : [
          tag('change', {
            ...{ type: 'review', status: state, who: scribe.person(author) },
            ...moment(time),
          }),
        ];
  const stretches = revisions
    .toSorted((a, b) => b.number - a.number)
    .map(({ id, number, author: who, started, ended, message, restored }) =>
      tag(
        'change',
        {
          ...{ 'xml:id': `revision-${id}`, type: 'revision', n: number },
          ...{ who: who === '' ? null : scribe.person(who) },
          ...(isMoment(started) && isMoment(ended) ? { from: started, to: ended } : {}),
        },
        scribe.words(message) + (restored === null ? '' : ` (back to ${restored})`),
      ),
    );
  const all = [...vouched, ...stretches];
  return all.length === 0 ? [] : [tag('revisionDesc', { status: state }, lines(all))];
}

function isMoment(time: string): boolean {
  return 'when' in moment(time);
}

function encodingParts({ program }: LibraryFrame): string[] {
  const label = tag('label', {}, 'Cablewright');
  return [
    tag('projectDesc', {}, lines(HOW_TO_READ.map((words) => tag('p', {}, words)))),
    tag(
      'appInfo',
      {},
      tag('application', { ident: APPLICATION, version: versionOf(program) }, label),
    ),
  ];
}

/** A version as TEI has it: numbers with points between them. */
function versionOf(program: string): string {
  return /^\d+(?:\.\d+){0,3}/u.exec(program)?.[0] ?? '0';
}

function classDecl(taxonomies: readonly string[]): string[] {
  return taxonomies.length === 0 ? [] : [tag('classDecl', {}, lines(taxonomies))];
}

/** The signs that XML cannot hold, each told by its number. */
function charDecl(scribe: Scribe): string[] {
  const signs = scribe.glyphs().map(({ name, unit }) => {
    const value = unit.toString(16).toUpperCase().padStart(4, '0');
    return tag('char', { 'xml:id': name }, tag('localProp', { name: 'codeUnit', value }));
  });
  return signs.length === 0 ? [] : [tag('charDecl', {}, lines(signs))];
}

/** What somebody needs to know who has this file and not the program. */
const HOW_TO_READ: readonly string[] = [
  'sourceDoc has the original, sign by sign: each line stands in an element line, and a line end between two of them. g stands for a sign that XML cannot hold; charDecl tells the number of its UTF-16 code unit.',
  'text has the transcription, sign by sign: all words of its blocks (p, head, item, ab, signed) but those in rdg, sic, orig, del, fw, stamp, note and ref. lb is a line end. Between two blocks stand two line ends, unless space tells how many there are. What gave way to the words of the transcription, and what has left them, is shown in its place where elements can show it.',
  'standOff has all else. The first listApp has every change that was proposed in the original, fastened to it by anchors at both ends: subtype tells whether it holds, cert how sure its rule is, lem what it puts in. The original with what accepted changes put in is the cleaned text. The second listApp has what editors wrote in the place of words of the cleaned text; their anchors stand in the original, or in the lem of the change that put these words in. Structure and metadata are spans over the original, the passages of annotations spans over the original or over the transcription.',
];
