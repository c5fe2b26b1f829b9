import type { ExportOptions } from '../exchange/format.ts';
import type { CableRecord, LibraryFrame } from '../exchange/record.ts';
import type { ExportedPiece, Writer } from '../exchange/writer.ts';
import { conceptsOf } from '../vocabulary/exporting.ts';
import { jsonLdOf } from '../vocabulary/skos-json.ts';
import { pageIri } from './iri.ts';
import { CONTEXT, itemsOf } from './items.ts';
import type { JsonObject } from './json.ts';
import { lossesOf } from './losses.ts';
import { readme } from './readme.ts';
import { type SourceText, sourceTexts } from './texts.ts';

/**
 * W3C Web Annotation (JSON-LD). Each cable gives both of its texts as plain text, and a page with its
 * annotations. The tags of the library are a vocabulary of their own (SKOS).
 */
export const webAnnotation: Writer = {
  write: (frame, options) => ({
    begin: () => [
      { path: 'README.txt', content: readme(frame, options) },
      {
        path: TAGS,
        content: jsonLdOf(
          { iri: `urn:uuid:${frame.id}`, title: frame.name },
          conceptsOf(frame.tags),
        ),
      },
    ],
    cable: (record, name) => piecesOf(record, name, frame, options),
    end: () => [],
  }),

  losses: lossesOf,
};

/** Where the tags are: in a folder of their own, as a cable may be called anything. */
const TAGS = 'vocabulary/tags.jsonld';

function piecesOf(
  record: CableRecord,
  name: string,
  frame: LibraryFrame,
  options: ExportOptions,
): ExportedPiece[] {
  const texts = sourceTexts(record);
  const { original, transcription } = texts;
  const pathOf = ({ side }: SourceText) => `${name}.${side}.txt`;
  const copyOf = (text: SourceText) => addressOf(pathOf(text));
  const page: JsonObject = {
    '@context': CONTEXT,
    id: pageIri(record.cable.summary.id),
    type: 'AnnotationPage',
    partOf: { id: `urn:uuid:${frame.id}`, type: 'AnnotationCollection', label: frame.name },
    'rdfs:label': record.cable.summary.title,
    'dcterms:created': frame.exported,
    'dcterms:references': [original, transcription].map((text) => ({
      id: text.iri,
      type: 'Text',
      format: 'text/plain',
      'rdfs:label': text.side,
      'dcterms:hasFormat': { id: copyOf(text) },
    })),
    startIndex: 0,
  };
  const items = itemsOf(record, { frame, options, texts, copyOf });
  return [
    { path: pathOf(original), content: original.text },
    { path: pathOf(transcription), content: transcription.text },
    { path: `${name}.jsonld`, content: pageText(page, items) },
  ];
}

/** A page with its items, each on a line of its own: files of two exports are compared line by line. */
function pageText(page: JsonObject, items: readonly JsonObject[]): string {
  const head = JSON.stringify(page, null, 1).slice(0, -2);
  return `${head},\n "items": [\n${items.map((item) => JSON.stringify(item)).join(',\n')}\n ]\n}\n`;
}

/** A file beside the page as an IRI tells it (RFC 3986, section 4.2). */
function addressOf(path: string): string {
  return `./${path.split('/').slice(-1).map(encodeURIComponent).join('')}`;
}
