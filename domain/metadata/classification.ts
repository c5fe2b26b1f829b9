import { edits } from '../text/likeness.ts';

/** The levels of classification that stand on diplomatic papers, as banners spell them. */
const LEVELS = [
  'TOP SECRET',
  'SECRET',
  'CONFIDENTIAL',
  'RESTRICTED',
  'LIMITED OFFICIAL USE',
  'OFFICIAL USE ONLY',
  'UNCLASSIFIED',
] as const;

const LEVEL: ReadonlySet<string> = new Set(LEVELS);

/** Restrictions that a banner can carry beside its level. */
const BESIDE =
  /(?:[ /,-]+(?:NOFORN|NO FOREIGN DISSEM|EYES ONLY|SENSITIVE|RESTRICTED DATA|EXDIS|NODIS|LIMDIS|RYBAT))+$/;

/** The level a string names in whatever case, in title case ("Top Secret"), or null. */
export function classificationOf(words: string): string | null {
  const plain = words.trim().replace(/\s+/g, ' ').toUpperCase();
  return LEVEL.has(plain) ? titleCase(plain) : null;
}

/**
 * The level a banner shows, in title case, or null where the line is none: a level in capitals, with
 * signs around it (`* SECRET *`), with a restriction beside it (`SECRET/NOFORN`), twice
 * (`SECRET SECRET`), or with its letters spaced (`S E C R E T`, `S-E-C-R-E-T`).
 */
export function bannerLevel(line: string): string | null {
  if (line.length > 60 || !BANNER_LETTERS.test(line)) return null;
  const words = line.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');
  if (words !== words.toUpperCase()) return null;
  const plain = words.replace(BESIDE, '').replace(/\s+/g, ' ');
  const half = plain.slice(0, (plain.length - 1) / 2);
  const once = `${half} ${half}` === plain ? half : plain;
  return classificationOf(once) ?? classificationOf(unspaced(once));
}

/** A quick look before the work: a piece of each level, or four spaced letters. */
const BANNER_LETTERS = /SECRET|CONFID|RESTRI|OFFICI|UNCLAS|(?:[A-Z][ .-]{1,3}){4}/;

/** `S E C R E T` and `S-E-C-R-E-T` as one word; `T O P  S E C R E T` as two. */
function unspaced(words: string): string {
  if (!/^[A-Z](?:[ .-]{1,3}[A-Z])+$/.test(words)) return '';
  const letters = words.replace(/[^A-Z]/g, '');
  return letters.startsWith('TOP') ? `TOP ${letters.slice(3)}` : letters;
}

/** Words that are no damaged banners, however near they come. */
const WORDS =
  /^(?:SECRETARY|SECRETS|SECRETE|SECRETED|SECRETLY|SECT|SECTOR|SACRED|CONFIDENT|CONFIDENTIALLY|CONFIDENTIALITY|UNRESTRICTED|RESTRICT|RESTRICTS|CLASSIFIED)$/;

/** A piece of a level that the machine made of a banner at the edge of the page. */
const PIECES =
  /^(?:ECRET|CRET|SECRE|SECR|TOP SECRE|OP SECRET|ONFIDENTIAL|NFIDENTIAL|FIDENTIAL|CONFIDENTI|CONFIDENTIA|IDENTIAL|ENTIAL)$/;

/**
 * A quick look before the work. Of a level cut into one piece more than the edits it is allowed, one
 * piece is left whole, or almost all of its end is.
 */
const TRACE =
  /SEC|RET|CRE|ECR|TOP|CONF|IDEN|TIAL|ENTI|RES|TRI|CTED|LIMIT|OFFIC|USE|ONLY|UNCL|ASSI|FIED/;

/** The level that a damaged banner (`BECRET`, `SECRETI`, `ONFIDENTIAL`) comes near to, or null. */
export function damagedLevel(line: string): string | null {
  if (line.length > 30 || line.length < 4 || !TRACE.test(line)) return null;
  const words = line.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '').replace(/\s+/g, ' ');
  if (words.length < 4 || words !== words.toUpperCase() || WORDS.test(words)) return null;
  if (classificationOf(words)) return null;
  if (PIECES.test(words)) return titleCase(levelWith(words));
  const near = LEVELS.find((level) => {
    const limit = level.length >= 9 ? 2 : 1;
    return edits(words, level, limit) <= limit;
  });
  return near ? titleCase(near) : null;
}

/** The shortest level that a piece is part of. */
function levelWith(piece: string): string {
  const levels = LEVELS.toSorted((a, b) => a.length - b.length);
  return levels.find((level) => level.includes(piece)) ?? piece;
}

/** `TOP SECRET` as `Top Secret`. */
export function titleCase(words: string): string {
  return words.toLowerCase().replace(/(?<=^|[\s-])\p{L}/gu, (letter) => letter.toUpperCase());
}
