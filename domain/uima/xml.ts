/** What no XML can hold, not even as a reference (XML 1.1, 2.2). */
const IMPOSSIBLE = /[\0\uFFFE\uFFFF\p{Cs}]/gu;

/** What XML 1.1 can hold as references, and XML 1.0 cannot (XML 1.1, 1.3). */
const CONTROLS = /(?![\0\t\n\r\u007F-\u009F])\p{Cc}/u;

/** What means something in the value of an attribute, or would not be read as it was written. */
const SIGNS = /[&<>"\p{Cc}\u2028]/gu;

const NAMES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

/** Words as the value of an attribute. What no XML can hold becomes U+FFFD, so that all positions stay. */
export function xmlValue(words: string): string {
  return words
    .replace(IMPOSSIBLE, '\uFFFD')
    .replace(SIGNS, (sign) => NAMES[sign] ?? `&#${sign.charCodeAt(0)};`);
}

/** Whether words have characters that no XML can hold. */
export function isImpossible(words: string): boolean {
  return words.search(IMPOSSIBLE) !== -1;
}

/** Whether words have control characters, for which a file has to be XML 1.1. */
export function hasControls(words: string): boolean {
  return CONTROLS.test(words);
}
