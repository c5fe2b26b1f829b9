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

const LEVEL = new RegExp(`^(?:${LEVELS.join('|')})$`);

/** The level a string names in whatever case, in title case ("Top Secret"), or null. */
export function classificationOf(words: string): string | null {
  const plain = words.trim().replace(/\s+/g, ' ').toUpperCase();
  return LEVEL.test(plain) ? titleCase(plain) : null;
}

/** `TOP SECRET` as `Top Secret`. */
export function titleCase(words: string): string {
  return words.toLowerCase().replace(/(?<=^|[\s-])\p{L}/gu, (letter) => letter.toUpperCase());
}
