import type { FieldName } from '../../domain/search/fields.ts';
import type { Having } from '../../domain/search/query.ts';
import type { FacetName } from '../../domain/search/facet.ts';
import type { CableOrder } from '../../domain/search/order.ts';

/** The facets in the order in which they are shown, each with its heading and the field that asks for it. */
export const facets: Readonly<Record<FacetName, { title: string; field: FieldName }>> = {
  classification: { title: 'Class', field: 'class' },
  kind: { title: 'Kind', field: 'kind' },
  year: { title: 'Year', field: 'date' },
  from: { title: 'From', field: 'from' },
  to: { title: 'To', field: 'to' },
  signatory: { title: 'Signed', field: 'signatory' },
  tag: { title: 'Tag', field: 'tag' },
  state: { title: 'State', field: 'state' },
};

/** The facet that counts the values of a field; undefined where none does. */
export function facetOf(field: FieldName): FacetName | undefined {
  return facetNames.find((facet) => facets[facet].field === field);
}

export const facetNames = Object.keys(facets) as FacetName[];

/** What each field is about, in a few words. */
export const fieldMeanings: Readonly<Record<FieldName, string>> = {
  class: 'classification',
  kind: 'telegram, memorandum …',
  date: '1962, 1962-10..1962-11',
  from: 'sender',
  to: 'addressees and repetitions',
  signatory: 'who signed',
  tag: 'tag, with those below it',
  state: 'how far it has come',
  has: 'what is in the cable',
  number: 'of document or telegram',
  title: 'words of the title',
  note: 'words of notes',
  by: 'who annotated',
  people: 'drafted, cleared, approved',
  place: 'names of places',
  file: 'numbers of file and archive',
  text: 'either text',
  original: 'words of the scan',
  transcription: 'words as corrected',
};

export const havingMeanings: Readonly<Record<Having, string>> = {
  annotation: 'annotations',
  note: 'written notes',
  proposal: 'proposals that wait',
  emendation: 'words an editor put in',
  tray: 'annotations without a place',
  reference: 'references to others',
  missing: 'references that lead nowhere',
  witness: 'another witness',
};

/** The orders of the list as a choice names them. */
export const orderTitles: Readonly<Record<CableOrder['by'], string>> = {
  relevance: 'relevance',
  date: 'date',
  number: 'number',
  telegramNumber: 'telegram number',
  title: 'title',
  kind: 'kind',
  from: 'sender',
  to: 'addressee',
  signatory: 'signatory',
  classification: 'classification',
  state: 'state',
  annotations: 'annotations',
  proposals: 'proposals',
  imported: 'time of import',
};
