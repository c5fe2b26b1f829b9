import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { Annotation, Side } from '../../domain/annotation/annotation.ts';
import { openFilter } from '../annotations/filtering.ts';
import { shownAtOnce, useShownOf, useTagsById } from '../annotations/shown.ts';
import { useWalking } from '../annotations/walking.ts';
import { request } from '../bridge.ts';
import { useCommand } from '../commands/commands.ts';
import { type Desk, type Passage, report, useDesk } from '../desk/desk.ts';
import { useAnnotations, useSight, useTags } from '../desk/queries.ts';
import { takeUpThePen } from '../desk/typing.ts';
import { findAgainBy, placesFound } from '../search/found.ts';
import { useReferenceLinks } from '../references/useReferenceLinks.ts';
import { SigningCard } from '../settings/SigningCard.tsx';
import { useHearing } from './hearing.ts';
import type { Manuscript } from './manuscript.ts';
import { MarginMap, type MarginMapHandle } from './MarginMap.tsx';
import type { Seen } from './marker.ts';
import { Pair } from './pair.ts';
import { scribeFor } from './saving.ts';
import { Ribbon, type RibbonHandle } from './Ribbon.tsx';
import { SelectionBar } from './SelectionBar.tsx';

/** How long the reader rests before the place is remembered, in milliseconds. */
const REST = 250;

/** The side that heard the keys when the last cable left the desk: the next cable takes them over. */
let keysGoTo: Side | null = null;

/**
 * What is lit in a cable: what the pointer rests on, else where the reader has jumped to or what is
 * selected, whichever came last. Once another cable is on the desk, all of it is about that one.
 */
function litPassage(ofCable: string): Passage | null {
  const { cableId, hovered, selection, lit } = useDesk.getState();
  return cableId === ofCable ? (hovered ?? lit ?? selection) : null;
}

/** What is known of a cable's annotations when its texts come, so that all is drawn at once. */
function seenAtOnce(cableId: string): Seen {
  const { annotationId: chosenId, removedShown } = useDesk.getState();
  return { ...shownAtOnce(cableId), chosenId, removedShown };
}

/** The two panes with the gutter between them. */
export function TextPair({ manuscript }: { readonly manuscript: Manuscript }) {
  const original = useRef<HTMLDivElement>(null);
  const transcription = useRef<HTMLDivElement>(null);
  const ribbon = useRef<RibbonHandle>(null);
  const margin = useRef<MarginMapHandle>(null);
  const [pair, setPair] = useState<Pair | null>(null);
  const [first] = useState(manuscript);

  // Before the panes leave the page, so that it is still known which of them hears the keys.
  useLayoutEffect(() => {
    if (!original.current || !transcription.current) return undefined;
    const rest = rememberer(first.cable.summary.id);
    const opened = new Pair(
      first,
      { original: original.current, transcription: transcription.current },
      seenAtOnce(first.cable.summary.id),
      {
        onPlace: rest.come,
        onMove: () => {
          ribbon.current?.draw(opened, litPassage(first.cable.summary.id));
          margin.current?.move();
        },
        scribe: scribeFor(first.cable.summary.id),
        onFound: (places) => placesFound(first.cable.summary.id, places),
      },
    );
    const offPen = takeUpThePen({
      cableId: first.cable.summary.id,
      tellCaret: () => opened.tellCaret(),
      settle: () => opened.settle(),
      emend: (replacements, witness) => opened.emend(replacements, witness),
    });
    const leave = () => opened.leave();
    window.addEventListener('pagehide', leave);
    opened.openAt(first.cable.place);
    if (keysGoTo) opened.focus(keysGoTo);
    setPair(opened);
    return () => {
      window.removeEventListener('pagehide', leave);
      offPen();
      rest.leave();
      keysGoTo = opened.focused;
      opened.close();
    };
  }, [first]);
  useLayoutEffect(() => pair?.receive(manuscript), [pair, manuscript]);

  return (
    <div className="pair">
      <PaneHead title="Original" words={`${manuscript.cable.original.fileName} · never changes`} />
      <div className="gutter-head" />
      <PaneHead title="Transcription" words={aboutChanges(manuscript)} />
      <div className="gutter-head" />
      <div className="pane original" ref={original} />
      <Ribbon ref={ribbon} />
      <div className="pane transcription" ref={transcription} />
      <MarginMap ref={margin} pair={pair} />
      {pair && <PairOnDesk pair={pair} />}
      <SigningCard />
    </div>
  );
}

