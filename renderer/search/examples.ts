/** What can be looked for, from words to fields, each with what it finds. */
export const examples: readonly { readonly query: string; readonly meaning: string }[] = [
  { query: 'quarantine offensive', meaning: 'both words, wherever they stand' },
  { query: '"missile bases"', meaning: 'the words beside each other' },
  { query: 'reconn*', meaning: 'words that begin so' },
  { query: 'Castro OR Guevara', meaning: 'one of them' },
  { query: 'Cuba -Mexico', meaning: 'the first and not the second' },
  { query: '(OAS OR Organ) consultation', meaning: 'parentheses join alternatives' },
  { query: 'quarantine NEAR/5 ships', meaning: 'at most five words between' },
  { query: '~Khrushchev', meaning: 'also with letters that a machine misreads' },
  { query: 'from:rusk class:secret', meaning: 'sender and classification' },
  { query: 'class:(secret OR confidential)', meaning: 'one of several values' },
  { query: 'date:1962-10..1962-11', meaning: 'dates; also date:1962 and date:>=1962-10' },
  { query: 'tag:"missile crisis"', meaning: 'a tag, or one below it' },
  { query: 'has:proposal state:imported', meaning: 'what waits for a person' },
  { query: 'original:dismissed', meaning: 'in the scan alone; also title: and note:' },
];
