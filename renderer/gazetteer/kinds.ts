import { EntryKind } from '../../domain/gazetteer/entry.ts';

/** The kinds in the order in which they are listed. */
export const kinds: readonly EntryKind[] = EntryKind.options;

/** What one of a kind is called. */
export const kindNames: Readonly<Record<EntryKind, string>> = {
  person: 'Person',
  place: 'Place',
  organisation: 'Organisation',
  abbreviation: 'Abbreviation',
  term: 'Term',
};

/** What several of a kind are called; so is the tag that is made for it. */
export const kindTitles: Readonly<Record<EntryKind, string>> = {
  person: 'Persons',
  place: 'Places',
  organisation: 'Organisations',
  abbreviation: 'Abbreviations',
  term: 'Terms',
};

/** The names of tags that are meant for a kind where nobody has said otherwise, the first that there is. */
export const tagNames: Readonly<Record<EntryKind, readonly string[]>> = {
  person: ['Persons', 'Person', 'People'],
  place: ['Places', 'Place'],
  organisation: ['Organisations', 'Organizations', 'Organisation', 'Organization'],
  abbreviation: ['Abbreviations', 'Telegraphese'],
  term: ['Terms', 'Telegraphese', 'Abbreviations'],
};
