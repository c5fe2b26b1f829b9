import { create } from 'zustand';
import { foldedText } from '../../domain/alike/fold.ts';
import type { RequestOutput } from '../../domain/contract.ts';
import type { EntryKind, GazetteerEntry, ListedEntry } from '../../domain/gazetteer/entry.ts';
import type { Cable } from '../../domain/library/cable.ts';
import { useDesk } from '../desk/desk.ts';
import { queryClient } from '../desk/queries.ts';
import { settleTyping } from '../desk/typing.ts';
import { selectedWords } from '../places/selected.ts';
import { manuscriptOf } from '../workbench/manuscript.ts';
import { nameHere, readGlossary } from './here.ts';

/** What the sheet of the gazetteer shows: it stays as it was left until the window is closed. */
export interface Editing {
  /** What is looked for in the list. */
  readonly words: string;
  /** The kind that is listed; null for all. */
  readonly kind: EntryKind | null;
  /** The entry in the form; null where it is a new one, or none. */
  readonly chosenId: string | null;
  /** A new entry on its way; null where there is none. */
  readonly fresh: GazetteerEntry | null;
  /** What a file has brought, until it is taken over or left. */
  readonly brought: Brought | null;
}

/** What a file has brought. */
export type Brought = NonNullable<RequestOutput<'gazetteer.read'>>;

export const useEditing = create<Editing>(() => ({
  words: '',
  kind: null,
  chosenId: null,
  fresh: null,
  brought: null,
}));

/** Lays the sheet on the desk, with the entry of the words selected or at the caret; a new one where they have none. */
export async function openGazetteer() {
  await Promise.all([settleTyping(), readGlossary()]);
  const known = entryHere();
  const selected = selectedWords('transcription', 'original').trim();
  if (known) useEditing.setState({ words: '', kind: null, chosenId: known.id, fresh: null });
  else if (selected !== '' && selected.length <= 200) begin(selected);
  useDesk.setState({ sheet: 'gazetteer' });
}

/** Begins a new entry. */
export function begin(name = '') {
  useEditing.setState(({ kind }) => ({
    chosenId: null,
    fresh: {
      ...{ id: crypto.randomUUID(), kind: kind ?? 'person', name },
      ...{ forms: [], description: '', source: '' },
    },
  }));
}

/** Shows an entry in the form. */
export function choose(chosenId: string | null) {
  useEditing.setState({ chosenId, fresh: null });
}

/** The entry of the words selected, or else at the caret. */
function entryHere(): GazetteerEntry | null {
  const { cableId, caret, selection } = useDesk.getState();
  const cable = queryClient.getQueryData<Cable | null>(['cable', cableId]);
  const place = selection ? { side: selection.side, at: selection.from } : caret;
  if (!cable || !place) return null;
  const manuscript = manuscriptOf(cable);
  const named =
    nameHere(manuscript, place.side, place.at) ??
    (!selection && place.at > 0 ? nameHere(manuscript, place.side, place.at - 1) : null);
  const [entry = null] = named?.entries ?? [];
  const isWhole = !selection || (named?.from === selection.from && named.to === selection.to);
  return isWhole ? entry : null;
}

const searched = new WeakMap<GazetteerEntry, string>();

/** The entries of a kind that hold some words in name, forms or description. */
export function listedFor(
  listed: readonly ListedEntry[],
  { words, kind }: Pick<Editing, 'words' | 'kind'>,
): readonly ListedEntry[] {
  const sought = foldedText(words.trim()).text;
  if (sought === '' && kind === null) return listed;
  return listed.filter(
    ({ entry }) => (kind === null || entry.kind === kind) && textOf(entry).includes(sought),
  );
}

function textOf(entry: GazetteerEntry): string {
  const known = searched.get(entry);
  if (known !== undefined) return known;
  const { name, forms, description } = entry;
  const { text } = foldedText([name, ...forms, description].join('\n'));
  searched.set(entry, text);
  return text;
}
