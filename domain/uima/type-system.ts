import { contentFeatures, layers, relationFeatures } from './layers.ts';
import { xmlValue } from './xml.ts';

const ANNOTATION = 'uima.tcas.Annotation';
/** What is about a text as a whole, without a place in it. */
const ON_DOCUMENT = 'uima.cas.AnnotationBase';
const WORDS = 'uima.cas.String';

interface Type {
  readonly name: string;
  readonly about: string;
  readonly above: string;
  /** Features with what they range over. */
  readonly features: readonly (readonly [name: string, range: string])[];
}

/** Features that are words. */
const words = (names: readonly string[]) => names.map((name) => [name, WORDS] as const);

/** Both ends of a line between two annotations; what they are called is fixed (INCEpTION, TypeSystemAnalysis). */
const ENDS = [
  ['Governor', layers.annotation],
  ['Dependent', layers.annotation],
] as const;

const TYPES: readonly Type[] = [
  {
    name: layers.annotation,
    about: 'A passage of an annotation. The first one on each side has what the annotation says.',
    above: ANNOTATION,
    features: words(contentFeatures).map(([name, range]) => [
      name,
      name.startsWith('passage') ? 'uima.cas.Integer' : range,
    ]),
  },
  {
    name: layers.passage,
    about: 'From a passage of an annotation to its next one.',
    above: ANNOTATION,
    features: ENDS,
  },
  {
    name: layers.relation,
    about: 'A relation between two annotations.',
    above: ANNOTATION,
    features: [...words(relationFeatures), ...ENDS],
  },
  {
    name: layers.structure,
    about: 'What a stretch of the original is.',
    above: ANNOTATION,
    features: words(['kind', 'label', 'note']),
  },
  {
    name: layers.link,
    about:
      'A relation of which an end stands in another text, or nowhere, told by the ids of both.',
    above: ON_DOCUMENT,
    features: words([...relationFeatures, 'fromId', 'toId', 'fromCable', 'toCable']),
  },
  {
    name: layers.unplaced,
    about: 'An annotation on the whole cable, or a passage whose words are lost.',
    above: ON_DOCUMENT,
    features: words([...contentFeatures, 'side', 'exact', 'prefix', 'suffix', 'lost']),
  },
  {
    name: layers.cable,
    about: 'What is known of the cable.',
    above: ON_DOCUMENT,
    features: words([
      ...['cableId', 'sha256', 'fileName', 'title', 'metadata', 'version', 'library', 'exported'],
      'program',
    ]),
  },
  {
    name: layers.change,
    about: 'What stands in the transcription in the place of a stretch of the original.',
    above: ANNOTATION,
    features: words(['value', 'operation', 'reason']),
  },
  {
    name: layers.document,
    about: 'What the document is called.',
    above: 'uima.tcas.DocumentAnnotation',
    features: words(['documentTitle', 'documentId']),
  },
  { name: layers.sentence, about: 'A sentence.', above: ANNOTATION, features: [] },
  { name: layers.token, about: 'A word or a sign.', above: ANNOTATION, features: [] },
];

/** The type system of all files (UIMA References, “Type System Descriptors”). INCEpTION makes its layers from it. */
export function typeSystem(): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<typeSystemDescription xmlns="http://uima.apache.org/resourceSpecifier">
  <name>Cablewright</name>
  <description>Annotations of diplomatic cables</description>
  <version>1.0</version>
  <vendor>Cablewright</vendor>
  <types>
${TYPES.map(typeXml).join('\n')}
  </types>
</typeSystemDescription>
`;
}

function typeXml({ name, about, above, features }: Type): string {
  return `    <typeDescription>
      <name>${name}</name>
      <description>${xmlValue(about)}</description>
      <supertypeName>${above}</supertypeName>
      <features>${features.map(([feature, range]) => featureXml(feature, range)).join('')}${features.length === 0 ? '' : '\n      '}</features>
    </typeDescription>`;
}

function featureXml(name: string, range: string): string {
  return `
        <featureDescription>
          <name>${name}</name>
          <description/>
          <rangeTypeName>${range}</rangeTypeName>
        </featureDescription>`;
}
