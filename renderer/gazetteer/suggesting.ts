import { useEffect, useMemo, useState } from 'react';
import { create } from 'zustand';
import type { EntryKind } from '../../domain/gazetteer/entry.ts';
import { gazetteerOf } from '../../domain/gazetteer/glossary.ts';
import type { Cable } from '../../domain/library/cable.ts';
import { onOneLine } from '../../domain/occurrence/find.ts';
import { request } from '../bridge.ts';
import { useAnnotations, useGazetteer } from '../desk/queries.ts';
import { settleTyping } from '../desk/typing.ts';
import { count } from '../desk/words.ts';
import { working } from '../library/work.ts';
import { announce } from '../status/announce.ts';
import { selfAndBelow, useVocabulary } from '../tags/vocabulary.ts';
import { manuscriptOf } from '../workbench/manuscript.ts';
import { tagOfKind, useKindTags } from './kindTags.ts';
import { kinds } from './kinds.ts';
import { type Covered, coveredBy, placeName, type Proposal, proposalsOf } from './proposals.ts';

/** How long the text must have rested before names are looked for, in milliseconds. */
const REST = 500;

/** The longest that looking for names waits for the window to have nothing else to do, in milliseconds. */
const PATIENCE = 2_000;

/** Places that the reader has put away, by their words; they stay so until the window is closed. */
export const useDismissed = create<{ readonly places: ReadonlySet<string> }>(() => ({
  places: new Set(),
}));

/** What was found in one state of a cable. */
interface Finds {
  readonly cable: Cable;
  readonly proposals: readonly Proposal[];
}

/** What is proposed for a cable. */
export interface Suggestions {
  /** Whether the names stand where the list says; while the text changes they may not. */
  readonly current: boolean;
  /** How many names were found, those that need nothing included. */
  readonly found: number;
  readonly open: readonly Proposal[];
}

/** The names in a cable that are neither tagged nor put away; null until they have been looked for. */
export function useSuggestions(cable: Cable): Suggestions | null {
  const finds = useFinds(cable);
  const { data: annotations } = useAnnotations(cable.summary.id);
  const vocabulary = useVocabulary();
  const chosen = useKindTags();
  const dismissed = useDismissed((state) => state.places);
  return useMemo(() => {
    if (!finds || !annotations || finds.cable.summary.id !== cable.summary.id) return null;
    const manuscript = manuscriptOf(finds.cable);
    const covered = new Map<EntryKind, Covered>();
    for (const kind of kinds) {
      const tagId = tagOfKind(kind, chosen, vocabulary);
      if (tagId === null) continue;
      const tagIds = selfAndBelow(tagId, vocabulary);
      covered.set(kind, coveredBy(manuscript, annotations, tagIds));
    }
    const open = finds.proposals.filter(
      (one) =>
        covered.get(one.kind)?.(one) !== true && !dismissed.has(placeName(cable.summary.id, one)),
    );
    return { current: finds.cable === cable, found: finds.proposals.length, open };
  }, [finds, annotations, vocabulary, chosen, dismissed, cable]);
}

/** Looks for names whenever text or gazetteer have changed, once both rest and the window is idle. */
function useFinds(cable: Cable): Finds | null {
  const { data: listed } = useGazetteer();
  const [finds, setFinds] = useState<Finds | null>(null);
  const fresh = finds?.cable.summary.id === cable.summary.id;
  useEffect(() => {
    if (!listed) return undefined;
    let idle = 0;
    const look = () => {
      const text = manuscriptOf(cable).transcription.text.toString();
      const { entries, find } = gazetteerOf(listed);
      setFinds({ cable, proposals: proposalsOf(text, find(text), entries) });
    };
    const timer = setTimeout(
      () => {
        idle = requestIdleCallback(look, { timeout: PATIENCE });
      },
      fresh ? REST : 0,
    );
    return () => {
      clearTimeout(timer);
      cancelIdleCallback(idle);
    };
    // `fresh` says how long to wait, and is no reason to look.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [cable, listed]);
  return finds;
}

/** Tags the places of proposals, as one action. */
export async function accept(
  { summary: { id: cableId }, version }: Cable,
  proposals: readonly Proposal[],
  tagId: string,
) {
  await settleTyping();
  const words = [...new Set(proposals.map(({ found }) => onOneLine(found)))];
  const { annotations } = await working(
    { name: 'Tagging', thing: 'cable' },
    request('occurrence.tag', {
      search: { words, folded: false, wholeWords: true },
      cableId,
      only: proposals.map(({ from, to }) => ({ cableId, version, from, to })),
      except: [],
      tagIds: [tagId],
    }),
  );
  announce(annotations === 0 ? 'Nothing has changed.' : `${count(annotations, 'place')} tagged.`);
}

/** Puts places away: they are proposed no more while their words stand together. */
export function dismiss(cableId: string, proposals: readonly Proposal[]) {
  const names = proposals.map((one) => placeName(cableId, one));
  useDismissed.setState(({ places }) => ({ places: new Set([...places, ...names]) }));
  announce(`${count(proposals.length, 'suggestion')} dismissed.`);
}
