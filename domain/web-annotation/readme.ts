import type { ExportOptions } from '../exchange/format.ts';
import type { LibraryFrame } from '../exchange/record.ts';

/** What an export tells whoever finds it in thirty years. */
export function readme({ name, exported, program }: LibraryFrame, options: ExportOptions): string {
  return `Annotations of the library "${name}", written by Cablewright ${program} on ${exported}.

They follow the Web Annotation Data Model (W3C Recommendation, 23 February 2017), in JSON-LD.

Each cable has
  NAME.original.txt        the text as it was imported (UTF-8, lines end with LF)
  NAME.transcription.txt   the text as it was cleaned and corrected
  NAME.jsonld              an AnnotationPage with all annotations on both

vocabulary/tags.jsonld holds the tags of the library with their tree, colours and descriptions
(SKOS).

${UNITS[options.offsets]}
Beside its position each passage has its words with what stands before and after them: check the
one by the other.

The "source" of a target names cable, SHA-256 of its original, side and version of the text:
  urn:x-cablewright:cable:<id>:<SHA-256>:original:0
  urn:x-cablewright:cable:<id>:<SHA-256>:transcription:<version>
To load one text in a program, take the items with that source.

An annotation that stands on both sides is one item a side, and one more that links them
(motivation "linking", its targets are those items) and has the annotation's own id. Words that
have left the text have no position; "rdfs:comment" says why. A relation is an item that links from
its target to its first body; "assessing" tells what was said of an annotation. An annotation
without words is about the whole cable.
`;
}

const UNITS: Readonly<Record<ExportOptions['offsets'], string>> = {
  'code-points': 'Positions are counted in Unicode code points, as the standard asks.',
  'utf-16': `Positions are counted in UTF-16 code units, as JavaScript and Java count: a character beyond U+FFFF
is two. The standard asks for code points; this was chosen for programs that count so.`,
};
