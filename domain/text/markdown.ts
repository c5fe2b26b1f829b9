/**
 * What means something in Markdown wherever it stands: CommonMark 0.31, and the signs of GFM and Pandoc
 * (strike-through, super- and subscript, formulas, tables, citations).
 */
const SIGNS = /[\\`*_[\]<~^$|@]|&(?=#?[A-Za-z0-9]+;)/gu;

/** What means something at the beginning of a line: headings, quotations, items of lists, rules, definitions. */
const OPENINGS: readonly RegExp[] = [
  /^()([#>+:=%-])/u,
  /^(\(?(?:\d{1,9}|[A-Za-z]|[ivxlcdmIVXLCDM]+))([.)])(?=\s|$)/u,
];

/** Words within a line of Markdown, read as plain words. */
export function plainWords(words: string): string {
  return words.replace(SIGNS, String.raw`\$&`);
}

/** What has been escaped at the beginning of a line must not be taken for its mark-up. */
export function plainLine(line: string): string {
  for (const opening of OPENINGS)
    if (opening.test(line)) return line.replace(opening, String.raw`$1\$2`);
  return line;
}

/** The ends of lines that Markdown knows (CommonMark 0.31, 2.1). */
const LINE_END = /\r\n|[\n\r]/u;

/** Plain text as Markdown: the ends of its lines stay, blanks at the edges of lines do not. */
export function plainText(text: string): string {
  return blocksOf(linesIn(text).map((line) => plainLine(plainWords(edgeless(line)))));
}

/** The lines of a text as Markdown divides it. */
export function linesIn(text: string): string[] {
  return text.split(LINE_END);
}

/** Lines of Markdown as paragraphs, which empty lines part; the ends of the others stay. */
export function blocksOf(lines: readonly string[]): string {
  return lines
    .join('\n')
    .split(/\n{2,}/u)
    .map((block) => block.replace(/^\n|\n$/gu, '').replaceAll('\n', '\\\n'))
    .filter((block) => block !== '')
    .join('\n\n');
}

/** A line without the blanks at its edges that Markdown would leave out or take for code. */
export function edgeless(line: string): string {
  return line.replace(/^[ \t\f\v]+|[ \t\f\v]+$/gu, '');
}

/** Markdown as what belongs to an item or a footnote: its lines stand below `first`, indented. */
export function indented(markdown: string): string {
  return linesIn(markdown)
    .map((line) => (line === '' ? '' : `    ${line}`))
    .join('\n');
}
