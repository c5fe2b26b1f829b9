/**
 * The limits of what is taken from outside, in one place. Whatever comes from a file is hostile until it
 * has been read: it may be made so that a few bytes of it fill the memory, or keep the program busy for ever.
 * Each limit lies far above what scholarly files come to, and what goes beyond it is refused with a sentence.
 */

const MEBIBYTE = 1024 * 1024;

/** The largest files that are read, in bytes. Their size is asked for before anything of them is read. */
export const LARGEST = {
  /** A file or an entry of an archive that is one cable, or a volume of them. */
  cable: 64 * MEBIBYTE,
  /** A file of annotations: JSON, XMI, TSV. */
  annotations: 128 * MEBIBYTE,
  /** A vocabulary: SKOS, CSV. */
  vocabulary: 32 * MEBIBYTE,
  /** A list of names. The longest volumes of FRUS have a tenth of it. */
  gazetteer: 64 * MEBIBYTE,
  /** A small file of the program's own, as of its settings, which somebody else may have written. */
  own: MEBIBYTE,
} as const;

/** Limits of a .zip archive. */
export const ARCHIVE = {
  /** How many entries are listed. */
  entries: 500_000,
  /** How long the name of an entry may be, in UTF-16 code units. */
  name: 1024,
  /** How many times its size an entry may unpack to, from `small` on; texts come to 20 times, bombs to 1,000. */
  times: 200,
  /** Below this size, in bytes, it does not matter how well an entry was packed. */
  small: MEBIBYTE,
  /** How much the entries may unpack to together, in bytes. */
  inAll: 16 * 1024 * MEBIBYTE,
} as const;

/** Limits of a file in XML: TEI, XMI. */
export const XML = {
  /** How deep elements may lie in each other; real volumes come to some twenty. */
  deep: 400,
  /** How many elements a file may have; the longest volumes of FRUS have some 400,000. */
  elements: 2_000_000,
  /** How many attributes one element may have. */
  attributes: 1000,
} as const;

/** How many documents a volume may have; none of FRUS has a thousand. */
export const DOCUMENTS = 100_000;

/** Limits of a file in JSON. */
export const JSON_FILE = {
  /** How deep lists and objects may lie in each other. */
  deep: 200,
  /** How many values it may have, counted by the signs that part them; an annotation has some forty. */
  values: 6_000_000,
} as const;

/** How many triples a file in Turtle may say. */
export const TRIPLES = 1_000_000;

/** How many signs that part cells and lines a table may have. */
export const CELLS = 2_000_000;

/** How many concepts of a vocabulary are taken at once. */
export const CONCEPTS = 20_000;

/** How many cables a library may have had in its life. */
export const CABLES = 2 ** 24;
