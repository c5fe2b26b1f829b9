/** Attributes of an element; those that are null are left out. */
export type Attributes = Readonly<Record<string, string | number | null>>;

/** What XML 1.0 (2.2) cannot hold at all: most control characters, halves of characters, and two that are none. */
// eslint-disable-next-line no-control-regex -- control characters are what is looked for
const IMPOSSIBLE = /[\0-\x08\x0B\x0C\x0E-\x1F\uFFFE\uFFFF]|\p{Surrogate}/u;

/** What has to be written otherwise in XML, or could be taken for a line end or lost on the way. */
const SPECIAL = new RegExp(
  `[&<>"\\t\\r\\x7F-\\x9F\\u2028\\u2029\\uFEFF]|${IMPOSSIBLE.source}|\\n`,
  'gu',
);

const NAMED: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** An element with its attributes; without content it is one empty tag. */
export function tag(name: string, attributes: Attributes, inside = ''): string {
  const told = Object.entries(attributes)
    .filter(([, value]) => value !== null)
    .map(([key, value]) => ` ${key}="${attribute(String(value))}"`);
  const head = `<${name}${told.join('')}`;
  return inside === '' ? `${head}/>` : `${head}>${inside}</${name}>`;
}

/** The value of an attribute. What XML cannot hold becomes U+FFFD, so exact words never stand in one. */
function attribute(value: string): string {
  return value.replace(SPECIAL, (sign) => {
    if (IMPOSSIBLE.test(sign)) return '\uFFFD';
    return NAMED[sign] ?? reference(sign);
  });
}

/**
 * Words as content. A line end is `<lb/>`; what XML cannot hold is `<g>` with a pointer to the sign's
 * description, which `glyph` gives for a code unit.
 */
export function content(words: string, glyph: (codeUnit: number) => string): string {
  return words.replace(SPECIAL, (sign) => {
    if (sign === '\n') return '<lb/>';
    if (IMPOSSIBLE.test(sign)) return `<g ref="${glyph(sign.charCodeAt(0))}"/>`;
    return sign === '"' ? sign : (NAMED[sign] ?? reference(sign));
  });
}

function reference(sign: string): string {
  return `&#x${sign.charCodeAt(0).toString(16).toUpperCase()};`;
}

/** Elements one a line. */
export function lines(elements: readonly string[]): string {
  return elements.length === 0 ? '' : `\n${elements.join('\n')}\n`;
}
