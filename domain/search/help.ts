/** One thing that can be said in a query. */
export interface HelpEntry {
  readonly title: string;
  /** A query that says it, to be tried as it stands. */
  readonly example: string;
  readonly meaning: string;
}

/** The language of queries, from what everybody needs to what few do. All of it can be combined. */
export const help: readonly HelpEntry[] = [
  {
    title: 'Words',
    example: 'missile bases',
    meaning:
      'Cables that have all the words, anywhere: in the original, the transcription, metadata, notes or names of tags. Capitals, accents and the form of apostrophes do not matter, nor does a hyphen at the end of a line.',
  },
  {
    title: 'Phrases',
    example: '"missile bases"',
    meaning: 'These words beside each other, whatever signs stand between them.',
  },
  {
    title: 'Beginnings of words',
    example: 'diplom*',
    meaning: 'Words that begin so: diplomat, diplomatic. The last word of a phrase can end so too.',
  },
  {
    title: 'Either word',
    example: 'missile OR rocket',
    meaning:
      'OR is in capitals. Without it all words must be there; AND between them says the same.',
  },
  {
    title: 'Without a word',
    example: 'missile -turkey',
    meaning:
      'A minus right before a word, a phrase or a field rules it out; NOT before it does the same.',
  },
  {
    title: 'Parentheses',
    example: '(missile OR rocket) cuba',
    meaning:
      'What stands in them is read first. Without them OR parts what is written beside it as a whole.',
  },
  {
    title: 'Near each other',
    example: 'missile NEAR/5 withdraw*',
    meaning:
      'At most so many other words stand between them, in either order; NEAR alone means 10. NEAR("missile bases" cuba turkey, 20) is for more than two.',
  },
  {
    title: 'Misread letters',
    example: '~government',
    meaning:
      'Also what a machine may have read in its place: govemment, qovernment. The spellings found are shown.',
  },
  {
    title: 'One side',
    example: 'original:incoming transcription:rusk',
    meaning: 'Words of the scan, or of the transcription. text: means either.',
  },
  {
    title: 'Fields of the heading',
    example: 'from:rusk to:"buenos aires"',
    meaning:
      'Also title:, signatory:, place:, people: (drafted, cleared or approved by) and file: (numbers of file, archive and control). Here too there are phrases, beginnings and misread letters.',
  },
  {
    title: 'Classification and kind',
    example: 'class:(secret OR "top secret") kind:telegram',
    meaning:
      'A field can have several values in parentheses. A value of several words is in quotation marks.',
  },
  {
    title: 'Dates',
    example: 'date:1962-10..1962-11',
    meaning:
      'From the beginning of the first to the end of the last. Also date:1962, date:1962-10-16, date:>=1962-10, date:<1963, date:..1961; date:none finds cables without a date.',
  },
  {
    title: 'Numbers',
    example: 'number:1661',
    meaning: 'The whole number of a document or a telegram.',
  },
  {
    title: 'Tags and notes',
    example: 'tag:quarantine note:check',
    meaning: 'Cables that have an annotation with this tag or one below it; words of notes.',
  },
  {
    title: 'Who annotated',
    example: 'by:miller',
    meaning: 'Cables with an annotation of this person.',
  },
  {
    title: 'How far a cable has come',
    example: 'state:corrected',
    meaning: 'imported, cleaned, corrected or proofread.',
  },
  {
    title: 'What a cable has',
    example: 'has:proposal',
    meaning:
      'annotation, note, proposal (one that waits), emendation, tray (annotations that have lost their place), reference, missing (a reference that leads nowhere), witness.',
  },
];
