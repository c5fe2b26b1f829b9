/**
 * Whether a position (in UTF-16 code units) parts the two halves of one character, as those beyond
 * U+FFFF have. Half a character cannot be stored or exported; nothing may begin or end there.
 */
export function partsCharacter(text: string, at: number): boolean {
  return at > 0 && (text.codePointAt(at - 1) ?? 0) > 0xff_ff;
}
