import { create } from 'zustand';
import type { Concept } from '../../domain/vocabulary/concept.ts';
import { request } from '../bridge.ts';
import { useDesk } from '../desk/desk.ts';

/** Tags that may be taken over. */
export interface Offer {
  readonly title: string;
  /** A sentence on where they come from. */
  readonly origin: string;
  readonly concepts: readonly Concept[];
  /** Sentences about what was passed over when they were read. */
  readonly warnings: readonly string[];
}

/** What the sheet is about: tags that may be taken over; null where tags are to be saved in a file. */
export const useExchange = create<{ readonly offer: Offer | null }>(() => ({ offer: null }));

function show(offer: Offer | null) {
  useExchange.setState({ offer });
  useDesk.setState({ sheet: 'vocabulary' });
}

/** Offers the tags that the program brings along. */
export async function offerStarter() {
  const concepts = await request('vocabulary.starter', {});
  const origin =
    'Two levels of tags for reading diplomatic cables. Leave out what you do not need; all of it can be renamed, moved and deleted later.';
  show({ title: 'Tags for diplomatic cables', origin, concepts, warnings: [] });
}

/** Asks for a file, and offers the tags in it. */
export async function importTags() {
  const read = await request('vocabulary.read', {});
  if (!read) return;
  const { fileName, concepts, warnings } = read;
  const origin = `From ${fileName}. Nothing is taken over yet, and no tag of the library is removed.`;
  show({ title: 'Import tags', origin, concepts, warnings });
}

/** Asks for the format in which the tags of the library are saved. */
export function exportTags() {
  show(null);
}
