import type { Annotation } from '../annotation/annotation.ts';
import type { Relation } from '../relation/relation.ts';
import { inTreeOrder, pathOf, tagsById, treeOf } from '../tag/tree.ts';
import { csvRows, csvText, guarded } from '../text/csv.ts';
import { iriOf } from '../vocabulary/identity.ts';
import { csvLosses } from './csv-losses.ts';
import type { ExportedPiece, Writer } from './writer.ts';
import type { CableRecord, LibraryFrame } from './record.ts';
import { quotedIn, tagPaths } from './telling.ts';

/** The tables of an export, with their columns. Positions are UTF-16 code units, `to` is behind the last one. */
const TABLES = {
  annotations: [
    ...['annotation', 'cable', 'cable title', 'cable number', 'cable date', 'file', 'about'],
    ...['side', 'from', 'to', 'passages', 'quote', 'tags', 'note', 'creator', 'created'],
    ...['modified', 'verdict', 'verdict by', 'verdict time', 'relations', 'origin'],
  ],
  passages: [
    ...['annotation', 'passage', 'side', 'from', 'to', 'text version', 'before', 'quote'],
    ...['after', 'lost because'],
  ],
  relations: [
    ...['relation', 'from annotation', 'type', 'to annotation', 'from cable', 'to cable', 'note'],
    ...['creator', 'created'],
  ],
  tags: ['tag', 'path', 'name', 'colour', 'description', 'key', 'address'],
} as const;

type Table = keyof typeof TABLES;

/** Rows of a table as a piece of its file. */
function piece(table: Table, rows: readonly (readonly string[])[]): ExportedPiece[] {
  const content = csvRows(rows.map((row) => row.map(guarded)));
  return rows.length === 0 ? [] : [{ path: `${table}.csv`, content }];
}

/**
 * Tables: the annotations, a row each, and what has no place in a row: their single passages, the
 * relations, the tags. Words that a spreadsheet would carry out begin with an apostrophe.
 */
export const csv: Writer = {
  write(frame) {
    const pathsOf = tagPaths(frame.tags);
    const typeNames = new Map(frame.relationTypes.map(({ id, name }) => [id, name]));
    // Those between two cables come with both.
    const between = new Set<string>();
    return {
      begin: () => [
        ...(['annotations', 'passages', 'relations'] as const).map((table) => ({
          path: `${table}.csv`,
          content: csvText([TABLES[table]]),
        })),
        { path: 'tags.csv', content: csvText([TABLES.tags, ...tagRows(frame)]) },
      ],

      cable(record) {
        const { annotations, relations, others } = record;
        const told = relations.filter(({ id, from, to }) => {
          if (!others.has(from) && !others.has(to)) return true;
          return !between.has(id) && between.add(id);
        });
        const typed = told.map((relation) => ({
          relation,
          type: typeNames.get(relation.typeId) ?? '',
        }));
        const context = { record, pathsOf, related: relatedTo(record, typeNames) };
        return [
          ...piece(
            'annotations',
            annotations.map((annotation) => annotationRow(annotation, context)),
          ),
          ...piece('passages', annotations.flatMap(passageRows)),
          ...piece(
            'relations',
            typed.map(({ relation, type }) => relationRow(relation, type, record)),
          ),
        ];
      },

      end: () => [],
    };
  },

  losses: csvLosses,
};

function tagRows({ tags }: LibraryFrame): string[][] {
  const byId = tagsById(tags);
  const compare = new Intl.Collator('en', { numeric: true }).compare;
  return inTreeOrder(treeOf(tags, compare)).map(({ tag }) =>
    [
      tag.id,
      pathOf(tag, byId),
      tag.name,
      tag.colour,
      tag.description,
      tag.key ?? '',
      iriOf(tag),
    ].map(guarded),
  );
}

/** What the rows of a cable's annotations are made of beside the annotations. */
interface Context {
  readonly record: CableRecord;
  readonly pathsOf: (annotation: Annotation) => string[];
  readonly related: ReadonlyMap<string, readonly string[]>;
}

function annotationRow(
  annotation: Annotation,
  { record: { cable, origins }, pathsOf, related }: Context,
): string[] {
  const { id, targets, note, creator, created, modified, verdict } = annotation;
  const { summary, original } = cable;
  const [first] = targets;
  const sides = new Set(targets.map(({ side }) => side));
  return [
    id,
    summary.id,
    summary.title,
    summary.number ?? '',
    summary.date ?? '',
    original.fileName,
    aboutOf(annotation),
    [...sides].join(', '),
    first ? String(first.from) : '',
    first ? String(first.to) : '',
    String(targets.length),
    quotedIn(annotation),
    pathsOf(annotation).join('; '),
    note,
    creator,
    created,
    modified,
    verdict?.value ?? '',
    verdict?.by ?? '',
    verdict?.time ?? '',
    (related.get(id) ?? []).join('; '),
    origins.get(id) ?? '',
  ];
}

/** What an annotation is about: passages, of which some may be lost, or the whole cable. */
function aboutOf({ targets }: Annotation): string {
  if (targets.length === 0) return 'the whole cable';
  const lost = targets.filter((target) => target.lost !== null).length;
  if (lost === 0) return 'words';
  return lost === targets.length ? 'words that are lost' : 'words, of which some are lost';
}

function passageRows({ id, targets }: Annotation): string[][] {
  return targets.map(({ side, from, to, version, quote, lost }, index) => [
    id,
    String(index + 1),
    side,
    String(from),
    String(to),
    String(version),
    quote.prefix,
    quote.exact,
    quote.suffix,
    lost ?? '',
  ]);
}

function relationRow(
  { id, from, to, note, creator, created }: Relation,
  type: string,
  { cable, others }: CableRecord,
): string[] {
  const own = cable.summary.id;
  return [
    id,
    from,
    type,
    to,
    others.get(from) ?? own,
    others.get(to) ?? own,
    note,
    creator,
    created,
  ];
}

/** By annotation, the relations that lead from it: `quotes → “…”`. */
function relatedTo(
  { annotations, relations, others }: CableRecord,
  typeNames: ReadonlyMap<string, string>,
): Map<string, string[]> {
  const words = new Map(annotations.map((one) => [one.id, quotedIn(one) || 'the whole cable']));
  const related = new Map<string, string[]>();
  for (const { from, to, typeId } of relations) {
    const there = words.get(to) ?? `annotation ${to} of cable ${others.get(to) ?? ''}`;
    const told = related.get(from) ?? [];
    related.set(from, told);
    told.push(`${typeNames.get(typeId) ?? ''} → ${there}`);
  }
  return related;
}
