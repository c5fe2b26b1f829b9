/**
 * The layers in which annotations leave for UIMA and WebAnno, and come back. INCEpTION calls a type of
 * annotations a layer; layers of its projects are in the package `webanno.custom`.
 */
const OWN = 'webanno.custom.Cablewright';
const DKPRO = 'de.tudarmstadt.ukp.dkpro.core.api';

export const layers = {
  /** A passage of an annotation; the first one on each side has what the annotation says. */
  annotation: `${OWN}Annotation`,
  /** From a passage of an annotation to its next one on the same side. */
  passage: `${OWN}NextPassage`,
  /** A relation between two annotations that stand on the same side. */
  relation: `${OWN}Relation`,
  /** A relation that no line between two passages of one text can show. */
  link: `${OWN}Link`,
  /** An annotation on the whole cable, or a passage whose words are lost. */
  unplaced: `${OWN}Unplaced`,
  /** What a stretch of the original is: a heading, a stamp … */
  structure: `${OWN}Structure`,
  /** What is known of the cable. */
  cable: `${OWN}Cable`,
  /** What cleaning and editors have put in the place of a stretch of the original (DKPro Core). */
  change: `${DKPRO}.transform.type.SofaChangeAnnotation`,
  document: `${DKPRO}.metadata.type.DocumentMetaData`,
  sentence: `${DKPRO}.segmentation.type.Sentence`,
  token: `${DKPRO}.segmentation.type.Token`,
} as const;

/** The names of the texts of a cable in a CAS. Programs that know one text only take the first. */
export const views = { transcription: '_InitialView', original: 'original' } as const;

/** What an annotation says, as features of a layer: all are words, and those that say nothing are left out. */
export const contentFeatures = [
  'annotationId',
  'passage',
  'passages',
  'tags',
  'tagIds',
  'note',
  'creator',
  'created',
  'modified',
  'verdict',
  'verdictBy',
  'verdictTime',
  'origin',
] as const;

/** What a relation says, as features of a layer. */
export const relationFeatures = [
  'relationId',
  'typeId',
  'label',
  'reverse',
  'note',
  'creator',
  'created',
] as const;

/** Features with their values; those that say nothing are not there. */
export type Features = ReadonlyMap<string, string>;

/** Features of what has something to say. */
export function featuresOf(all: Readonly<Record<string, string | number | null>>): Features {
  return new Map(
    Object.entries(all).flatMap(([name, value]) =>
      value === null || value === '' ? [] : [[name, String(value)] as const],
    ),
  );
}

/** The last part of the name of a layer: `NamedEntity`. */
export function shortName(layer: string): string {
  return layer.slice(layer.lastIndexOf('.') + 1);
}

/**
 * What programs write of single words and of the text itself: not what a reader says of a passage. Each
 * with the package it is in, where DKPro Core and INCEpTION keep such types.
 */
const MACHINERY: readonly RegExp[] = [
  /^uima\./u,
  /\.api\.(?:segmentation|metadata|lexmorph|transform|structure)\./u,
  /\.api\.syntax\.type\.(?:dependency|chunk|constituent)\./u,
];

/** Whether a layer is what programs say of words and texts. */
export function isMachinery(layer: string): boolean {
  return MACHINERY.some((pattern) => pattern.test(layer));
}
