/** How signs that mean something stand in values (INCEpTION user guide, “WebAnno TSV 3.3”, Reserved Characters). */
const IN_VALUES = /->|[\\[\]|_;*\t\n]/gu;

/** How signs stand in the text of a sentence. Control characters without a letter of their own have a `\` before them. */
const IN_TEXT = /(?!\v)[\p{Cc}\\]/gu;

const LETTERS: Readonly<Record<string, string>> = {
  '\t': 't',
  '\n': 'n',
  '\f': 'f',
  '\r': 'r',
  '\b': 'b',
};

const SIGNS: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(LETTERS).map(([sign, letter]) => [letter, sign]),
);

/** A value as it stands in a column. Its lines end with `\n`, as a file knows no other end of a line in a value. */
export function escapedValue(value: string): string {
  return value
    .replace(/\r\n?/gu, '\n')
    .replace(IN_VALUES, (sign) => `\\${sign === '\t' || sign === '\n' ? LETTERS[sign] : sign}`);
}

/** A value as it was before it was escaped. */
export function unescapedValue(value: string): string {
  return value.replace(/\\([\s\S])/gu, (_, sign: string) =>
    sign === 't' || sign === 'n' ? (SIGNS[sign] ?? sign) : sign,
  );
}

/** A part of a text as it stands in a file. */
export function escapedText(text: string): string {
  return text.replace(IN_TEXT, (sign) =>
    sign > '\u001F' && sign !== '\\' ? sign : `\\${LETTERS[sign] ?? sign}`,
  );
}

/** A part of a text as it was before it was escaped; `minor` is that of the version of the format, 3.`minor`. */
export function unescapedText(text: string, minor: number): string {
  if (minor <= 1) return unescapedJava(text);
  return text.replace(/\\([\\tnfrb\p{Cc}])/gu, (_, sign: string) => SIGNS[sign] ?? sign);
}

/** Until version 3.1, texts were written as strings of Java are. */
function unescapedJava(text: string): string {
  return text.replace(
    /\\(?:u+([0-9a-f]{4})|([0-3]?[0-7]{1,2})|([\s\S]))/giu,
    (_, hex, octal, sign) => {
      if (typeof hex === 'string') return String.fromCharCode(Number.parseInt(hex, 16));
      if (typeof octal === 'string') return String.fromCharCode(Number.parseInt(octal, 8));
      const other = String(sign);
      return SIGNS[other] ?? other;
    },
  );
}

/** A value at the signs that part it, without those that are escaped. */
export function partedAt(value: string, sign: string): string[] {
  if (!value.includes(sign)) return [value];
  const parts = [''];
  for (const [found] of value.matchAll(/\\[\s\S]|[\s\S]/gu)) {
    if (found === sign) parts.push('');
    else parts[parts.length - 1] += found;
  }
  return parts;
}

/** A value and what stands behind it in brackets: the number, or the numbers, that tell it from others. */
export function numbered(value: string): {
  readonly value: string;
  readonly numbers: string | null;
} {
  const bracket = value.endsWith(']') ? value.lastIndexOf('[') : -1;
  const numbers = value.slice(bracket + 1, -1);
  if (bracket === -1 || !/^[0-9_]+$/u.test(numbers)) return { value, numbers: null };
  let before = bracket;
  while (value[before - 1] === '\\') before -= 1;
  // A bracket with a `\` before it is one of the value, unless that is escaped itself.
  return (bracket - before) % 2 === 1
    ? { value, numbers: null }
    : { value: value.slice(0, bracket), numbers };
}