function PaneHead({ title, words }: { readonly title: string; readonly words: string }) {
  return (
    <div className="pane-head">
      <h2 className="label">{title}</h2>
      <span>{words}</span>
    </div>
  );
}

/** What the transcription's head says of the changes: how many hold, how many wait. */
function aboutChanges({ cable }: Manuscript): string {
  const count = (status: string) =>
    cable.changes.filter((change) => change.status === status).length;
  const accepted = count('accepted');
  const proposed = count('proposed');
  const changes = `${accepted} ${accepted === 1 ? 'change' : 'changes'}`;
  if (proposed === 0) return changes;
  return `${changes} · ${proposed} ${proposed === 1 ? 'proposal' : 'proposals'}`;
}

/** Remembers the reader's place when the reader rests there, and when the cable or the window is left. */
function rememberer(id: string) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let place: number | null = null;
  const remember = () => {
    clearTimeout(timer);
    if (place === null) return;
    request('cable.rememberPlace', { id, place }).catch(report);
    place = null;
  };
  window.addEventListener('pagehide', remember);
  return {
    come: (at: number) => {
      place = at;
      clearTimeout(timer);
      timer = setTimeout(remember, REST);
    },
    leave: () => {
      window.removeEventListener('pagehide', remember);
      remember();
    },
  };
}

const NONE: readonly Annotation[] = [];

/** Ties the pair to what the reader does elsewhere on the desk. */
function PairOnDesk({ pair }: { readonly pair: Pair }) {
  const { id } = pair.manuscript.cable.summary;
  const { data: annotations } = useAnnotations(id);
  const sight = useSight(id);
  const { data: tags } = useTags();
  const annotationId = useDesk((desk) => desk.annotationId);
  const removedShown = useDesk((desk) => desk.removedShown);
  const query = useDesk((desk) => desk.query);
  const vocabulary = useTagsById();
  const seen = useShownOf(annotations ?? sight) ?? NONE;

  useEffect(() => pair.search(query), [pair, query]);
  useEffect(() => findAgainBy(() => pair.searchAgain()), [pair]);
  useEffect(() => pair.showRemoved(removedShown), [pair, removedShown]);
  useEffect(
    () => pair.annotate(seen, vocabulary, annotationId),
    [pair, seen, vocabulary, annotationId],
  );
  useEffect(() => {
    // Whoever has come from another cable may have come to a passage.
    let jumps = -1;
    const show = (desk: Desk) => {
      pair.light(litPassage(id));
      if (desk.cableId !== id || desk.jumps === jumps) return;
      jumps = desk.jumps;
      if (desk.lit) pair.reveal(desk.lit);
    };
    show(useDesk.getState());
    return useDesk.subscribe(show);
  }, [pair, id]);

  const shown = (annotations ?? sight) !== undefined && tags !== undefined;
  useEffect(() => {
    if (shown) void document.fonts.ready.then(() => request('window.ready', {})).catch(report);
  }, [shown]);

  useReferenceLinks(pair);
  useHearing(pair, seen, vocabulary);
  useWalking();
  useCommand('annotation.filter', openFilter, annotations !== undefined && annotations.length > 0);
  useCommand('go.original', () => pair.focus('original'));
  useCommand('go.transcription', () => pair.focus('transcription'));
  useCommand('view.explain', () => pair.explain());
  useCommand('view.removed', () =>
    useDesk.setState((desk) => ({ removedShown: !desk.removedShown })),
  );
  return <SelectionBar pair={pair} annotations={annotations ?? []} />;
}
