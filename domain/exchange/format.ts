import { z } from 'zod';

/**
 * The formats in which cables leave the program. web-annotation: W3C Web Annotation, JSON-LD. tei: TEI P5.
 * xmi: UIMA CAS XMI with its type system. tsv: WebAnno TSV 3. csv: a table with a row an annotation.
 * markdown: Markdown with footnotes. html: a reading edition that needs nothing but a browser.
 */
export const ExportFormat = z.enum([
  'web-annotation',
  'tei',
  'xmi',
  'tsv',
  'csv',
  'markdown',
  'html',
]);
export type ExportFormat = z.infer<typeof ExportFormat>;

/** What the reader is told of a format: its name, what it is for, and in what programs it is read. */
export interface FormatEntry {
  readonly title: string;
  readonly use: string;
}

/** All formats with their names, in the order in which they are offered. */
export const exportFormats = {
  tei: {
    title: 'TEI P5',
    use: 'For digital editions and archives. Holds the cable as it is now, and brings it back as the same.',
  },
  'web-annotation': {
    title: 'W3C Web Annotation (JSON-LD)',
    use: 'The standard for annotations on the web; for Recogito, Annotorious and Hypothesis.',
  },
  html: {
    title: 'Reading edition (HTML)',
    use: 'Pages for any browser, without this program and without a network.',
  },
  markdown: {
    title: 'Markdown with footnotes',
    use: 'For writing: the transcription with its annotations as footnotes.',
  },
  csv: {
    title: 'Table of annotations (CSV)',
    use: 'For spreadsheets and statistics: a row an annotation.',
  },
  xmi: {
    title: 'UIMA CAS XMI',
    use: 'For INCEpTION and other programs of linguistics; with its type system.',
  },
  tsv: { title: 'WebAnno TSV 3', use: 'For WebAnno and INCEpTION: a line a word.' },
} as const satisfies Record<ExportFormat, FormatEntry>;

/** How positions in a file are counted: by the standard (Unicode code points), or as JavaScript and Java do. */
export const OffsetUnit = z.enum(['code-points', 'utf-16']);
export type OffsetUnit = z.infer<typeof OffsetUnit>;

/** What may be chosen beside the format. Formats that a choice is not for do not heed it. */
export const ExportOptions = z.strictObject({
  /** web-annotation: the unit of positions. */
  offsets: OffsetUnit.default('code-points'),
  /** html: whether each page brings its faces along, so that it looks alike everywhere (some 165 kB a page). It does where this is left out. */
  fonts: z.boolean().optional(),
});
export type ExportOptions = z.output<typeof ExportOptions>;
