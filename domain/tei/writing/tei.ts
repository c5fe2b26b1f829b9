import type { CableRecord, LibraryFrame } from '../../exchange/record.ts';
import type { Writer } from '../../exchange/writer.ts';
import { transcribe } from '../../transcription/transcription.ts';
import { apparatusLists } from './apparatus.ts';
import { kindsOf } from './blocks.ts';
import { body } from './body.ts';
import { corpusHeader, header } from './header.ts';
import { teiLosses } from './losses.ts';
import { readingsOf } from './readings.ts';
import { type Scribe, scribe as newScribe } from './scribe.ts';
import { sourceDoc } from './source.ts';
import { annotationLists, editionNames, metadataSpans, structureSpans } from './stand-off.ts';
import { relationTaxonomy, tagsWithParents, tagTaxonomy } from './vocabulary.ts';
import { lines, tag } from './xml.ts';

const NAMESPACE = 'http://www.tei-c.org/ns/1.0';
const DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n';
const CORPUS = 'corpus.xml';

/** TEI P5: a document a cable, and all of them once more in one corpus. Both come back as the same cables. */
export const tei: Writer = {
  write(frame) {
    let cables = 0;
    return {
      begin: () => [{ path: CORPUS, content: corpusBegin(frame) }],

      cable(record, name) {
        cables += 1;
        const own = teiDocument(record, frame, { taxonomies: null, prefix: '' });
        const within = teiDocument(record, frame, { taxonomies: [], prefix: `c${cables}.` });
        return [
          { path: `${name}.xml`, content: `${DECLARATION}${own}\n` },
          { path: CORPUS, content: `${within}\n` },
        ];
      },

      end: () => [{ path: CORPUS, content: '</teiCorpus>\n' }],
    };
  },

  losses: teiLosses,
};

/** Where a document stands: its own `taxonomies` are those it uses where they are null; `prefix` is put before its own ids. */
interface Standing {
  readonly taxonomies: readonly string[] | null;
  readonly prefix: string;
}

function corpusBegin(frame: LibraryFrame): string {
  const scribe = newScribe('');
  const taxonomies = [
    ...tagTaxonomy(frame.tags, scribe),
    ...relationTaxonomy(frame.relationTypes, scribe),
  ];
  const head = corpusHeader(frame, taxonomies, scribe);
  return `${DECLARATION}<teiCorpus xmlns="${NAMESPACE}">\n${head}\n`;
}

/** One cable as a document. Its parts are written in the order in which they ask for anchors, and put in that of TEI. */
function teiDocument(record: CableRecord, frame: LibraryFrame, standing: Standing): string {
  const { cable } = record;
  const scribe = newScribe(standing.prefix);
  const { text: original } = cable.original;
  const transcription = transcribe(original, cable.changes, cable.emendations);
  const cleaned = transcription.cleaned.toString();
  const { changes, emendations } = cable;
  const annotations = annotationLists(record, scribe);
  const lists = [
    ...apparatusLists({ original, cleaned, changes, emendations }, scribe),
    ...structureSpans(cable.structure, scribe),
    ...metadataSpans(cable.metadata, cable.fieldEmendations, scribe),
    ...editionNames(cable.edition, scribe),
    ...annotations,
  ];
  const source = sourceDoc(record, scribe);
  const { spans, points, pieces } = readingsOf({ cable, transcription, scribe });
  const text = transcription.text.toString();
  const page = body({ text, spans, points, kindOf: kindsOf(text, pieces) }, scribe);
  const taxonomies = standing.taxonomies ?? usedTaxonomies(record, frame, scribe);
  return tag(
    'TEI',
    { xmlns: NAMESPACE, 'xml:id': `cable-${cable.summary.id}` },
    lines([
      header({ record, frame, taxonomies }, scribe),
      source,
      tag('text', { 'xml:space': 'preserve' }, page),
      ...(lists.length === 0 ? [] : [tag('standOff', { 'xml:space': 'preserve' }, lines(lists))]),
    ]),
  );
}

function usedTaxonomies(record: CableRecord, frame: LibraryFrame, scribe: Scribe): string[] {
  const used = record.annotations.flatMap(({ tagIds }) => tagIds);
  const types = new Set(record.relations.map(({ typeId }) => typeId));
  return [
    ...tagTaxonomy(tagsWithParents(frame.tags, used), scribe),
    ...relationTaxonomy(
      frame.relationTypes.filter(({ id }) => types.has(id)),
      scribe,
    ),
  ];
}
