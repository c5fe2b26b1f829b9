/** Words of precedence as messages spell them, and the one form the metadata keep. */
const WORDS: ReadonlyMap<string, string> = new Map([
  ['FLASH', 'Flash'],
  ['NIACT', 'NIACT'],
  ['OPERATIONAL IMMEDIATE', 'Operational Immediate'],
  ['OPIM', 'Operational Immediate'],
  ['OPS IMMEDIATE', 'Operational Immediate'],
  ['OP IMMEDIATE', 'Operational Immediate'],
  ['EMERGENCY', 'Emergency'],
  ['IMMEDIATE', 'Immediate'],
  ['PRIORITY', 'Priority'],
  ['PRITY', 'Priority'],
  ['ROUTINE', 'Routine'],
  ['DEFERRED', 'Deferred'],
]);

/** A word of precedence in capitals, for use inside a longer pattern. */
export const PRECEDENCE =
  'FLASH|NIACT|OPERATIONAL IMMEDIATE|OPIM|OPS IMMEDIATE|OP IMMEDIATE|EMERGENCY|IMMEDIATE|PRIORITY|PRITY|ROUTINE|DEFERRED';

/** The precedence a word names in whatever case, or null. */
export function precedenceOf(word: string): string | null {
  return WORDS.get(word.trim().replace(/\s+/g, ' ').toUpperCase()) ?? null;
}
